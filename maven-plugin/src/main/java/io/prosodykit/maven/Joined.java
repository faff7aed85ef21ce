package io.prosodykit.maven;

import java.util.List;
import java.util.stream.Collectors;

/** Several values in one text. */
final class Joined {
  private Joined() {}

  /** For people: {@code 0.12, 13.0}. */
  static String commas(List<?> values) {
    return with(", ", values);
  }

  /** For one field of a CSV record: {@code XEP-0198; XEP-0030}. */
  static String semicolons(List<?> values) {
    return with("; ", values);
  }

  private static String with(String separator, List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(separator));
  }
}
