package io.prosodykit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void endsEachRecordWithALineFeed() {
    assertThat(Csv.of(List.of(List.of("a", ""), List.of("b", "c")))).isEqualTo("a,\nb,c\n");
  }

  @Test
  void quotesWhatNeedsIt() {
    assertThat(Csv.of(List.of(List.of("a,b", "say \"hi\"", "plain"))))
        .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",plain\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        " =1",
        "\u00a0=1",
        "\uff1d1+1",
        "\uff20A"
      })
  void marksAsTextWhatASpreadsheetWouldRun(String cell) {
    assertThat(Csv.of(List.of(List.of("x", cell)))).isEqualTo("x,'" + cell + "\n");
  }

  @Test
  void showsWhatNobodySees() {
    assertThat(Csv.of(List.of(List.of("a\u001b[31m", "two\nlines", "\t=1", "\r=1", "a\u202eb"))))
        .isEqualTo("a\\u001B[31m,two\\u000Alines,\\u0009=1,\\u000D=1,a\\u202Eb\n");
  }
}
