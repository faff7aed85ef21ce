package io.prosodykit.scaffold.merge;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts of different shapes whose merge must take time proportional to the number of lines. */
public final class MergeShapes implements Supplier<Map<String, IntFunction<Runnable>>> {
  @Override
  public Map<String, IntFunction<Runnable>> get() {
    return ImmutableMap.of(
        "merge: marks of conflicts",
        lines -> merge(lines, 20, "<<<<<<< yours\n".repeat(lines)),
        "merge: few different lines",
        lines -> merge(lines, 20, shuffled(lines, 20, 1)),
        "merge: lines that are there often",
        lines -> merge(lines, 20, shuffled(lines, lines / 50 + 1, 2)),
        "merge: other orders",
        lines -> merge(lines, lines, shuffled(lines, lines, 3)),
        "merge: every second line",
        lines -> {
          String base = numbered(lines, "line ");
          String yours = numbered(lines, "your ");
          return () -> Merge.of(base, yours, base);
        });
  }

  private static Runnable merge(int lines, int different, String yours) {
    String base = shuffled(lines, different, 4);
    String theirs = shuffled(lines, different, 5);
    return () -> Merge.of(base, yours, theirs);
  }

  /** Lines that are all different; those with an odd number begin with a word. */
  private static String numbered(int lines, String odd) {
    return IntStream.range(0, lines)
        .mapToObj(i -> (i % 2 == 0 ? "line " : odd) + i + "\n")
        .collect(Collectors.joining());
  }

  private static String shuffled(int lines, int different, int seed) {
    Random random = new Random(seed);
    return IntStream.range(0, lines)
        .mapToObj(i -> "line " + random.nextInt(different) + "\n")
        .collect(Collectors.joining());
  }
}
