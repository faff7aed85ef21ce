package io.prosodykit.text;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;

/**
 * Code points that can hide or disguise text, as Unicode 15 lists them: categories Cc, Cf, Zl and
 * Zp, variation selectors, Hangul fillers and the combining grapheme joiner.
 */
final class Invisible {
  private static final int[][] RANGES = {
    {0x00, 0x1F},
    {0x7F, 0x9F},
    {0xAD, 0xAD},
    {0x34F, 0x34F},
    {0x600, 0x605},
    {0x61C, 0x61C},
    {0x6DD, 0x6DD},
    {0x70F, 0x70F},
    {0x890, 0x891},
    {0x8E2, 0x8E2},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x200B, 0x200F},
    {0x2028, 0x202E},
    {0x2060, 0x206F},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB},
    {0xFFFE, 0xFFFF},
    {0x110BD, 0x110BD},
    {0x110CD, 0x110CD},
    {0x13430, 0x1343F},
    {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A},
    {0xE0000, 0xE0FFF},
  };

  static final ImmutableRangeSet<Integer> CODE_POINTS = codePoints();

  private Invisible() {}

  private static ImmutableRangeSet<Integer> codePoints() {
    TreeRangeSet<Integer> set = TreeRangeSet.create();
    for (int[] range : RANGES) {
      set.add(Range.closed(range[0], range[1]));
    }
    return ImmutableRangeSet.copyOf(set);
  }
}
