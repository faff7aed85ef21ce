package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The time for merging grows as the texts do, whatever they are. */
class MergeTest {
  private static final int LINES = 2_000;

  /** What the lines of a text are like. */
  enum Texts {
    CONFLICT_MARKS,
    FEW_DIFFERENT_LINES,
    LINES_THAT_ARE_THERE_OFTEN,
    OTHER_ORDERS;

    private String yours(int lines) {
      return switch (this) {
        case CONFLICT_MARKS -> lines(lines, i -> "<<<<<<< yours");
        case FEW_DIFFERENT_LINES -> shuffled(lines, 20, 1);
        case LINES_THAT_ARE_THERE_OFTEN -> shuffled(lines, lines / 50, 2);
        case OTHER_ORDERS -> shuffled(lines, lines, 3);
      };
    }

    /** How often lines are compared. */
    long steps(int lines) {
      int different = this == OTHER_ORDERS ? lines : 20;
      CountingComparator comparator = new CountingComparator();
      Merge.of(
          shuffled(lines, different, 4), yours(lines), shuffled(lines, different, 5), comparator);
      return comparator.steps;
    }
  }

  private static String lines(int lines, IntFunction<String> line) {
    return IntStream.range(0, lines)
        .mapToObj(i -> line.apply(i) + "\n")
        .collect(Collectors.joining());
  }

  private static String shuffled(int lines, int different, int seed) {
    Random random = new Random(seed);
    return lines(lines, i -> "line " + random.nextInt(different));
  }

  private static void growsLinearly(IntToLongFunction steps) {
    assertThat(steps.applyAsLong(4 * LINES)).isLessThan(6 * steps.applyAsLong(LINES) + LINES);
  }

  @ParameterizedTest
  @EnumSource
  void comparesNoMoreLinesThanItMust(Texts texts) {
    growsLinearly(texts::steps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<<<<<<< yours", ">>>>>>> prosodykit", "<<<<<<< yours\r"})
  void looksForConflictsInOnePass(String mark) {
    growsLinearly(
        lines -> {
          CountingText text = new CountingText(lines(lines, i -> mark));
          assertThat(Merge.isMarked(text)).isFalse();
          return text.steps;
        });
  }

  @Test
  void findsConflictsThatAnEarlierMergeMarked() {
    Merge merge = Merge.of("a\n", "b\n", "c\n");
    assertThat(merge.hasConflicts()).isTrue();
    assertThat(Merge.isMarked(merge.text())).isTrue();
    assertThat(Merge.isMarked(merge.text().replace("\n", "\r\n"))).isTrue();
    assertThat(Merge.isMarked("of <<<<<<< yours\n>>>>>>> prosodykit\n")).isFalse();
  }

  /** Counts how often lines are compared, or read to be compared. */
  private static final class CountingComparator extends RawTextComparator {
    private long steps;

    @Override
    public boolean equals(RawText a, int ai, RawText b, int bi) {
      steps++;
      return RawTextComparator.DEFAULT.equals(a, ai, b, bi);
    }

    @Override
    public int hash(RawText text, int line) {
      steps++;
      return RawTextComparator.DEFAULT.hash(text, line);
    }

    @Override
    protected int hashRegion(byte[] raw, int ptr, int end) {
      throw new UnsupportedOperationException("hash has the line");
    }
  }

  /** Counts how often a character is read. */
  private static final class CountingText implements CharSequence {
    private final String text;
    private long steps;

    private CountingText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      steps++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      steps += end - start;
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
