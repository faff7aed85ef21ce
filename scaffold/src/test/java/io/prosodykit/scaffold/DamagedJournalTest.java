package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a killed run left and a broken disk spoiled is never deleted. */
final class DamagedJournalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rubbish\nend",
        "turn mod_x/README.md\nend",
        "replace ../../x\nend",
        "replace mod_x/README.md"
      })
  void keepsTheOldFilesAndSaysWhereTheyAre(String plan, @TempDir Path directory) throws Exception {
    Path journal = directory.resolve(".mod_x.prosodykit");
    Path saved = journal.resolve("old/mod_x/README.md");
    Files.createDirectories(saved.getParent());
    Files.writeString(saved, "mine");
    Files.writeString(journal.resolve("plan"), plan);

    assertThatThrownBy(
            () ->
                new TreeWriter(new Disk(), directory, "mod_x")
                    .write(
                        ImmutableSortedMap.of("mod_x/README.md", "theirs"), OnConflict.OVERWRITE))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(journal.toString())
        .hasMessageContaining("take what you miss out of its folder old, then delete it");
    assertThat(saved).hasContent("mine");
    assertThat(directory.resolve("mod_x")).doesNotExist();
  }
}
