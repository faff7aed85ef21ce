package io.prosodykit.scaffold.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each letter stands for a line. */
class MergeTest {
  private static final int LINES = 2_000;

  private static String lines(String letters) {
    return letters.replaceAll("\\w", "$0\n");
  }

  private static Merge merge(String base, String yours, String theirs) {
    return Merge.of(lines(base), lines(yours), lines(theirs));
  }

  /** Writes a conflict as {@code [yours|theirs]}. */
  private static String letters(Merge merge) {
    return merge
        .text()
        .replace("<<<<<<< yours\n", "[")
        .replace("=======\n", "|")
        .replace(">>>>>>> prosodykit\n", "]")
        .replace("\n", "");
  }

  @ParameterizedTest
  @CsvSource({
    "abcde, aBcde, abcDe, aBcDe",
    "abcde, bcde, abcd, bcd",
    "abcde, Xabcde, abcdeY, XabcdeY",
    "abcde, ace, abcde, ace",
    "abcde, aBcde, aBcde, aBcde",
    "abcde, aBcDe, aBcde, aBcDe",
    "abcde, abcde, aXcXe, aXcXe",
    "abab, abXab, abab, abXab"
  })
  void takesChangesOfBothSides(String base, String yours, String theirs, String merged) {
    Merge merge = merge(base, yours, theirs);

    assertThat(letters(merge)).isEqualTo(merged);
    assertThat(merge.hasConflicts()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "abcde, aBcde, aXcde, a[B|X]cde",
    "abcde, acde, aXcde, a[|X]cde",
    "abcde, aBcde, abXde, a[Bc|bX]de",
    "abcde, abXcde, abYcde, ab[X|Y]cde",
    "abcde, aPXQcde, aPYQcde, aP[X|Y]Qcde",
    "abcde, XbcYe, abcZe, Xbc[Y|Z]e",
    "abcdef, aXXXXf, abYdZf, a[XXXX|bYdZ]f"
  })
  void marksChangesThatTouchEachOther(String base, String yours, String theirs, String merged) {
    Merge merge = merge(base, yours, theirs);

    assertThat(letters(merge)).isEqualTo(merged);
    assertThat(merge.hasConflicts()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a\nb' | 'a\nB' | 'a\nb' | 'a\nB'",
        "'a\nb' | 'a\nb\n' | 'X\na\nb' | 'X\na\nb\n'",
        "'a\nb\n' | 'a\nB' | 'a\nX' | 'a\n<<<<<<< yours\nB\n=======\nX\n>>>>>>> prosodykit\n'",
        "'a\r\nb\r\n' | 'a\r\nB\r\n' | 'a\r\nb\r\n' | 'a\r\nB\r\n'"
      })
  void keepsLineEnds(String base, String yours, String theirs, String merged) {
    assertThat(Merge.of(base, yours, theirs).text()).isEqualTo(merged);
  }

  private static Stream<RandomEdits> edits() {
    return IntStream.range(0, 2_000)
        .boxed()
        .flatMap(i -> Stream.of(RandomEdits.ofDistinctLines(i), RandomEdits.ofRepeatedLines(i)));
  }

  @Test
  void sideWithoutChangesGetsThoseOfTheOther() {
    assertThat(edits())
        .allSatisfy(
            edits -> {
              Merge changed = new Merge(edits.yours(), false);
              assertThat(Merge.of(edits.base(), edits.base(), edits.yours())).isEqualTo(changed);
              assertThat(Merge.of(edits.base(), edits.yours(), edits.base())).isEqualTo(changed);
              assertThat(Merge.of(edits.base(), edits.yours(), edits.yours())).isEqualTo(changed);
            });
  }

  @Test
  void findsConflictsOfEarlierMerge() {
    Merge merge = merge("a", "b", "c");
    assertThat(merge.hasConflicts()).isTrue();
    assertThat(Merge.isMarked(merge.text())).isTrue();
    assertThat(Merge.isMarked(merge.text().replace("\n", "\r\n"))).isTrue();
    assertThat(Merge.isMarked("of <<<<<<< yours\n>>>>>>> prosodykit\n")).isFalse();
  }

  private static void growsLinearly(IntToLongFunction steps) {
    assertThat(steps.applyAsLong(4 * LINES)).isLessThan(6 * steps.applyAsLong(LINES) + LINES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<<<<<<< yours", ">>>>>>> prosodykit", "<<<<<<< yours\r"})
  void looksForConflictsInOnePass(String mark) {
    growsLinearly(
        lines -> {
          CountingText text = new CountingText((mark + "\n").repeat(lines));
          assertThat(Merge.isMarked(text)).isFalse();
          return text.steps;
        });
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
