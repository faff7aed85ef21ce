package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens that begin with some characters.
 *
 * <p>The lexer has one for each kind and calls them through this type alone, which keeps each small
 * enough for a fresh JVM to compile it while the first files are read.
 */
interface TokenScanner {
  /** Steps over what begins here and returns its kind; nothing for a comment, which is no token. */
  @Nullable TokenKind scan();

  /** The symbol of a word, or the value of a string, that was read last. */
  default @Nullable Object value() {
    return null;
  }
}
