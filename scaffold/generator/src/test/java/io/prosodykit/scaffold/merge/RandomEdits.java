package io.prosodykit.scaffold.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A text and two edited versions of it, determined by a seed. */
record RandomEdits(String base, String yours, String theirs) {
  private static final int LONGEST = 40;

  /** Creates texts in which every line is frequent, in the base and in the additions. */
  static RandomEdits ofRepeatedLines(int seed) {
    Random random = new Random(seed);
    int different = 2 + random.nextInt(20);
    return edits(random, () -> "line " + random.nextInt(different) + "\n");
  }

  /** Creates texts without duplicate lines, so that they can be compared in only one way. */
  static RandomEdits ofDistinctLines(int seed) {
    int[] lines = {0};
    return edits(new Random(seed), () -> "line " + lines[0]++ + "\n");
  }

  /** Creates lines. */
  private interface Lines {
    String next();
  }

  private static RandomEdits edits(Random random, Lines lines) {
    List<String> base = new ArrayList<>();
    for (int i = random.nextInt(LONGEST); i > 0; i--) {
      base.add(lines.next());
    }
    return new RandomEdits(
        text(random, base), edited(random, base, lines), edited(random, base, lines));
  }

  private static String edited(Random random, List<String> base, Lines lines) {
    List<String> edited = new ArrayList<>(base);
    for (int edits = random.nextInt(5); edits > 0; edits--) {
      int begin = random.nextInt(edited.size() + 1);
      int end = Math.min(edited.size(), begin + random.nextInt(4));
      edited.subList(begin, end).clear();
      for (int added = random.nextInt(4); added > 0; added--) {
        edited.add(begin, lines.next());
      }
    }
    return text(random, edited);
  }

  /** Some texts do not end in a line feed. */
  private static String text(Random random, List<String> lines) {
    String text = String.join("", lines);
    return text.isEmpty() || random.nextInt(10) > 0 ? text : text.substring(0, text.length() - 1);
  }
}
