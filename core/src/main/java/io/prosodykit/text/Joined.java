package io.prosodykit.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Several values in one text. */
public final class Joined {
  private Joined() {}

  /** For people: {@code 0.12, 13.0}. */
  public static String commas(List<? extends @Nullable Object> values) {
    return with(", ", values);
  }

  /** One under the other. */
  public static String lines(List<? extends @Nullable Object> values) {
    return with("\n", values);
  }

  /** For one field of a record: {@code XEP-0198; XEP-0030}. */
  public static String semicolons(List<? extends @Nullable Object> values) {
    return with("; ", values);
  }

  private static String with(String separator, List<? extends @Nullable Object> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(separator));
  }
}
