package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Locale;

/** Constants as people write them: in lower case, with hyphens. */
public final class Choice {
  private Choice() {}

  /**
   * Reads one of a few constants, in any case.
   *
   * @param <E> what the constants are
   * @param kind the word for it in a message, for example {@code verdict}
   * @param type the constants
   * @param text for example {@code iq-handler} for {@code IQ_HANDLER}
   * @return the constant
   * @throws IllegalArgumentException for any other text; the message names all constants and, if
   *     there is one, the nearest
   */
  public static <E extends Enum<E>> E parse(String kind, Class<E> type, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    for (E constant : type.getEnumConstants()) {
      if (written(constant).equals(wanted)) {
        return constant;
      }
    }
    ImmutableList<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(Choice::written)
            .collect(ImmutableList.toImmutableList());
    throw new IllegalArgumentException(unknown(kind, text, names, NearestNames.of(text, names)));
  }

  /**
   * Writes a constant as {@link #parse} reads it.
   *
   * @param constant any constant
   * @return for example {@code iq-handler} for {@code IQ_HANDLER}
   */
  public static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String unknown(
      String kind, String text, Iterable<String> names, ImmutableList<String> nearest) {
    return "unknown %s \"%s\": choose from %s%s"
        .formatted(
            kind,
            VisibleText.brief(text),
            String.join(", ", names),
            NearestNames.question(nearest));
  }
}
