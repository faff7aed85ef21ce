package io.prosodykit.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.Pieces;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileFrontMatterTest {
  private static final List<String> YAML =
      List.of(
          "labels",
          "summary",
          ":",
          ": ",
          "\n",
          "\n  ",
          "- ",
          "[",
          "]",
          "{",
          "}",
          ", ",
          "&a ",
          "*a",
          "&b ",
          "*b",
          "? ",
          "!!set ",
          "!x ",
          "'",
          "\"",
          "|\n  ",
          ">-\n ",
          "#",
          "%YAML 1.2",
          "---",
          "...",
          "<<",
          "~",
          "null",
          "\\",
          "\t",
          "@",
          "Stage-Beta",
          "\uD800",
          "\0",
          "1e9999",
          "\r");

  @Test
  void neverFails() {
    Pieces yaml = new Pieces(YAML);
    for (int i = Pieces.inputs(); i > 0; i--) {
      String readme = "---\n" + yaml.next() + "\n---\n";
      FrontMatter frontMatter = FrontMatter.read(readme);
      long lines = readme.lines().count();
      frontMatter
          .problem()
          .ifPresent(
              problem -> {
                assertThat(problem.message()).hasSizeLessThan(2_000);
                assertThat(problem.range().begin().line()).isBetween(1, (int) lines + 1);
                assertThat(frontMatter.labels()).isEmpty();
              });
    }
  }
}
