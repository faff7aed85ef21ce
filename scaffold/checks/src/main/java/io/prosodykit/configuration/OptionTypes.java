package io.prosodykit.configuration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.configuration.ConfigurationValue.Numeral;
import io.prosodykit.configuration.ConfigurationValue.Table;
import io.prosodykit.configuration.ConfigurationValue.Text;
import io.prosodykit.configuration.ConfigurationValue.Truth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which values Prosody understands for the types of options, as its {@code
 * module:get_option_…} read them.
 */
final class OptionTypes {
  private static final String PERIOD = "a number of seconds, or a period such as \"2 days\"";

  /** What a server expects of the types that it checks, as a message says it. */
  private static final ImmutableMap<String, String> EXPECTED =
      ImmutableMap.of(
          "number",
          "a number",
          "integer",
          "a number",
          "boolean",
          "true or false",
          "period",
          PERIOD);

  private static final ImmutableSet<String> SCALARS =
      ImmutableSet.<String>builder()
          .addAll(EXPECTED.keySet())
          .add("string", "path", "enum")
          .build();

  /** What {@code tonumber} takes. */
  private static final Pattern NUMBER =
      Pattern.compile("\\s*-?(0[xX]\\p{XDigit}+|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)\\s*");

  /** As {@code util.human.io} reads it. */
  private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*([smhdwy]?[io]?n?)");

  private static final ImmutableSet<String> UNITS =
      ImmutableSet.of("d", "w", "mon", "y", "s", "min", "h", "ho");

  private OptionTypes() {}

  /**
   * {@return what a server does not understand about a value, as a clause that follows the name of
   * the option; empty if it understands it}
   *
   * @param type the type, as a module reads the option
   * @param value the value
   */
  static Optional<String> problem(String type, ConfigurationValue value) {
    if (!SCALARS.contains(type)) {
      return Optional.empty();
    }
    if (value instanceof Table list) {
      return switch (list.items().size()) {
        case 0 -> Optional.empty();
        case 1 -> problem(type, list.items().get(0));
        default -> Optional.of("takes one value, not a list, of which only the first counts");
      };
    }
    String expected = EXPECTED.get(type);
    return expected == null || isUnderstood(type, value)
        ? Optional.empty()
        : Optional.of("takes " + expected + ", not " + value);
  }

  private static boolean isUnderstood(String type, ConfigurationValue value) {
    return switch (type) {
      case "boolean" -> isBoolean(value);
      case "period" -> isPeriod(value);
      default ->
          value instanceof Numeral
              || value.text().filter(text -> NUMBER.matcher(text).matches()).isPresent();
    };
  }

  private static boolean isBoolean(ConfigurationValue value) {
    return value instanceof Truth
        || value.text().filter(text -> text.equals("true") || text.equals("false")).isPresent()
        || (value instanceof Numeral number && (number.value() == 0 || number.value() == 1));
  }

  private static boolean isPeriod(ConfigurationValue value) {
    if (value instanceof Text text) {
      Matcher duration = DURATION.matcher(text.value().toLowerCase(Locale.ROOT));
      return text.value().equals("never") || (duration.find() && UNITS.contains(duration.group(2)));
    }
    return value instanceof Numeral || (value instanceof Truth truth && !truth.value());
  }
}
