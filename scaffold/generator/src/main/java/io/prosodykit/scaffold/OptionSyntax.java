package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.VisibleText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the text that {@link OptionSpec#parseAll} accepts. */
final class OptionSyntax {
  private static final Pattern PERIOD = Pattern.compile("([0-9]{1,9}) ?(s|min|h|d|w)");

  /** A word, or several of any kind. */
  private static final Pattern DESCRIPTION =
      Pattern.compile("[\\p{L}\\p{M}'’-]+[.!?]?|.*\\S\\s+\\S.*", Pattern.DOTALL);

  private OptionSyntax() {}

  static ImmutableList<OptionSpec> parse(String text) {
    return parse(text, OptionSyntax::option);
  }

  /** Parses comma-separated items, each with a reader. */
  static <T> ImmutableList<T> parse(String text, Function<String, T> reader) {
    List<String> options =
        split(text, ',', Integer.MAX_VALUE).stream().map(OptionSyntax::stripped).toList();
    return PartSyntax.parseAll("option", "options", options, reader);
  }

  static OptionSpec option(String part) {
    int equals = part.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "has no \"=\"; write NAME:TYPE=DEFAULT or NAME:TYPE=DEFAULT:DESCRIPTION, and \\, for a comma in a text");
    }
    String head = part.substring(0, equals);
    int colon = head.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "has no type; write "
              + VisibleText.brief(head.strip())
              + ":TYPE=DEFAULT, where TYPE is string, boolean, integer, number, list, choice or period");
    }
    String name = head.substring(0, colon).strip();
    String type = head.substring(colon + 1);
    List<String> rest = split(part.substring(equals + 1), ':', 2);
    OptionSpec option = option(name, type, rest.get(0));
    return rest.size() == 1 ? option : option.withDescription(description(rest.get(1)));
  }

  private static OptionSpec option(String name, String type, String value) {
    return switch (EnumNames.parse("type", OptionSpec.Type.class, type.strip())) {
      case STRING -> OptionSpec.string(name, unescaped(value));
      case BOOLEAN -> OptionSpec.bool(name, bool(value));
      case INTEGER -> OptionSpec.integer(name, integer(value));
      case NUMBER -> OptionSpec.number(name, number(value));
      case LIST -> OptionSpec.list(name, list(value));
      case CHOICE -> choice(name, list(value));
      case PERIOD -> OptionSpec.period(name, period(value));
    };
  }

  /**
   * Refuses what is more likely the rest of a default, such as {@code //example.org} in an address.
   */
  private static String description(String text) {
    String description = unescaped(text).strip();
    if (!DESCRIPTION.matcher(description).matches()) {
      throw new IllegalArgumentException(
          "has %s after a colon, where its description belongs; write \\: for a colon in the default"
              .formatted(description.isEmpty() ? "nothing" : shown(description)));
    }
    return description;
  }

  private static boolean bool(String value) {
    return switch (value.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(shown(value) + " is neither true nor false");
    };
  }

  private static long integer(String value) {
    try {
      return Long.parseLong(value.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(shown(value) + " is not a whole number", e);
    }
  }

  private static double number(String value) {
    // Double.parseDouble would also accept "NaN", "1f" and hexadecimal digits
    if (!value.strip().matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
      throw new IllegalArgumentException(shown(value) + " is not a number");
    }
    double number = Double.parseDouble(value.strip());
    if (Double.isInfinite(number)) {
      throw new IllegalArgumentException(
          shown(value) + " is too large for a number in Lua, at most 1.8e308");
    }
    return number;
  }

  private static OptionSpec choice(String name, String[] texts) {
    if (texts.length < 2) {
      throw new IllegalArgumentException(
          "has too few choices; write two or more texts separated by |");
    }
    return OptionSpec.choice(name, texts[0], Arrays.copyOfRange(texts, 1, texts.length));
  }

  private static Duration period(String value) {
    Matcher matcher = PERIOD.matcher(value.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          shown(value) + " is not a duration; write it as 30s, 5min, 1h, 2d or 1w");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "min" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }

  private static String shown(String value) {
    return '"' + VisibleText.brief(value) + '"';
  }

  private static String[] list(String value) {
    return value.isEmpty()
        ? new String[0]
        : split(value, '|', Integer.MAX_VALUE).stream()
            .map(OptionSyntax::unescaped)
            .toArray(String[]::new);
  }

  /** Splits into at most {@code limit} parts, but not at a separator after a backslash. */
  private static List<String> split(String text, char separator, int limit) {
    List<String> parts = new ArrayList<>();
    boolean escaped = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == separator && !escaped && parts.size() < limit - 1) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
      escaped = c == '\\' && !escaped;
    }
    parts.add(text.substring(start));
    return parts;
  }

  /** Strips white space, but keeps a trailing space that is escaped with a backslash. */
  private static String stripped(String part) {
    String stripped = part.strip();
    boolean escaped =
        part.stripLeading().length() > stripped.length()
            && (stripped.length() - stripped.replaceAll("\\\\+$", "").length()) % 2 == 1;
    return escaped ? stripped + " " : stripped;
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (escaped) {
        text.append(meaning(c));
      } else if (c != '\\') {
        text.append(c);
      }
      escaped = c == '\\' && !escaped;
    }
    if (escaped) {
      throw new IllegalArgumentException("ends in a single backslash; write \\\\ for one");
    }
    return text.toString();
  }

  private static char meaning(char escaped) {
    return switch (escaped) {
      case ',', '|', ':', '\\', ' ' -> escaped;
      case 'n' -> '\n';
      default ->
          throw new IllegalArgumentException(
              "has \\"
                  + VisibleText.of(String.valueOf(escaped))
                  + ", which is not an escape sequence; write \\\\ for a backslash, \\, for a comma, \\: for a"
                  + " colon, \\| for a bar, \\n for a new line");
    };
  }
}
