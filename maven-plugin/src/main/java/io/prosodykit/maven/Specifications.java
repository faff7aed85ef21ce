package io.prosodykit.maven;

import io.prosodykit.catalog.SpecRef;
import io.prosodykit.catalog.XepRef;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Specifications as they are written on a command line. */
final class Specifications {
  private Specifications() {}

  /** Reads several with commas between, or none. */
  static List<SpecRef> parseAll(String texts) {
    return Arrays.stream(texts.split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(Specifications::parse)
        .toList();
  }

  /** Reads {@code XEP-0198}, {@code RFC 6120}, or a bare {@code 198} for a XEP. */
  static SpecRef parse(String text) {
    return text.matches("[0-9]{1,4}") ? XepRef.of(Integer.parseInt(text)) : SpecRef.parse(text);
  }

  /** Writes {@code XEP-198} for each bare {@code 198}, behind a minus sign or not. */
  static String named(String texts) {
    return Arrays.stream(texts.split(",", -1))
        .map(text -> text.strip().replaceFirst("^(-?)([0-9]{1,4})$", "$1XEP-$2"))
        .collect(Collectors.joining(","));
  }
}
