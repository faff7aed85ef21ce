package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TreeWriterTest {
  private static final ImmutableSortedMap<String, String> FILES =
      ImmutableSortedMap.of(
          "mod_x/.luacheckrc", "std",
          "mod_x/mod_x.lua", "new module",
          "mod_x/spec/support/a.lua", "double é",
          "mod_x/spec/x_spec.lua", "spec");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path root;

  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createDirectory(root.resolve("target"));
  }

  private WriteReport write(OnConflict onConflict) throws IOException {
    return PlannedWrite.of(new TreeWriter(new Disk(), directory, "mod_x"), root, FILES, onConflict);
  }

  private ImmutableList<Path> at(String... paths) {
    return ImmutableList.copyOf(paths).stream()
        .map(directory::resolve)
        .collect(ImmutableList.toImmutableList());
  }

  @ParameterizedTest
  @EnumSource
  void writesNewFolder(OnConflict onConflict) throws IOException {
    WriteReport report = write(onConflict);

    assertThat(Tree.texts(directory)).isEqualTo(FILES);
    assertThat(report.written())
        .containsExactlyElementsOf(at(FILES.keySet().toArray(new String[0])));
    assertThat(report.skipped()).isEmpty();
  }

  @Test
  void makesMissingDirectories() throws IOException {
    directory = root.resolve("a/b/c");

    write(OnConflict.FAIL);

    assertThat(Tree.texts(root)).hasSameSizeAs(FILES).containsKey("a/b/c/mod_x/mod_x.lua");
  }

  @Test
  void refusesFileAboveDirectory() throws IOException {
    directory = Files.writeString(root.resolve("file"), "text").resolve("sub/folder");

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> write(OnConflict.OVERWRITE))
        .withMessageContaining("a file where a folder must be: " + root.resolve("file"));
  }

  @Test
  void refusesFileAsDirectory() throws IOException {
    directory = Files.writeString(root.resolve("file"), "text");

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> write(OnConflict.OVERWRITE))
        .withMessageContaining("a file where a folder must be: " + root.resolve("file"));
  }

  @Test
  void reportsAllConflictsAndWritesNothing() throws IOException {
    Tree.write(directory, Map.of("mod_x/mod_x.lua", "mine", "mod_x/spec/x_spec.lua", "mine"));
    Map<String, String> before = Tree.everything(root);

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> write(OnConflict.FAIL))
        .satisfies(
            conflict ->
                assertThat(conflict.paths())
                    .containsExactlyElementsOf(at("mod_x/mod_x.lua", "mod_x/spec/x_spec.lua")));
    assertThat(Tree.everything(root)).isEqualTo(before);
  }

  @Test
  void failsOnlyIfFilesExist() throws IOException {
    Tree.write(directory, Map.of("mod_x/notes.txt", "mine"));

    write(OnConflict.FAIL);

    assertThat(Tree.texts(directory))
        .containsAllEntriesOf(FILES)
        .containsEntry("mod_x/notes.txt", "mine")
        .hasSize(FILES.size() + 1);
  }

  @Test
  void skipsExistingFiles() throws IOException {
    Tree.write(directory, Map.of("mod_x/mod_x.lua", "mine"));

    WriteReport report = write(OnConflict.SKIP);

    assertThat(Tree.texts(directory))
        .containsEntry("mod_x/mod_x.lua", "mine")
        .containsEntry("mod_x/spec/x_spec.lua", "spec")
        .hasSameSizeAs(FILES);
    assertThat(report.skipped()).containsExactlyElementsOf(at("mod_x/mod_x.lua"));
    assertThat(report.written()).hasSize(FILES.size() - 1);
  }

  @Test
  void overwritesExistingFiles() throws IOException {
    Tree.write(directory, Map.of("mod_x/mod_x.lua", "mine", "mod_x/notes.txt", "mine"));

    WriteReport report = write(OnConflict.OVERWRITE);

    assertThat(report.replaced()).containsExactlyElementsOf(at("mod_x/mod_x.lua"));
    assertThat(Tree.texts(directory))
        .containsAllEntriesOf(FILES)
        .containsEntry("mod_x/notes.txt", "mine")
        .hasSize(FILES.size() + 1);
  }

  @ParameterizedTest
  @EnumSource
  void refusesFolderInPlaceOfFileAndFileInPlaceOfFolder(OnConflict onConflict) throws IOException {
    Tree.write(directory, Map.of("mod_x/mod_x.lua/inner", "mine", "mod_x/spec", "mine"));
    Map<String, String> before = Tree.everything(root);

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> write(onConflict))
        .satisfies(
            conflict ->
                assertThat(conflict.paths())
                    .containsExactlyElementsOf(at("mod_x/mod_x.lua", "mod_x/spec")));
    assertThat(Tree.everything(root)).isEqualTo(before);
  }

  @Test
  void refusesToWriteWhileAnotherRunWrites() throws IOException {
    Journal other = Journal.open(new Disk(), directory, "mod_x");

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> write(OnConflict.OVERWRITE))
        .withMessageContaining("another run");
    other.close();
    write(OnConflict.FAIL);
    assertThat(Tree.texts(directory)).isEqualTo(FILES);
  }
}
