package io.prosodykit.scaffold;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaText;
import java.util.Map;
import java.util.stream.Collectors;

/** What the templates may name of one option. */
record OptionView(OptionSpec option, boolean floor13) {
  private static final int LONGEST_SHOWN = 60;
  private static final CharMatcher NOT_XML =
      CharMatcher.inRange('\0', '\u001F')
          .and(CharMatcher.noneOf("\t\n\r"))
          .or(CharMatcher.anyOf("\u007F\uFFFE\uFFFF"));

  Map<String, Object> names() {
    return Map.of(
        "option", new Fragment(option.name()),
        "getter", new Fragment(getter()),
        "type", new Fragment(option.type().title()),
        "default", new Fragment(literal(option.defaultValue())),
        "another", new Fragment(literal(another())),
        "defaultShown", new Fragment(shown()),
        "optionDescription", option.description());
  }

  Map<String, Object> replyNames() {
    return Map.of(
        "replyOption", new Fragment(option.name()),
        "replyDefault", new Fragment(literal(option.defaultValue())));
  }

  /** Whether the default is text that a stanza can carry. */
  boolean fitsXml() {
    return option.defaultValue() instanceof String text && NOT_XML.matchesNoneOf(text);
  }

  /** The method of the module API; {@code get_option_integer} came with Prosody 13.0. */
  private String getter() {
    return switch (option.type()) {
      case STRING -> "get_option_string";
      case BOOLEAN -> "get_option_boolean";
      case INTEGER -> floor13 ? "get_option_integer" : "get_option_number";
      case NUMBER -> "get_option_number";
      case LIST -> "get_option_array";
    };
  }

  private static String literal(Object value) {
    if (value instanceof ImmutableList<?> list) {
      return list.isEmpty()
          ? "{}"
          : list.stream().map(OptionView::literal).collect(Collectors.joining(", ", "{ ", " }"));
    }
    if (value instanceof Long number) {
      return LuaText.number(number);
    }
    if (value instanceof Double number) {
      return LuaText.number(number);
    }
    return value instanceof String text ? LuaText.quote(text) : value.toString();
  }

  /** A value that is not the default, for the specs. */
  private Object another() {
    return switch (option.type()) {
      case STRING -> option.defaultValue().equals("another text") ? "a third" : "another text";
      case BOOLEAN -> !((Boolean) option.defaultValue());
      case INTEGER -> option.defaultValue().equals(1L) ? 2L : 1L;
      case NUMBER -> option.defaultValue().equals(1.5) ? 2.5 : 1.5;
      case LIST -> ImmutableList.of("another text");
    };
  }

  /** The default in a code span: neither a backtick nor a column's bar can stand there. */
  private String shown() {
    String literal = literal(option.defaultValue()).replace("`", "\\096").replace("|", "\\124");
    return literal.length() > LONGEST_SHOWN ? "see the example" : "`" + literal + "`";
  }
}
