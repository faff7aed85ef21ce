package io.prosodykit.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FrontMatterTest {
  private static FrontMatter read(String yaml) {
    return FrontMatter.read("---\n" + yaml + "\n---\n# mod_x\n");
  }

  private static void isBroken(String yaml, String place, String message) {
    FrontMatter frontMatter = read(yaml);
    assertThat(frontMatter.problem())
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.range().begin()).hasToString(place);
              assertThat(problem.message()).startsWith("the front matter " + message);
              assertThat(problem.message()).hasSizeLessThan(300);
            });
    assertThat(frontMatter.labels()).isEmpty();
    assertThat(frontMatter.summary()).isEmpty();
  }

  @Test
  void readsSummaryAndLabels() {
    FrontMatter frontMatter =
        read(
            """
            # a comment
            labels:
            - Stage-Beta
            - 'Type-Auth'
            - 13
            - ~
            rockspec:
              build: { modules: [a, [b, {c: d}]] }
            summary: |
              Lets users
              in""");

    assertThat(frontMatter.labels()).containsExactly("Stage-Beta", "Type-Auth", "13");
    assertThat(frontMatter.summary()).contains("Lets users in");
    assertThat(frontMatter.problem()).isEmpty();
  }

  @Test
  void readsOneLabel() {
    assertThat(read("labels: Stage-Beta").labels()).containsExactly("Stage-Beta");
  }

  @Test
  void takesTheLastOfTwoFieldsWithTheSameName() {
    assertThat(read("summary: a\nlabels: [x]\nsummary: b\nlabels: [y]"))
        .isEqualTo(read("summary: b\nlabels: [y]"));
  }

  @Test
  void readsAliasesOfPlainValues() {
    assertThat(read("title: &t Stage-Beta\nlabels: [*t, *t]\nsummary: *t"))
        .isEqualTo(read("labels: [Stage-Beta, Stage-Beta]\nsummary: Stage-Beta"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment", "just text", "- a list", "labels:", "summary: ~"})
  void hasNoFrontMatterIfNothingIsStated(String yaml) {
    assertThat(read(yaml)).isEqualTo(FrontMatter.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# mod_x", "---x", "----\nsummary: x\n---\n", "--- x\na: b\n---\n"})
  void needsALineOfThreeHyphens(String readme) {
    assertThat(FrontMatter.read(readme)).isEqualTo(FrontMatter.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "labels: &a [[*a]] ! 2:13 ! has a label that is not plain text",
        "labels: &a [*a] ! 2:13 ! has a label that is not plain text",
        "labels: {a: b} ! 2:9 ! has a list of labels that is not plain text",
        "summary: [a] ! 2:10 ! has a summary that is not plain text",
        "x: &l [a]@labels: *l ! 3:9 ! has a list of labels that is not plain text",
        "x: *y ! 2:4 ! uses the alias *y, which is not defined",
        "&a *a : b ! 2:4 ! is not YAML: ",
        "a: [ ! 2:5 ! is not YAML: ",
        "a: b: c ! 2:5 ! is not YAML: ",
        "a: \"\\q\" ! 2:6 ! is not YAML: ",
      })
  void saysWhatIsBroken(String yaml, String place, String message) {
    isBroken(yaml.replace('@', '\n'), place, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "[{a: [", "!!x [", "&a ["})
  void refusesDeepNesting(String level) {
    FrontMatter frontMatter = read("labels:\n  " + level.repeat(8_000));
    assertThat(frontMatter.problem()).isPresent();
  }

  @Test
  void statesTheLimitOfNesting() {
    isBroken("x: " + "[".repeat(20_000), "2:23", "is nested more than 20 levels deep");
    assertThat(read("x: " + "[".repeat(19) + "]".repeat(19)).problem()).isEmpty();
  }

  @Test
  void doesNotExpandAliasesOfAliases() {
    StringBuilder yaml = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 40; i++) {
      yaml.append("l%1$d: &l%1$d [%2$s]\n".formatted(i, ("*l" + (i - 1) + ", ").repeat(10)));
    }
    assertThat(read(yaml + "summary: fine").summary()).contains("fine");
    isBroken(yaml + "labels: [*l39]", "42:10", "has a label that is not plain text");
  }

  @Test
  void refusesLongFrontMatter() {
    isBroken(
        "summary: " + "x".repeat(30_000_000),
        "1:1",
        "is not closed: there is no line of three hyphens within 65536 characters");
    assertThat(read("summary: " + "1".repeat(60_000)).summary()).isPresent();
  }

  @Test
  void saysThatTheEndIsMissing() {
    assertThat(FrontMatter.read("---\nsummary: x\n").problem().map(MetadataProblem::message))
        .isEqualTo(
            Optional.of("the front matter is not closed: there is no line of three hyphens"));
  }
}
