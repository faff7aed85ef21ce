package io.prosodykit.spec;

import io.prosodykit.catalog.VisibleText;
import java.util.Optional;
import java.util.regex.Pattern;

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

  /**
   * Returns what the pattern means, for names of files, if it has no sets, captures and classes.
   */
  static Optional<Pattern> forNames(String text) {
    StringBuilder regex = new StringBuilder();
    // what can be repeated; a sign for repeating that stands elsewhere stands for itself
    boolean isItem = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLast = i == text.length() - 1;
      if ((c == '^' && i == 0) || (c == '$' && isLast)) {
        regex.append(c);
      } else if (isItem && "*+?-".indexOf(c) >= 0) {
        regex.append(c == '-' ? "*?" : String.valueOf(c));
        isItem = false;
      } else if ("[()".indexOf(c) >= 0
          || (c == '%' && (isLast || Character.isLetterOrDigit(text.charAt(i + 1))))) {
        return Optional.empty();
      } else {
        i += c == '%' ? 1 : 0;
        regex.append(c == '.' ? "." : Pattern.quote(text.substring(i, i + 1)));
        isItem = true;
      }
    }
    return Optional.of(Pattern.compile(regex.toString(), Pattern.DOTALL));
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
