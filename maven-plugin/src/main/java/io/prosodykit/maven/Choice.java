package io.prosodykit.maven;

import io.prosodykit.catalog.NearestNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One of a few constants, written in lower case. */
final class Choice {
  private Choice() {}

  /**
   * Reads a constant, in any case.
   *
   * @throws IllegalArgumentException for any other text; the message names the constants
   */
  static <E extends Enum<E>> E parse(Class<E> type, String text) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Choice::name).toList();
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equals(text.strip().toLowerCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is not one of "
            + String.join(", ", names)
            + NearestNames.question(NearestNames.of(text, names)));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
