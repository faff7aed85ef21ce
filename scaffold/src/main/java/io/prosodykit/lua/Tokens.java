package io.prosodykit.lua;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All tokens of a source, by number; the last is the end of the source. */
final class Tokens {
  private static final int INITIAL = 1024;

  private TokenKind[] kinds = new TokenKind[INITIAL];
  private int[] starts = new int[INITIAL];
  private int[] ends = new int[INITIAL];
  private int[] lines = new int[INITIAL];
  private int[] columns = new int[INITIAL];
  private int[] endLines = new int[INITIAL];
  private @Nullable Object[] values = new Object[INITIAL];
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
    if (size == kinds.length) {
      grow();
    }
    kinds[size] = kind;
    starts[size] = start;
    ends[size] = end;
    lines[size] = line;
    columns[size] = column;
    endLines[size] = endLine;
    values[size] = value;
    size++;
  }

  private void grow() {
    int capacity = 2 * size;
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    lines = Arrays.copyOf(lines, capacity);
    columns = Arrays.copyOf(columns, capacity);
    endLines = Arrays.copyOf(endLines, capacity);
    values = Arrays.copyOf(values, capacity);
  }

  int size() {
    return size;
  }

  TokenKind kind(int token) {
    return kinds[token];
  }

  /** Where it begins in the text, in UTF-16 units. */
  int start(int token) {
    return starts[token];
  }

  /** Where it ends in the text, in UTF-16 units. */
  int end(int token) {
    return ends[token];
  }

  int line(int token) {
    return lines[token];
  }

  int column(int token) {
    return columns[token];
  }

  int endLine(int token) {
    return endLines[token];
  }

  /** The symbol of a word, the value of a string; nothing for other kinds. */
  @Nullable Object value(int token) {
    return values[token];
  }
}
