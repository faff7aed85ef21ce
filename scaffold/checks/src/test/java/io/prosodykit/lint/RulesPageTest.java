package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.moduletree.TargetChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares RULES.md with the rules, and its examples with what the linter reports. */
class RulesPageTest {
  private static final Pattern HEADING = Pattern.compile("## ([a-z-]+) \\((error|warning|note)\\)");
  private static final String MAIN = "mod_example/mod_example.lua";

  /** A fenced block of the page: the text of a file, or what a link leads to. */
  private record Block(String file, String text, boolean isLink) {}

  /** A section of the page. */
  private record Section(String severity, List<Block> blocks, List<String> text) {}

  private static Map<String, Section> sections() throws IOException {
    Path page = Path.of("src/main/resources/io/prosodykit/lint/RULES.md");
    Map<String, Section> sections = new LinkedHashMap<>();
    Section section = new Section("", new ArrayList<>(), new ArrayList<>());
    String file = "";
    boolean isLink = false;
    List<String> block = null;
    for (String line : Files.readAllLines(page)) {
      Matcher heading = HEADING.matcher(line);
      if (block != null) {
        if (line.equals("```")) {
          section.blocks().add(new Block(file, String.join("\n", block) + "\n", isLink));
          block = null;
        } else {
          block.add(line);
        }
      } else if (heading.matches()) {
        section = new Section(heading.group(2), new ArrayList<>(), new ArrayList<>());
        sections.put(heading.group(1), section);
      } else if (line.startsWith("```")) {
        int space = line.indexOf(' ');
        isLink = line.startsWith("```link ");
        file = space < 0 ? MAIN : line.substring(space + 1);
        block = new ArrayList<>();
      } else {
        section.text().add(line);
      }
    }
    return sections;
  }

  @Test
  void hasASectionForEachRuleAndNoOther() throws IOException {
    assertThat(sections().keySet())
        .as(
            "sections of RULES.md, in the order of LintRule; add \"## RULE (SEVERITY)\" for a new rule")
        .containsExactlyElementsOf(Stream.of(LintRule.values()).map(LintRule::id).toList());
  }

  private static Section section(LintRule rule) throws IOException {
    return Objects.requireNonNull(
        sections().get(rule.id()),
        () -> "RULES.md has no section \"## " + rule + " (" + rule.severity() + ")\"");
  }

  /** Whether a rule is about the source of a module's main file alone, as its examples show. */
  static boolean isOfMainFile(LintRule rule) throws IOException {
    return section(rule).blocks().stream()
        .allMatch(block -> block.file().equals(MAIN) && !block.isLink());
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatTheRuleDoes(LintRule rule, @TempDir Path folder) throws IOException {
    Section section = section(rule);

    assertThat(section.severity()).isEqualTo(rule.severity().toString());
    assertThat(section.text()).anyMatch(line -> line.startsWith("Source: "));
    assertThat(section.blocks()).hasSize(2);
    assertThat(found(folder.resolve("first"), section.blocks().get(0), rule)).isNotEmpty();
    assertThat(found(folder.resolve("second"), section.blocks().get(1), rule)).isEmpty();
  }

  private static List<Finding> found(Path tree, Block block, LintRule rule) throws IOException {
    write(tree, block);
    if (!block.file().endsWith(".lua")) {
      write(tree, new Block(MAIN, "module:log(\"debug\", \"example\")\n", false));
    }
    return Linter.builder(TargetChoice.recordedOr(TargetRange.parse("[0.11,13.0]")))
        .base(tree)
        .build()
        .lint(List.of(tree))
        .findingsOf(rule);
  }

  private static void write(Path tree, Block block) throws IOException {
    Path path = tree.resolve(block.file());
    Files.createDirectories(path.getParent());
    if (block.isLink()) {
      Files.createSymbolicLink(path, Path.of(block.text().strip()));
    } else {
      Files.writeString(path, block.text());
    }
  }
}
