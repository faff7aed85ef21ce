package io.prosodykit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the tables of goals to the goals. */
class ReadmeTest {
  private static final Path SOURCES = Path.of("src/main/java/io/prosodykit/maven");
  private static final Pattern GOAL = Pattern.compile("@Mojo\\(\\s*name = \"([a-z-]+)\"");
  private static final Pattern TABLE = Pattern.compile("\\| goal \\|.*\n\\|[-|]+\n((?:\\|.*\n)+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "maven-plugin/README.md"})
  void hasEveryGoal(String page) throws IOException {
    Path root = Path.of(System.getProperty("prosodykit.root"));
    String table =
        TABLE
            .matcher(Files.readString(root.resolve(page)))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.joining());

    assertThat(names(ROW, table)).isEqualTo(goals());
  }

  /** The goals of this plugin; the one that explains them is generated. */
  private static Set<String> goals() throws IOException {
    Set<String> goals = new TreeSet<>(Set.of("help"));
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        goals.addAll(names(GOAL, Files.readString(file)));
      }
    }
    return goals;
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
