package io.prosodykit.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;

/** Constants as people write them: in lower case, with hyphens. */
public final class EnumNames {
  private EnumNames() {}

  /**
   * Reads one of a few constants, in any case.
   *
   * @param <E> what the constants are
   * @param kind what messages call it, for example {@code verdict}
   * @param type the constants
   * @param text for example {@code iq-handler} for {@code IQ_HANDLER}
   * @return the constant
   * @throws IllegalArgumentException for any other text; the message names all constants and, if
   *     there is one, the nearest
   */
  public static <E extends Enum<E>> E parse(String kind, Class<E> type, String text) {
    ImmutableMap.Builder<String, E> constants = ImmutableMap.builder();
    for (E constant : type.getEnumConstants()) {
      constants.put(written(constant), constant);
    }
    return parse(kind, constants.buildOrThrow(), text);
  }

  /**
   * Reads one of a few values by its name, in any case.
   *
   * @param <T> what the values are
   * @param kind what messages call it, for example {@code recipe}
   * @param values the values by their names in lower case
   * @param text a name
   * @return the value
   * @throws IllegalArgumentException for any other text; the message names all values and, if there
   *     is one, the nearest
   */
  public static <T> T parse(String kind, ImmutableMap<String, T> values, String text) {
    T value = values.get(text.toLowerCase(Locale.ROOT));
    if (value == null) {
      ImmutableList<String> names = values.keySet().asList();
      throw new IllegalArgumentException(unknown(kind, text, names, NearestNames.of(text, names)));
    }
    return value;
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

  /**
   * {@return the message about an unknown name}
   *
   * @param kind what messages call it, for example {@code verdict}
   * @param text the unknown name
   * @param names all known names
   * @param nearest the similar ones among them
   */
  public static String unknown(
      String kind, String text, Iterable<String> names, ImmutableList<String> nearest) {
    return "unknown %s \"%s\"%s%s choose from %s"
        .formatted(
            kind,
            VisibleText.brief(text),
            NearestNames.suggestion(kind, nearest),
            nearest.isEmpty() ? ":" : ";",
            String.join(", ", names));
  }
}
