package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.catalog.TargetRange;
import io.prosodykit.testing.BusyPool;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LinterTest {
  private static final Linter LINTER = Linter.builder(TargetRange.parse("13.0")).build();

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @Test
  void findsTheSameInEachRun() throws IOException {
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    for (int i = 0; i < 100; i++) {
      files.put("mod_m" + i + "/mod_m" + i + ".lua", "print(1); module:nonsense();\n");
    }
    Tree.write(folder, files.buildOrThrow());
    LintReport first = LINTER.lint(List.of(folder));

    assertThat(first.modules()).isEqualTo(100);
    assertThat(first.findingsOf(LintRule.PRINT_CALL)).hasSize(100);
    for (int i = 0; i < 20; i++) {
      assertThat(LINTER.lint(List.of(folder))).isEqualTo(first);
    }
  }

  @Test
  @Timeout(60)
  void needsNoThreadOfThePoolThatAllShare() throws IOException {
    Tree.write(folder, ImmutableMap.of("mod_a.lua", "print(1)"));
    BusyPool.during(() -> assertThat(LINTER.lint(List.of(folder)).findings()).hasSize(1));
  }

  @Test
  void countsAByteOrderMarkForNoColumn() throws IOException {
    LintReport report = Modules.lint(folder, "13.0", "\uFEFFprint(1)\n");

    assertThat(report.findings()).hasSize(1);
    assertThat(report.findings().get(0).position()).hasToString("1:1");
    assertThat(report.findings().get(0).sourceLine()).isEqualTo("print(1)");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void failsOnAFileThatCannotBeRead() throws IOException {
    Tree.write(folder, ImmutableMap.of("mod_a.lua", "", "mod_c.lua", ""));
    // a regular file whose first bytes nobody may read
    Files.createSymbolicLink(folder.resolve("mod_b.lua"), Path.of("/proc/self/mem"));

    assertThatIOException().isThrownBy(() -> LINTER.lint(List.of(folder)));
  }
}
