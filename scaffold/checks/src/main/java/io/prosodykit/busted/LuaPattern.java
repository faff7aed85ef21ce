package io.prosodykit.busted;

import io.prosodykit.files.NamePattern;
import io.prosodykit.files.NamePattern.Count;
import io.prosodykit.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The grammar of Lua's patterns, section 6.4.1 of the Lua 5.4 manual. */
final class LuaPattern {
  private static final int CAPTURES = 32;
  private static final int ANY_BYTE = -1;

  private final String text;
  private int at;
  private int open;
  private int captures;

  private LuaPattern(String text) {
    this.text = text;
  }

  /**
   * Returns the text if every version of Lua accepts it as a pattern.
   *
   * @throws IllegalArgumentException otherwise; the message says what is wrong
   */
  static String check(String text) {
    new LuaPattern(text).read();
    return text;
  }

  /**
   * Returns the pattern as a regular expression to look for in file names, if it has no sets,
   * captures or classes.
   */
  static Optional<NamePattern> forNames(String text) {
    // a string of Lua is bytes, each of which is a character here
    String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    int last = bytes.length() - 1;
    NamePattern.Builder pattern = NamePattern.builder();
    int i = 0;
    if (bytes.startsWith("^")) {
      i++;
    } else {
      pattern.addWildcard(Count.ANY);
    }
    while (i <= last && !(i == last && bytes.charAt(i) == '$')) {
      char c = bytes.charAt(i);
      if ("[()".indexOf(c) >= 0
          || (c == '%' && (i == last || Character.isLetterOrDigit(bytes.charAt(i + 1))))) {
        return Optional.empty();
      }
      i += c == '%' ? 1 : 0;
      int item = c == '.' ? ANY_BYTE : bytes.charAt(i);
      i++;
      boolean isRepeated = i <= last && "*+?-".indexOf(bytes.charAt(i)) >= 0;
      add(pattern, item, isRepeated ? bytes.charAt(i) : ' ');
      i += isRepeated ? 1 : 0;
    }
    if (i > last) {
      pattern.addWildcard(Count.ANY);
    }
    return Optional.of(pattern.build());
  }

  /** Adds an item, with the sign after it that repeats it. */
  private static void add(NamePattern.Builder pattern, int item, char sign) {
    switch (sign) {
      case '?' -> add(pattern, item, Count.AT_MOST_ONE);
      case '*', '-' -> add(pattern, item, Count.ANY);
      case '+' -> {
        add(pattern, item, Count.ONE);
        add(pattern, item, Count.ANY);
      }
      default -> add(pattern, item, Count.ONE);
    }
  }

  private static void add(NamePattern.Builder pattern, int item, Count count) {
    if (item == ANY_BYTE) {
      pattern.addWildcard(count);
    } else {
      pattern.add(item, count);
    }
  }

  private void read() {
    if (at(0) == '^') {
      at++;
    }
    while (at < text.length()) {
      switch (text.charAt(at++)) {
        case '(' -> {
          open++;
          captures++;
          check(captures <= CAPTURES, "has more than 32 captures");
        }
        case ')' -> {
          check(open > 0, "has a ) without a (");
          open--;
        }
        case '[' -> set();
        case '%' -> escape();
        default -> {}
      }
    }
    check(open == 0, "has a ( without a )");
  }

  private void escape() {
    check(
        at < text.length(),
        "ends with %, which needs a character after it; write %% for a percent sign");
    char kind = text.charAt(at++);
    if (kind == 'b') {
      check(at + 2 <= text.length(), "has a %b without two characters after it");
      at += 2;
    } else if (kind == 'f') {
      check(at(at) == '[', "has a %f without a [set] after it");
      at++;
      set();
    } else if (kind >= '0' && kind <= '9') {
      int capture = kind - '0';
      check(
          capture > 0 && capture <= captures - open,
          "refers to a capture %" + kind + " that does not exist");
    }
  }

  /** Reads a set, after the bracket that begins it. */
  private void set() {
    if (at(at) == '^') {
      at++;
    }
    boolean first = true;
    while (first || at(at) != ']') {
      check(at < text.length(), "has a [ without a ]; write %[ for a bracket");
      if (text.charAt(at++) == '%') {
        check(
            at < text.length(),
            "ends with %, which needs a character after it; write %% for a percent sign");
        at++;
      }
      first = false;
    }
    at++;
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private void check(boolean right, String flaw) {
    if (!right) {
      throw new IllegalArgumentException(
          "the pattern \"" + VisibleText.of(text) + "\" " + flaw + "; patterns are Lua's");
    }
  }
}
