package io.prosodykit.moduletree;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.files.BoundedFile;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.module.FrontMatter;
import io.prosodykit.module.ModuleFacts;
import io.prosodykit.testing.BusyPool;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ParallelFileReaderTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private final ParallelFileReader files = new ParallelFileReader();

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
  void readsItselfWhatNoOtherThreadReads() throws IOException {
    BusyPool.during(this::readsEachFileThatWasFound);
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    Path code = folder.resolve("mod_gone.lua");
    Path readme = folder.resolve("README.md");
    files.foundCode(code);
    files.foundReadme(readme);
    files.finish();

    assertThat(files.code(code).told()).isNull();
    assertThat(files.code(code).problems())
        .containsExactly(SourceProblem.of(code, "does not exist"));
    assertThat(files.readme(readme).problems())
        .containsExactly(SourceProblem.of(readme, "does not exist"));
  }

  @Test
  @Timeout(60)
  void saysWhatIsNotAFile() throws IOException {
    Path code = Files.createDirectory(folder.resolve("mod_folder.lua"));
    Path readme = folder.resolve("README.md");
    try (RandomAccessFile sparse = new RandomAccessFile(readme.toFile(), "rw")) {
      sparse.setLength(BoundedFile.TEXT_LIMIT + 1);
    }
    files.foundCode(code);
    files.foundReadme(readme);
    files.finish();

    assertThat(files.code(code).problems())
        .containsExactly(SourceProblem.of(code, "is a folder, not a file"));
    assertThat(files.readme(readme).problems())
        .containsExactly(SourceProblem.of(readme, "is larger than the limit of 16 MiB"));
  }

  @Test
  void continuesAfterABrokenReadme() throws IOException {
    Path broken = Files.writeString(folder.resolve("README"), "---\nlabels: &a [[*a]]\n---\n");
    Path whole = Files.writeString(folder.resolve("README.md"), "---\nsummary: Fine\n---\n");
    files.foundReadme(broken);
    files.foundReadme(whole);
    files.finish();

    assertThat(files.readme(broken).problems())
        .extracting(SourceProblem::toString)
        .containsExactly(broken + ":2:13: the front matter has a label that is not plain text");
    assertThat(files.readme(whole).told())
        .extracting(FrontMatter::summary)
        .isEqualTo(Optional.of("Fine"));
  }

  @Test
  void cutsLongMessages() {
    assertThat(SourceProblem.of(folder, "x".repeat(30_000_000)).toString()).hasSizeLessThan(1_000);
  }
}
