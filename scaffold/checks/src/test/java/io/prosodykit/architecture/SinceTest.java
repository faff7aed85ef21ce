package io.prosodykit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Javadoc of each type that anybody may use says since when it exists. */
class SinceTest {
  private static final Path ROOT = Path.of(System.getProperty("prosodykit.root"));

  /** A package that is exported to everybody. */
  private static final Pattern EXPORT = Pattern.compile("exports ([a-z.]+);");

  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("^public .*\\b(class|interface|enum|record) ", Pattern.MULTILINE);

  /** The last tag of a Javadoc comment that is not indented, and so is a type's. */
  private static final Pattern SINCE =
      Pattern.compile("^ \\* @since [0-9]+\\.[0-9]+\\.[0-9]+\\R \\*/$", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"core", "scaffold/lua", "scaffold/generator", "scaffold/checks"})
  void exportedTypesSaySinceWhenTheyExist(String module) throws IOException {
    Path sources = ROOT.resolve(module).resolve("src/main/java");
    List<Path> types = exportedTypes(sources);
    assertThat(types).hasSizeGreaterThan(10);

    List<Path> without = new ArrayList<>();
    for (Path type : types) {
      if (!SINCE.matcher(Files.readString(type)).find()) {
        without.add(sources.relativize(type));
      }
    }
    assertThat(without).as("types whose Javadoc does not end with @since").isEmpty();
  }

  private static List<Path> exportedTypes(Path sources) throws IOException {
    List<Path> types = new ArrayList<>();
    String exports = Files.readString(sources.resolve("module-info.java"));
    for (MatchResult export : EXPORT.matcher(exports).results().toList()) {
      try (Stream<Path> files = Files.list(sources.resolve(export.group(1).replace('.', '/')))) {
        for (Path file : files.sorted().toList()) {
          if (Files.isRegularFile(file) && PUBLIC_TYPE.matcher(Files.readString(file)).find()) {
            types.add(file);
          }
        }
      }
    }
    return types;
  }
}
