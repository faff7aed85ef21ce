package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens that begin with some characters.
 *
 * <p>The lexer has one for each kind and calls them only through this type. That keeps each of them
 * small enough for a fresh JVM to compile while the first files are read.
 */
interface TokenScanner {
  /** Skips what begins here and returns its kind; null for a comment, which is not a token. */
  @Nullable TokenKind scan();

  /** The symbol of a word, or the value of a string, that was read last. */
  default @Nullable Object value() {
    return null;
  }
}
