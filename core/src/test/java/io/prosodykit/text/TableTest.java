package io.prosodykit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void alignsColumns() {
    assertThat(new Table().row("NAME", "LAYER").row("a", "b").row("longer"))
        .hasToString(
            """
            NAME    LAYER
            a       b
            longer
            """);
  }

  @Test
  void leavesCellsOpenBelowTheFirstOfSeveralTexts() {
    assertThat(new Table().rows(List.of("a", "b"), List.of("first", "second")))
        .hasToString(
            """
            a  b  first
                  second
            """);
  }

  @Test
  void countsCharactersAndNotUnits() {
    assertThat(new Table().row("\ud83d\ude00", "x").row("ab", "y"))
        .hasToString("\ud83d\ude00   x\nab  y\n");
  }

  @Test
  void showsWhatATerminalWouldObey() {
    assertThat(new Table().row("\u001b[31mred\u0007\n\u009b\u202e\u2028", "x"))
        .hasToString("\\u001B[31mred\\u0007\\u000A\\u009B\\u202E\\u2028  x\n");
  }
}
