package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** A word of one source; one object represents all its occurrences. */
final class Symbol {
  private final String name;
  private final TokenKind kind;
  private final int hash;

  /** The next one in the same bucket of the table. */
  @Nullable Symbol next;

  /** The variable that the name refers to at the parser's position, if it is a local one. */
  @Nullable Binding binding;

  /** The last label of this name, if it is visible at the parser's position. */
  @Nullable Label label;

  /** The last pending jump to this name. */
  @Nullable Jump jump;

  Symbol(String name, int hash) {
    this.name = name;
    this.kind = TokenKind.ofWord(name);
    this.hash = hash;
  }

  String name() {
    return name;
  }

  /** Whether a text from start to end is this word. */
  boolean isWritten(char[] text, int start, int end) {
    String own = name;
    int length = own.length();
    if (length != end - start) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (own.charAt(i) != text[start + i]) {
        return false;
      }
    }
    return true;
  }

  TokenKind kind() {
    return kind;
  }

  int hash() {
    return hash;
  }
}
