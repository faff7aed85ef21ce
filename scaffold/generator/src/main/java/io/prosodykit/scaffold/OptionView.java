package io.prosodykit.scaffold;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.lua.LuaText;
import io.prosodykit.scaffold.template.Fragment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The names that templates may use for one option. */
record OptionView(OptionSpec option, boolean floor13) {
  private static final int LONGEST_SHOWN = 62;
  private static final ImmutableMap<String, Integer> UNITS =
      ImmutableMap.of("week", 604_800, "day", 86_400, "hour", 3_600, "minute", 60, "second", 1);
  private static final CharMatcher NOT_XML =
      CharMatcher.inRange('\0', '\u001F')
          .and(CharMatcher.noneOf("\t\n\r"))
          .or(CharMatcher.anyOf("\u007F\uFFFE\uFFFF"));

  Map<String, Object> names() {
    return ImmutableMap.<String, Object>builder()
        .put("option", new Fragment(option.name()))
        .put("getter", new Fragment(getter()))
        .put("arguments", new Fragment(arguments()))
        .put("type", new Fragment(type()))
        .put("default", new Fragment(literal(option.defaultValue())))
        .put("another", new Fragment(literal(another())))
        .put("expected", new Fragment(expected(option.defaultValue())))
        .put("anotherExpected", new Fragment(expected(another())))
        .put("choice", choice())
        .put("defaultShown", new Fragment(shown()))
        .put("optionDescription", option.description())
        .buildOrThrow();
  }

  Map<String, Object> replyNames() {
    return Map.of(
        "replyOption", new Fragment(option.name()),
        "replyDefault", new Fragment(literal(option.defaultValue())));
  }

  /** {@return whether the option takes any text and its default is text that a stanza can carry} */
  boolean fitsXml() {
    return option.type() == OptionSpec.Type.STRING
        && option.defaultValue() instanceof String text
        && NOT_XML.matchesNoneOf(text);
  }

  /** {@return the method of the module API; {@code get_option_integer} is new in Prosody 13.0} */
  private String getter() {
    return switch (option.type()) {
      case STRING -> "get_option_string";
      case BOOLEAN -> "get_option_boolean";
      case INTEGER -> floor13 ? "get_option_integer" : "get_option_number";
      case NUMBER -> "get_option_number";
      case LIST -> "get_option_array";
      case CHOICE -> floor13 ? "get_option_enum" : "get_option_string";
      case PERIOD -> floor13 ? "get_option_period" : "get_option_number";
    };
  }

  /** {@return the arguments of the getter after the name} */
  private String arguments() {
    return floor13 && option.type() == OptionSpec.Type.CHOICE
        ? option.choices().stream().map(LuaText::quote).collect(Collectors.joining(", "))
        : literal(option.defaultValue());
  }

  private String type() {
    return switch (option.type()) {
      case CHOICE ->
          "one of "
              + String.join(
                  ", ", option.choices().stream().map(LuaText::quote).map(this::code).toList());
      case PERIOD -> floor13 ? "period" : "seconds";
      default -> option.type().title();
    };
  }

  /** {@return the choices as fields of a table; empty for other types} */
  private List<Map<String, Fragment>> choice() {
    return option.choices().isEmpty()
        ? List.of()
        : List.of(
            Map.of(
                "choiceFields",
                new Fragment(
                    option.choices().stream()
                        .map(text -> "[" + LuaText.quote(text) + "] = true")
                        .collect(Collectors.joining(", ")))));
  }

  /** {@return what a getter returns for a value in the configuration} */
  private String expected(Object value) {
    return value instanceof Duration period ? LuaText.number(period.toSeconds()) : literal(value);
  }

  private String literal(Object value) {
    if (value instanceof ImmutableList<?> list) {
      return list.isEmpty()
          ? "{}"
          : list.stream().map(this::literal).collect(Collectors.joining(", ", "{ ", " }"));
    }
    if (value instanceof Long number) {
      return LuaText.number(number);
    }
    if (value instanceof Double number) {
      return LuaText.number(number);
    }
    if (value instanceof Duration period) {
      return floor13 ? LuaText.quote(written(period)) : LuaText.number(period.toSeconds());
    }
    return value instanceof String text ? LuaText.quote(text) : value.toString();
  }

  /** {@return a duration as Prosody 13.0 reads it} */
  private static String written(Duration period) {
    long seconds = period.toSeconds();
    for (Map.Entry<String, Integer> unit : UNITS.entrySet()) {
      if (seconds % unit.getValue() == 0) {
        long count = seconds / unit.getValue();
        return count + " " + unit.getKey() + (count == 1 ? "" : "s");
      }
    }
    return Long.toString(seconds);
  }

  /** {@return a value other than the default, for the specs} */
  private Object another() {
    return switch (option.type()) {
      case STRING -> option.defaultValue().equals("another text") ? "a third" : "another text";
      case BOOLEAN -> !((Boolean) option.defaultValue());
      case INTEGER -> option.defaultValue().equals(1L) ? 2L : 1L;
      case NUMBER -> option.defaultValue().equals(1.5) ? 2.5 : 1.5;
      case LIST -> ImmutableList.of("another text");
      case CHOICE -> option.choices().get(option.choices().size() - 1);
      case PERIOD -> ((Duration) option.defaultValue()).plusSeconds(60);
    };
  }

  /**
   * Returns the default in a code span, which can contain neither backticks nor the bars between
   * columns.
   */
  private String shown() {
    String literal = code(literal(option.defaultValue()));
    return literal.length() > LONGEST_SHOWN ? "see the example" : literal;
  }

  /** {@return Lua in a code span of a table} */
  private String code(String lua) {
    return "`" + lua.replace("`", "\\096").replace("|", "\\124") + "`";
  }
}
