package io.prosodykit.lua;

import com.google.common.collect.ImmutableSet;
import java.util.EnumSet;

/** Sets of versions as bits, the form that the lexer and the parser use. */
final class Versions {
  static final int V5_1 = 1;
  static final int V5_2 = 2;
  static final int V5_3 = 4;
  static final int V5_4 = 8;
  static final int NONE = 0;
  static final int ALL = 15;
  static final int BEFORE_5_3 = V5_1 | V5_2;
  static final int BEFORE_5_4 = BEFORE_5_3 | V5_3;
  static final int SINCE_5_2 = ALL & ~V5_1;
  static final int SINCE_5_3 = V5_3 | V5_4;

  private static final ImmutableSet<?>[] SETS = new ImmutableSet<?>[ALL + 1];

  static {
    for (int bits = NONE; bits <= ALL; bits++) {
      SETS[bits] = set(bits);
    }
  }

  private Versions() {}

  private static ImmutableSet<LuaVersion> set(int bits) {
    EnumSet<LuaVersion> versions = EnumSet.noneOf(LuaVersion.class);
    for (LuaVersion version : LuaVersion.values()) {
      if ((bits & version.bit()) != 0) {
        versions.add(version);
      }
    }
    return ImmutableSet.copyOf(versions);
  }

  @SuppressWarnings("unchecked") // what set() made
  static ImmutableSet<LuaVersion> of(int bits) {
    return (ImmutableSet<LuaVersion>) SETS[bits];
  }
}
