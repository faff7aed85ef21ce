package io.prosodykit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderDeletionTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path parent;

  @SuppressWarnings("NullAway.Init") // set before each test
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectories(parent.resolve("folder"));
    Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/file"), "text");
  }

  @Test
  void deletesEachPartBeforeItsFolder() throws IOException {
    List<String> deleted = new ArrayList<>();
    FolderDeletion.delete(
        folder,
        path -> {
          deleted.add(parent.relativize(path).toString().replace('\\', '/'));
          Files.delete(path);
        });

    assertThat(deleted)
        .containsExactlyInAnyOrder("folder/a/b", "folder/a/file", "folder/a", "folder")
        .endsWith("folder/a", "folder");
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void doesNotFollowLinks() throws IOException {
    Path kept = Files.writeString(parent.resolve("kept"), "text");
    Files.createSymbolicLink(folder.resolve("link"), kept);
    Files.createSymbolicLink(folder.resolve("up"), parent);

    FolderDeletion.delete(folder, Files::delete);

    assertThat(folder).doesNotExist();
    assertThat(kept).hasContent("text");
  }

  @Test
  void toleratesWhatOthersDelete() throws IOException {
    FolderDeletion.delete(parent.resolve("missing"), Files::delete);
    Path file = folder.resolve("a/file");
    FolderDeletion.delete(
        folder,
        path -> {
          Files.deleteIfExists(file);
          Files.deleteIfExists(path);
        });

    assertThat(folder).doesNotExist();
  }

  @Test
  void failsIfAPartCannotBeDeleted() {
    assertThatIOException()
        .isThrownBy(
            () ->
                FolderDeletion.delete(
                    folder,
                    path -> {
                      throw new IOException("no");
                    }))
        .withMessage("no");
    assertThat(folder.resolve("a/file")).exists();
  }
}
