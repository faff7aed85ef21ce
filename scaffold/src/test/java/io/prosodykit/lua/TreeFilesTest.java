package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.BusyPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TreeFilesTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private final TreeFiles files = new TreeFiles();

  @Test
  void readsEachFileThatWasFound() throws IOException {
    List<Path> found = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Path file = Files.writeString(folder.resolve(i + ".lua"), "module:depends(\"m" + i + "\")");
      found.add(file);
      files.foundCode(file);
    }
    files.finish();

    for (int i = 0; i < found.size(); i++) {
      ModuleFacts told = files.code(found.get(i)).told();
      assertThat(told).isEqualTo(ModuleFacts.read(found.get(i)));
    }
  }

  @Test
  @Timeout(60)
  void readsByItselfWhatNobodyElseReads() throws IOException {
    BusyPool.during(this::readsEachFileThatWasFound);
  }

  @Test
  void saysWhatCannotBeRead() {
    Path code = folder.resolve("mod_gone.lua");
    Path readme = folder.resolve("README.md");
    files.foundCode(code);
    files.foundReadme(readme);
    files.finish();

    assertThat(files.code(code).told()).isNull();
    assertThat(files.code(code).problems())
        .containsExactly(
            TreeProblem.of(code, "cannot be read: java.nio.file.NoSuchFileException: " + code));
    assertThat(files.readme(readme).problems())
        .containsExactly(
            TreeProblem.of(readme, "cannot be read: java.nio.file.NoSuchFileException: " + readme));
  }
}
