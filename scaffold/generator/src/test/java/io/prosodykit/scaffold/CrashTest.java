package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Makes each change to the disk fail, and kills the run at each of them. */
class CrashTest {
  private static final ImmutableSortedMap<String, String> FILES =
      ImmutableSortedMap.of(
          "mod_x/mod_x.lua", "new module",
          "mod_x/README.md", "new readme",
          "mod_x/config/x.cfg.lua", "new configuration",
          "mod_x/spec/x_spec.lua", "new spec");

  private static final String GONE = "mod_x/spec/gone.lua";

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path root;

  /** The files before and after. */
  enum Start {
    NO_DIRECTORY(OnConflict.FAIL, ImmutableMap.of()),
    NO_MODULE(OnConflict.FAIL, ImmutableMap.of("other/file", "mine")),
    OTHER_FILES(OnConflict.FAIL, ImmutableMap.of("mod_x/notes.txt", "mine")),
    SOME_FILES_SKIPPED(OnConflict.SKIP, ImmutableMap.of("mod_x/mod_x.lua", "mine")),
    SOME_FILES_OVERWRITTEN(
        OnConflict.OVERWRITE,
        ImmutableMap.of("mod_x/mod_x.lua", "old", "mod_x/config/own", "mine")),
    ONE_FILE_DELETED(OnConflict.OVERWRITE, ImmutableMap.of("mod_x/mod_x.lua", "old", GONE, "old")),
    ALL_FILES_OVERWRITTEN(
        OnConflict.OVERWRITE, ImmutableMap.copyOf(Maps.transformValues(FILES, text -> "old")));

    final OnConflict onConflict;
    final ImmutableMap<String, String> texts;

    Start(OnConflict onConflict, ImmutableMap<String, String> texts) {
      this.onConflict = onConflict;
      this.texts = texts;
    }
  }

  private Path begin(Start start, int run) throws IOException {
    Path directory = Files.createDirectory(root.resolve(start + "-" + run)).resolve("a/b");
    Tree.write(directory, start.texts);
    return directory;
  }

  private static void write(Disk disk, Path directory, OnConflict onConflict) throws IOException {
    new TreeWriter(disk, directory, "mod_x").write(FILES, ImmutableSortedSet.of(GONE), onConflict);
  }

  private Map<String, String> finished(Start start) throws IOException {
    Path directory = begin(start, -1);
    write(new Disk(), directory, start.onConflict);
    return Tree.everything(directory);
  }

  @ParameterizedTest
  @EnumSource
  void leavesTargetUnchangedWhicheverChangeFails(Start start) throws IOException {
    Map<String, String> after = finished(start);
    int failures = 0;
    for (int changes = 0; ; changes++) {
      Path directory = begin(start, changes);
      Path above = root.resolve(start + "-" + changes);
      Map<String, String> before = Tree.everything(above);
      FaultyDisk disk = FaultyDisk.failingOnce(changes);
      try {
        write(disk, directory, start.onConflict);
      } catch (IOException e) {
        failures++;
        assertThat(Tree.everything(above)).as("fault after %d changes", changes).isEqualTo(before);
        continue;
      }
      assertThat(Tree.everything(directory)).containsAllEntriesOf(after);
      if (!disk.failed()) {
        break;
      }
    }
    assertThat(failures).isGreaterThan(8);
  }

  @ParameterizedTest
  @EnumSource
  void nextRunUndoesWhatKilledRunLeft(Start start) throws IOException {
    Map<String, String> after = finished(start);
    for (int changes = 0; ; changes++) {
      Path directory = begin(start, changes);
      Map<String, String> before = Files.exists(directory) ? Tree.everything(directory) : Map.of();
      FaultyDisk disk = FaultyDisk.killing(changes);
      try {
        write(disk, directory, start.onConflict);
        assertThat(disk.failed()).isFalse();
        break;
      } catch (FaultyDisk.Killed e) {
        restore(new Disk(), directory);
        assertThat(Tree.everything(directory))
            .as("killed after %d changes", changes)
            .isIn(before.isEmpty() ? Map.of("", "folder") : before, after);
      }
    }
  }

  @Test
  void laterRunUndoesWhatRunWasKilledUndoing() throws IOException {
    Start start = Start.ONE_FILE_DELETED;
    Map<String, String> after = finished(start);
    int runs = 0;
    for (int changes = 8; ; changes += 5) {
      for (int restoring = 0; ; restoring++) {
        Path directory = begin(start, runs++);
        Map<String, String> before = Tree.everything(directory);
        FaultyDisk disk = FaultyDisk.killing(changes);
        try {
          write(disk, directory, start.onConflict);
          assertThat(runs).isGreaterThan(30);
          return;
        } catch (FaultyDisk.Killed e) {
          assertThat(disk.failed()).isTrue();
        }
        FaultyDisk second = FaultyDisk.killing(restoring);
        try {
          restore(second, directory);
        } catch (FaultyDisk.Killed e) {
          restore(new Disk(), directory);
        }
        assertThat(Tree.everything(directory))
            .as("killed after %d changes, then after %d", changes, restoring)
            .isIn(before, after);
        if (!second.failed()) {
          break;
        }
      }
    }
  }

  /** Opens and rolls back a journal, as a run does that then finds a conflict. */
  private static void restore(Disk disk, Path directory) throws IOException {
    Files.createDirectories(directory);
    Journal.open(disk, directory, "mod_x").rollBack(new IOException());
  }
}
