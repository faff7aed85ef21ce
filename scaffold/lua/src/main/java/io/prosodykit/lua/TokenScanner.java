package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** Reads the tokens that begin with some characters. */
interface TokenScanner {
  /** Skips what begins here and returns its kind; null for a comment, which is not a token. */
  @Nullable TokenKind scan();

  /** The symbol of a word, or the value of a string, that was read last. */
  default @Nullable Object value() {
    return null;
  }
}
