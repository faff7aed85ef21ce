package io.prosodykit.maven;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several values in one text. */
final class Joined {
  private Joined() {}

  /** For people: {@code 0.12, 13.0}. */
  static String commas(List<? extends @Nullable Object> values) {
    return with(", ", values);
  }

  /** One under the other. */
  static String lines(List<? extends @Nullable Object> values) {
    return with("\n", values);
  }

  /** For one field of a CSV record: {@code XEP-0198; XEP-0030}. */
  static String semicolons(List<? extends @Nullable Object> values) {
    return with("; ", values);
  }

  private static String with(String separator, List<? extends @Nullable Object> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }
}
