package io.prosodykit.files;

import com.google.common.collect.ImmutableList;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * A pattern for the names of files. It is compared byte by byte in UTF-8, as programs in C and Lua
 * do. The time grows with the length of the name times that of the pattern, so that no pattern
 * makes it slow.
 */
public final class NamePattern {
  private final ImmutableList<Item> items;

  private NamePattern(ImmutableList<Item> items) {
    this.items = items;
  }

  /** How often an item of a pattern may occur. */
  public enum Count {
    /** Exactly once. */
    ONE,
    /** Once or not at all. */
    AT_MOST_ONE,
    /** Any number of times, including none. */
    ANY
  }

  /** One byte, or any byte if it is negative. */
  private record Item(int wanted, Count count) {
    boolean takes(byte found) {
      return wanted < 0 || wanted == (found & 0xFF);
    }
  }

  /** Takes the items of a pattern, from left to right. */
  public static final class Builder {
    private static final int WILDCARD = -1;

    private final ImmutableList.Builder<Item> items = ImmutableList.builder();

    private Builder() {}

    /**
     * Adds a byte.
     *
     * @param wanted the byte, from 0 to 255
     * @param count how often it may occur
     * @return this
     */
    public Builder add(int wanted, Count count) {
      items.add(new Item(wanted & 0xFF, count));
      return this;
    }

    /**
     * Adds a wildcard for any byte.
     *
     * @param count how many bytes it matches
     * @return this
     */
    public Builder addWildcard(Count count) {
      items.add(new Item(WILDCARD, count));
      return this;
    }

    /**
     * Makes the pattern.
     *
     * @return a pattern for whole names
     */
    public NamePattern build() {
      return new NamePattern(items.build());
    }
  }

  /**
   * Starts a pattern.
   *
   * @return a builder without items
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reads a glob: {@code *} stands for any number of bytes and {@code ?} for one.
   *
   * @param glob for example {@code *.cfg.lua}
   * @return the pattern
   */
  public static NamePattern ofGlob(String glob) {
    Builder builder = builder();
    for (byte b : glob.getBytes(StandardCharsets.UTF_8)) {
      switch (b) {
        case '*' -> builder.addWildcard(Count.ANY);
        case '?' -> builder.addWildcard(Count.ONE);
        default -> builder.add(b, Count.ONE);
      }
    }
    return builder.build();
  }

  /**
   * {@return whether a name as a whole matches this pattern}
   *
   * @param name the name of a file, without folders
   */
  public boolean matches(String name) {
    // the items that may come next, on all paths through the pattern at once
    BitSet next = new BitSet();
    enter(0, next);
    for (byte found : name.getBytes(StandardCharsets.UTF_8)) {
      BitSet after = new BitSet();
      for (int i = next.nextSetBit(0); i >= 0 && i < items.size(); i = next.nextSetBit(i + 1)) {
        if (items.get(i).takes(found)) {
          enter(items.get(i).count() == Count.ANY ? i : i + 1, after);
        }
      }
      next = after;
    }
    return next.get(items.size());
  }

  /** Adds an item, and those after it if it may be missing. */
  private void enter(int item, BitSet next) {
    int i = item;
    while (!next.get(i)) {
      next.set(i);
      if (i < items.size() && items.get(i).count() != Count.ONE) {
        i++;
      }
    }
  }
}
