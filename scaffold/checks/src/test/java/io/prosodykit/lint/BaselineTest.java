package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The known findings of an old code base. */
class BaselineTest {
  private static Baseline written(Path folder, String source) throws IOException {
    Path file = folder.resolve("baseline.txt");
    Baseline.of(Modules.lint(folder, "13.0", source)).write(file);
    return Baseline.read(file);
  }

  @Test
  void knowsExistingFindings(@TempDir Path folder) throws IOException {
    Baseline baseline = written(folder, "print(1)\n\tx = 2\n");
    LintReport moved = Modules.lint(folder, "13.0", "local y\nx = 2\nprint(1)\nprint(3)\n");

    assertThat(Modules.places(moved.without(baseline), LintRule.PRINT_CALL)).containsExactly("4:1");
    assertThat(Modules.places(moved.without(baseline), LintRule.GLOBAL_ASSIGNMENT)).isEmpty();
  }

  @Test
  void countsAFindingThatOccursTwice(@TempDir Path folder) throws IOException {
    Baseline baseline = written(folder, "print(1)\nprint(1)\n");
    LintReport more = Modules.lint(folder, "13.0", "print(1)\nprint(1)\nprint(1)\n");

    assertThat(more.without(baseline).findings()).hasSize(1);
  }

  @Test
  void isReadableText(@TempDir Path folder) throws IOException {
    written(folder, "print(1) -- a\tb\n");

    assertThat(Files.readString(folder.resolve("baseline.txt")))
        .endsWith("\n1\tprint-call\tmod_example.lua\tprint(1) -- a b\n");
  }

  @Test
  void namesEveryInvalidLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("baseline.txt");
    Files.writeString(
        file, "# x\n0\tprint-call\tf\tx\n1\tprint-call\tf\tx\n1\tprint-cal\tf\tx\nnonsense\n");

    assertThatThrownBy(() -> Baseline.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .satisfies(
            message -> {
              assertThat(message.lines()).hasSize(3);
              assertThat(message).contains("baseline.txt:2: ").contains("baseline.txt:4: ");
              assertThat(message).contains("baseline.txt:5: not a line of a baseline");
            });
  }
}
