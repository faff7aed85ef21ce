package io.prosodykit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file has one job, and a package is a room and not a hall. */
final class SizesTest {
  private static final int MOST_LINES = 300;
  private static final int MOST_FILES = 60;

  @Test
  void noFileIsLong() throws IOException {
    assertThat(sources().stream().collect(Collectors.toMap(file -> file, SizesTest::lines)))
        .hasSizeGreaterThan(300)
        .allSatisfy(
            (file, lines) -> assertThat(lines).as("%s", file).isLessThanOrEqualTo(MOST_LINES));
  }

  @Test
  void noPackageIsLarge() throws IOException {
    Map<Path, Long> packages =
        sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    assertThat(packages)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            (name, files) -> assertThat(files).as("%s", name).isLessThanOrEqualTo(MOST_FILES));
  }

  /** The sources that users get, of all artifacts. */
  private static ImmutableList<Path> sources() throws IOException {
    ImmutableList.Builder<Path> sources = ImmutableList.builder();
    Path root = Path.of("../..").toRealPath();
    for (String module :
        ImmutableList.of(
            "core", "scaffold/lua", "scaffold/generator", "scaffold/checks", "maven-plugin")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources.build();
  }

  private static int lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return (int) lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
