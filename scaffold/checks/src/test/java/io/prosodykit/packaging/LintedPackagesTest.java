package io.prosodykit.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lint.Linter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintedPackagesTest {
  private static final Instant TIME = Instant.parse("2000-01-01T00:00:00Z");

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private LintedPackages read(String source) throws IOException {
    Path modules = folder.resolve("modules");
    Path own = Files.createDirectories(modules.resolve("mod_greeter"));
    Files.writeString(own.resolve("mod_greeter.lua"), source);
    return LintedPackages.read(
        List.of(modules), "1.0-1", Linter.builder(TargetRange.maintained()).build());
  }

  @Test
  void areWrittenWithoutErrors() throws IOException {
    LintedPackages packages = read("print(1)\n"); // only a warning
    Path output = folder.resolve("output");

    assertThat(packages.hasErrors()).isFalse();
    assertThat(packages.errors().findings()).isEmpty();
    packages.writeTo(output, TIME);
    assertThat(output.resolve(packages.packages().modules().get(0).zipName())).isNotEmptyFile();
  }

  @Test
  void areNotWrittenWithErrors() throws IOException {
    LintedPackages packages = read("local x = = 1\n");
    Path output = folder.resolve("output");

    assertThat(packages.hasErrors()).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> packages.writeTo(output, TIME))
        .withMessageContaining("mod_greeter.lua");
    assertThat(output).doesNotExist();
  }
}
