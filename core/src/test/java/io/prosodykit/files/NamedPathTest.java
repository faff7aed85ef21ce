package io.prosodykit.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedPathTest {
  private static final Path FOLDER = Path.of("folder", "inner");

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\0", "util/a\0.lua"})
  void hasNoPathForInvalidNames(String text) {
    assertThat(NamedPath.resolve(FOLDER, text)).isEmpty();
    assertThat(NamedPath.below(FOLDER, text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../inner/a", "a/../..", "a/../../b", "/etc/passwd", "/"})
  void findsNothingByAPathThatLeadsOut(String text) {
    assertThat(NamedPath.below(FOLDER, text)).isEmpty();
    assertThat(NamedPath.below(Path.of(""), text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a, a", "./a, a", "a/../b, b", "a//b, a/b", "..a, ..a", "a/.., ", "ä/b c, ä/b c"})
  void resolvesWhatIsBelow(String text, String path) {
    if (path == null) {
      assertThat(NamedPath.below(FOLDER, text)).isEmpty();
    } else {
      assertThat(NamedPath.below(FOLDER, text)).contains(FOLDER.resolve(path));
      assertThat(NamedPath.below(Path.of(""), text)).contains(Path.of(path));
    }
  }

  @Test
  void resolvesPathsToAnywhere() {
    assertThat(NamedPath.resolve(FOLDER, "../a")).contains(FOLDER.resolve("../a"));
    assertThat(NamedPath.resolve(FOLDER, "/etc/x")).contains(Path.of("/etc/x"));
  }

  @Test
  void leavesLongNamesToTheFileSystem() {
    Path path = NamedPath.below(FOLDER, "x".repeat(5_000)).orElseThrow();
    assertThat(Files.exists(path)).isFalse();
  }
}
