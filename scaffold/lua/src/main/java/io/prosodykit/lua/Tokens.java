package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/** The tokens of a source by number; only the last few are kept. */
final class Tokens {
  /** How many tokens are kept; a power of two. */
  static final int KEPT = 128;

  private static final int MASK = KEPT - 1;

  private final TokenKind[] kinds = new TokenKind[KEPT];
  private final int[] starts = new int[KEPT];
  private final int[] ends = new int[KEPT];
  private final int[] lines = new int[KEPT];
  private final int[] columns = new int[KEPT];
  private final int[] endLines = new int[KEPT];
  private final @Nullable Object[] values = new Object[KEPT];
  private int size;

  /** Adds a token. */
  void add(
      TokenKind kind,
      int start,
      int end,
      int line,
      int column,
      int endLine,
      @Nullable Object value) {
    int slot = size++ & MASK;
    kinds[slot] = kind;
    starts[slot] = start;
    ends[slot] = end;
    lines[slot] = line;
    columns[slot] = column;
    endLines[slot] = endLine;
    values[slot] = value;
  }

  /** How many were added. */
  int size() {
    return size;
  }

  TokenKind kind(int token) {
    return kinds[token & MASK];
  }

  /** Where it begins in the text, in UTF-16 units. */
  int start(int token) {
    return starts[token & MASK];
  }

  /** Where it ends in the text, in UTF-16 units. */
  int end(int token) {
    return ends[token & MASK];
  }

  int line(int token) {
    return lines[token & MASK];
  }

  int column(int token) {
    return columns[token & MASK];
  }

  int endLine(int token) {
    return endLines[token & MASK];
  }

  /** The symbol of a word, the value of a string; null for other kinds. */
  @Nullable Object value(int token) {
    return values[token & MASK];
  }
}
