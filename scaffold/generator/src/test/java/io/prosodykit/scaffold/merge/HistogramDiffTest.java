package io.prosodykit.scaffold.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each letter stands for a line. */
class HistogramDiffTest {
  private static List<LineEdit> between(String a, String b) {
    List<TextLines> texts = TextLines.of(a.replaceAll("\\w", "$0\n"), b.replaceAll("\\w", "$0\n"));
    return HistogramDiff.between(texts.get(0), texts.get(1));
  }

  @Test
  void keepsRarestCommonLines() {
    assertThat(between("1uaaa2", "3aaau4"))
        .containsExactly(new LineEdit(0, 1, 0, 4), new LineEdit(2, 6, 5, 6));
  }

  @Test
  void keepsLongestRunOfEquallyRareLines() {
    assertThat(between("1a2bc3", "4bc5a6"))
        .containsExactly(new LineEdit(0, 3, 0, 1), new LineEdit(5, 6, 3, 6));
  }

  @Test
  void putsAddedLinesAfterEqualOnes() {
    assertThat(between("1abcd2", "3abzbcd4"))
        .containsExactly(
            new LineEdit(0, 1, 0, 1), new LineEdit(3, 3, 3, 5), new LineEdit(5, 6, 7, 8));
  }

  @Test
  void replacesWholeRegionOfTooFrequentLines() {
    String often = "a".repeat(64);

    assertThat(between("1" + often + "2", "3" + often + "4")).hasSize(2);
    assertThat(between("1" + often + "a2", "3" + often + "a4"))
        .containsExactly(new LineEdit(0, 67, 0, 67));
  }

  @Test
  void findsNoDifferenceInEqualTexts() {
    assertThat(between("abc", "abc")).isEmpty();
    assertThat(between("", "")).isEmpty();
  }
}
