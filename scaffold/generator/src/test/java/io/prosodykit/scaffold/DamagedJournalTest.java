package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal that a broken disk damaged is never deleted. */
final class DamagedJournalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "end",
        "replace mod_x/README.md\nend",
        "lock SEAL\nrubbish\nend",
        "lock SEAL\nturn mod_x/README.md\nend",
        "lock SEAL\nreplace ../../x\nend",
        "lock SEAL\nreplace mod_x/../../x\nend",
        "lock SEAL\nreplace mod_x/\0\nend",
        "lock SEAL\nreplace mod_x\nend",
        "lock SEAL\nreplace mod_x/README.md",
        "lock SEAL\nreplace mod_x/README.md\ncreate mod_y/README.md\nend"
      })
  void keepsOldFilesAndReportsWhereTheyAre(String plan, @TempDir Path directory) throws Exception {
    Path journal = directory.resolve(".mod_x.prosodykit");
    Path saved = journal.resolve("old/mod_x/README.md");
    Files.createDirectories(saved.getParent());
    Files.writeString(saved, "mine");
    Path lock = Files.createFile(journal.resolve("lock"));
    try (JournalLock held = JournalLock.acquire(new Disk(), journal)) {
      assertThat(held).isNotNull();
    }
    Files.writeString(journal.resolve("plan"), plan.replace("SEAL", JournalOrigin.seal(lock)));

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(
            () ->
                new TreeWriter(new Disk(), directory, "mod_x")
                    .write(
                        ImmutableSortedMap.of("mod_x/README.md", "theirs"), OnConflict.OVERWRITE))
        .withMessageContaining(journal.toString())
        .withMessageContaining(
            "move the files that you need out of its folder old, then delete it");
    assertThat(saved).hasContent("mine");
    assertThat(directory.resolve("mod_x")).doesNotExist();
  }
}
