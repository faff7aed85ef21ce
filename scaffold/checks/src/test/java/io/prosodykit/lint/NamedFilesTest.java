package io.prosodykit.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that Lua source, rockspecs and baselines name, or are. */
final class NamedFilesTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private LintReport lint(String source, String modules) throws IOException {
    Tree.write(
        folder,
        ImmutableMap.of(
            "outside.lua",
            "",
            "mod_x/mod_x.lua",
            source,
            "mod_x/mod_x-1-1.rockspec",
            "package = \"mod_x\"\nversion = \"1-1\"\nbuild = { modules = {\n"
                + modules
                + "\n} }\n"));
    return Linter.builder(TargetRange.parse("13.0")).base(folder).build().lint(List.of(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"util.a\\0b", "util.\\0", "util.../../../outside", "util./etc/passwd"})
  void findsNoLibraryByANameThatIsNotAPathInTheModule(String name) throws IOException {
    LintReport report = lint("local a = require \"" + name + "\"; a();\n", "\"mod_x.lua\"");
    assertThat(Modules.places(report, LintRule.LIBRARY_MISSING_IN_TARGET)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\0b", "../outside.lua", "/etc/passwd", "", "gone.lua"})
  void findsNoFileOfARockspecThatIsNotInTheModule(String path) throws IOException {
    LintReport report = lint("", "\"./mod_x.lua\", \"" + path + "\"");
    assertThat(Modules.places(report, LintRule.ROCKSPEC_MISMATCH)).containsExactly("4:16");
  }

  @Test
  void writesReportsOfNamesWithControlCharacters() throws IOException {
    LintReport report = lint("local a = require \"util.a\\0\\27\\255b\"; a();\n", "\"a\\0b\"");
    for (LintFormat format : LintFormat.values()) {
      assertThat(format.print(report)).isNotEmpty().doesNotContain("\0").doesNotContain("\u001B");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\u{D800}", "\\237\\160\\128", "\\xED\\xB0\\x80", "\\u{7FFFFFFF}", "\\255"})
  void writesReportsOfNamesThatAreNotUnicode(String name) throws IOException {
    LintReport report = lint("local a = require \"util." + name + "\"; a();\n", "\"" + name + "\"");
    assertThat(report.findings()).hasSizeGreaterThanOrEqualTo(2);
    for (LintFormat format : LintFormat.values()) {
      assertThat(UTF_8.newEncoder().canEncode(format.print(report))).as(format.name()).isTrue();
    }
  }

  @Test
  void acceptsALongLine() throws IOException {
    String name = "x".repeat(1_000_000);
    LintReport report = lint("", "\"mod_x.lua\", \"" + name + "\"");
    assertThat(Modules.places(report, LintRule.ROCKSPEC_MISMATCH)).hasSize(1);
  }

  @Test
  void namesTheFirstLinesOfAnInvalidBaseline() throws IOException {
    Path file = Files.writeString(folder.resolve("baseline"), "x\n".repeat(100_000));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Baseline.read(file))
        .withMessageContaining("baseline:100: ")
        .withMessageEndingWith("\nand more; the file may not be a baseline");
  }

  @Test
  void refusesABaselineThatIsTooLarge() throws IOException {
    Path file = folder.resolve("baseline");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(Baseline.MAX_BYTES + 1L);
    }
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> Baseline.read(file))
        .withMessage(file + ": is larger than the limit of 64 MiB");
  }
}
