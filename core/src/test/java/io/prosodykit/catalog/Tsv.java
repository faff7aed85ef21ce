package io.prosodykit.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Reads the tables of the test resources: tabs between cells, a header line first. */
public final class Tsv {
  private Tsv() {}

  public static List<List<String>> rows(String file) throws IOException {
    return text(file).lines().skip(1).map(line -> List.of(line.split("\t", -1))).toList();
  }

  public static String text(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(Tsv.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
