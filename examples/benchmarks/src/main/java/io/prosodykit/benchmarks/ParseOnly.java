package io.prosodykit.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A program that only parses files of the catalogue data with Jackson. */
public final class ParseOnly {
  private ParseOnly() {}

  /**
   * Runs the program.
   *
   * @param args the names of the files
   * @throws IOException if one is missing
   */
  public static void main(String[] args) throws IOException {
    JsonFactory factory = new JsonFactory();
    int tokens = 0;
    for (String file : args) {
      byte[] bytes;
      try (InputStream in =
          Objects.requireNonNull(
              ParseOnly.class.getResourceAsStream("/io/prosodykit/catalog/data/" + file), file)) {
        bytes = in.readAllBytes();
      }
      try (JsonParser parser = factory.createParser(bytes)) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    System.out.println(tokens + " tokens");
  }
}
