package io.prosodykit.lua;

import io.prosodykit.text.CharClass;
import org.jspecify.annotations.Nullable;

/** The operators and other symbols of one or two characters that do not begin a longer token. */
final class Operators {
  private static final @Nullable TokenKind[] SINGLE = new TokenKind[128];

  static {
    for (TokenKind kind : TokenKind.values()) {
      String text = kind.toString();
      if (text.length() == 1 && !CharClass.isLetter(text.charAt(0))) {
        SINGLE[text.charAt(0)] = kind;
      }
    }
  }

  private Operators() {}

  /** The symbol of one character. */
  static TokenKind single(char c) {
    TokenKind kind = c < SINGLE.length ? SINGLE[c] : null;
    return kind == null ? TokenKind.UNKNOWN : kind;
  }

  /** The symbol of two characters, if they form one. */
  static @Nullable TokenKind pair(char first, char second) {
    if (second == '=') {
      return switch (first) {
        case '=' -> TokenKind.EQUAL;
        case '~' -> TokenKind.UNEQUAL;
        case '<' -> TokenKind.AT_MOST;
        case '>' -> TokenKind.AT_LEAST;
        default -> null;
      };
    }
    if (first != second) {
      return null;
    }
    return switch (first) {
      case '/' -> TokenKind.DOUBLE_SLASH;
      case '<' -> TokenKind.SHIFT_LEFT;
      case '>' -> TokenKind.SHIFT_RIGHT;
      case ':' -> TokenKind.DOUBLE_COLON;
      default -> null;
    };
  }

  /** The versions that do not have a symbol. */
  static int refusing(TokenKind kind) {
    return switch (kind) {
      case AMPERSAND, BAR, TILDE, SHIFT_LEFT, SHIFT_RIGHT, DOUBLE_SLASH -> Versions.BEFORE_5_3;
      case DOUBLE_COLON -> Versions.V5_1;
      default -> Versions.NONE;
    };
  }
}
