package io.prosodykit.lua;

import io.prosodykit.text.CharClass;
import org.jspecify.annotations.Nullable;

/** Reads names and keywords. */
final class WordScanner implements TokenScanner {
  private final SourceCursor cursor;
  private final SymbolTable symbols = new SymbolTable();
  private @Nullable Symbol symbol;

  WordScanner(SourceCursor cursor) {
    this.cursor = cursor;
  }

  @Override
  public TokenKind scan() {
    int start = cursor.at;
    cursor.at = CharClass.endOfWord(cursor.text, start);
    Symbol met = symbols.get(cursor.text, start, cursor.at);
    symbol = met;
    return met.kind();
  }

  @Override
  public @Nullable Symbol value() {
    return symbol;
  }

  /** The words that were read. */
  SymbolTable symbols() {
    return symbols;
  }
}
