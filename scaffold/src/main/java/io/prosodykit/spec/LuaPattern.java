package io.prosodykit.spec;

import io.prosodykit.catalog.VisibleText;

/** The grammar of Lua's patterns, section 6.4.1 of the Lua 5.4 manual. */
final class LuaPattern {
  private static final int CAPTURES = 32;

  private final String text;
  private int at;
  private int open;
  private int captures;

  private LuaPattern(String text) {
    this.text = text;
  }

  /**
   * Returns the text if every Lua takes it for a pattern.
   *
   * @throws IllegalArgumentException if not; the message says what is wrong
   */
  static String check(String text) {
    new LuaPattern(text).read();
    return text;
  }

  /** Whether the text is found as it is, without a meaning of its own. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("^$()%.[]*+-?".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
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
          check(open > 0, "has a ) without its (");
          open--;
        }
        case '[' -> set();
        case '%' -> escape();
        default -> {}
      }
    }
    check(open == 0, "has a ( without its )");
  }

  private void escape() {
    check(at < text.length(), "ends with %, which takes a character; write %% for the sign");
    char kind = text.charAt(at++);
    if (kind == 'b') {
      check(at + 2 <= text.length(), "has a %b without its two characters");
      at += 2;
    } else if (kind == 'f') {
      check(at(at) == '[', "has a %f without its [set]");
      at++;
      set();
    } else if (kind >= '0' && kind <= '9') {
      int capture = kind - '0';
      check(
          capture > 0 && capture <= captures - open,
          "speaks of a capture %" + kind + " that is not there");
    }
  }

  /** Reads on behind the bracket that begins a set. */
  private void set() {
    if (at(at) == '^') {
      at++;
    }
    boolean first = true;
    while (first || at(at) != ']') {
      check(at < text.length(), "has a [ without its ]; write %[ for the sign");
      if (text.charAt(at++) == '%') {
        check(at < text.length(), "ends with %, which takes a character; write %% for the sign");
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
          "the pattern \"" + VisibleText.of(text) + "\" " + flaw + ": it is a pattern of Lua");
    }
  }
}
