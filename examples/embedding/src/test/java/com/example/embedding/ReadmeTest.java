package com.example.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that the Java code in the project's README is that of this program. */
final class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("prosodykit.root"));
  private static final Pattern IN_README = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern IN_PROGRAM =
      Pattern.compile("// README: (?!end)\\S+\n(.*?) *// README: end", Pattern.DOTALL);

  @Test
  void readmeHasCodeOfProgram() throws Exception {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String program =
        Files.readString(
            ROOT.resolve("examples/embedding/src/main/java/com/example/embedding/Embedding.java"));

    List<String> shown = IN_README.matcher(readme).results().map(ReadmeTest::text).toList();
    List<String> run = IN_PROGRAM.matcher(program).results().map(ReadmeTest::text).toList();

    assertThat(shown).isNotEmpty().isEqualTo(run);
  }

  private static String text(MatchResult result) {
    return result.group(1).stripTrailing().stripIndent();
  }
}
