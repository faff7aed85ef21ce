package io.prosodykit.lua;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The words of one source. */
final class SymbolTable {
  /** Unpredictable, so that nobody can write source whose words all share one bucket. */
  private final int factor = ThreadLocalRandom.current().nextInt() | 1;

  private @Nullable Symbol[] buckets = new Symbol[256];
  private int size;

  private int hash(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * factor + text[i];
    }
    return hash;
  }

  /** Finds or adds the word from start to end. */
  Symbol get(char[] text, int start, int end) {
    int hash = hash(text, start, end);
    Symbol symbol = buckets[index(hash)];
    while (symbol != null) {
      if (symbol.hash() == hash && symbol.isWritten(text, start, end)) {
        return symbol;
      }
      symbol = symbol.next;
    }
    return add(text, start, end, hash);
  }

  /** Finds or adds a word. */
  Symbol get(String name) {
    char[] word = name.toCharArray();
    return get(word, 0, word.length);
  }

  private Symbol add(char[] text, int start, int end, int hash) {
    if (size++ == buckets.length) {
      grow();
    }
    Symbol symbol = new Symbol(new String(text, start, end - start), hash);
    link(symbol);
    return symbol;
  }

  private void grow() {
    @Nullable Symbol[] old = buckets;
    buckets = new Symbol[2 * old.length];
    for (Symbol chain : old) {
      Symbol symbol = chain;
      while (symbol != null) {
        Symbol next = symbol.next;
        link(symbol);
        symbol = next;
      }
    }
  }

  private void link(Symbol symbol) {
    int index = index(symbol.hash());
    symbol.next = buckets[index];
    buckets[index] = symbol;
  }

  private int index(int hash) {
    return (hash ^ hash >>> 16) & buckets.length - 1;
  }
}
