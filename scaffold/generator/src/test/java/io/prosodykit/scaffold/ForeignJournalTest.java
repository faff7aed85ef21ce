package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that looks like a journal, but was not left by a run of this user, is not undone. */
final class ForeignJournalTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path root;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path directory;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path journal;

  @BeforeEach
  void makeFolders() throws IOException {
    directory = Files.createDirectory(root.resolve("target"));
    journal = Files.createDirectory(directory.resolve(".mod_x.prosodykit"));
    Tree.write(root, Map.of("keys/id_rsa", "secret", "target/precious.txt", "mine"));
    Tree.write(directory, Map.of("mod_x/notes.txt", "mine", "mod_x/README.md", "mine"));
    Files.createFile(journal.resolve("lock"));
  }

  private static void write(Path directory) throws IOException {
    new TreeWriter(new Disk(), directory, "mod_x")
        .write(ImmutableSortedMap.of("mod_x/mod_x.lua", "new"), OnConflict.OVERWRITE);
  }

  private void refuses(Class<? extends RuntimeException> refusal, Path named) throws IOException {
    Map<String, String> before = new TreeMap<>(Tree.everything(root));
    before.remove("target/.mod_x.prosodykit/lock");
    assertThatExceptionOfType(refusal)
        .isThrownBy(() -> write(directory))
        .withMessageContaining(named.toString());
    assertThat(Tree.everything(root)).containsAllEntriesOf(before);
  }

  /** Takes the lock as a run does, so that the plan has only the problem under test. */
  private String seal() throws IOException {
    JournalLock.acquire(new Disk(), journal).close();
    return JournalOrigin.seal(journal.resolve("lock"));
  }

  private void plan(String seal, Step... steps) throws IOException {
    Files.writeString(
        journal.resolve("plan"), new Plan(seal, ImmutableList.copyOf(steps)).toString());
  }

  private static Step step(Step.Kind kind, String path) {
    return new Step(kind, path);
  }

  @Test
  void movesNothingThroughLinkInPlaceOfOldFiles() throws IOException {
    Files.createSymbolicLink(journal.resolve("old"), root.resolve("keys"));
    Files.writeString(journal.resolve("plan"), "replace id_rsa\ncreate precious.txt\nend");
    refuses(ConflictException.class, journal);

    plan(seal(), step(Step.Kind.REPLACE, "id_rsa"), step(Step.Kind.CREATE, "precious.txt"));
    refuses(ConflictException.class, journal);

    Tree.write(root, Map.of("keys/mod_x/README.md", "secret"));
    plan(seal(), step(Step.Kind.REPLACE, "mod_x/README.md"));
    refuses(LinkedFolderException.class, journal.resolve("old"));
  }

  @Test
  void movesNothingThroughLinkInTheModule() throws IOException {
    Tree.write(journal, Map.of("old/mod_x/spec/id_rsa", "theirs"));
    Path link = Files.createSymbolicLink(directory.resolve("mod_x/spec"), root.resolve("keys"));
    plan(seal(), step(Step.Kind.REPLACE, "mod_x/spec/id_rsa"));
    refuses(LinkedFolderException.class, link);

    plan(seal(), step(Step.Kind.CREATE, "mod_x/spec/id_rsa"));
    refuses(LinkedFolderException.class, link);
  }

  @Test
  void movesNothingByDotsThatLeadOutOfTheModule() throws IOException {
    plan(seal(), step(Step.Kind.CREATE, "mod_x/../precious.txt"));
    refuses(ConflictException.class, journal);

    Tree.write(root, Map.of("out/deep/notes.txt", "mine", "out/id_rsa", "secret"));
    Files.createSymbolicLink(directory.resolve("mod_x/sub"), root.resolve("out/deep"));
    plan(seal(), step(Step.Kind.CREATE, "mod_x/sub/../id_rsa"));
    refuses(ConflictException.class, journal);
  }

  @Test
  void ignoresJournalFromCheckout() throws IOException {
    plan("2026-01-01T00:00:00Z", step(Step.Kind.CREATE, "mod_x/notes.txt"));
    refuses(ConflictException.class, journal);
  }

  @Test
  void ignoresCopyOfJournal() throws IOException {
    plan(seal(), step(Step.Kind.CREATE, "mod_x/notes.txt"));
    Path copy = Files.createDirectory(root.resolve("copy"));
    Tree.write(copy, Tree.texts(directory));

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> write(copy))
        .withMessageContaining("it was copied or checked out");
    assertThat(copy.resolve("mod_x/notes.txt")).hasContent("mine");
  }

  @Test
  void undoesWhatRunOfThisUserLeft() throws IOException {
    Tree.write(journal, Map.of("old/mod_x/README.md", "before"));
    plan(
        seal(),
        step(Step.Kind.CREATE, "mod_x/notes.txt"),
        step(Step.Kind.REPLACE, "mod_x/README.md"));

    write(directory);

    assertThat(Tree.texts(directory))
        .isEqualTo(
            Map.of("mod_x/README.md", "before", "mod_x/mod_x.lua", "new", "precious.txt", "mine"));
  }

  @Test
  void doesNotMoveFolders() throws IOException {
    Tree.write(journal, Map.of("old/mod_x/notes.txt/below", "theirs"));
    plan(seal(), step(Step.Kind.REPLACE, "mod_x/notes.txt"));
    refuses(ConflictException.class, journal);
  }

  @Test
  void ignoresJournalOfAnotherUser() throws IOException {
    Path plan = journal.resolve("plan");
    plan(seal(), step(Step.Kind.CREATE, "mod_x/notes.txt"));
    assumeThat(Files.getFileStore(root).supportsFileAttributeView("posix")).isTrue();
    assumeThat(Files.getAttribute(root, "unix:uid")).as("only root gives files away").isEqualTo(0);
    Files.setAttribute(plan, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
    refuses(ConflictException.class, journal);
  }

  @Test
  void doesNotReadPlanThatIsLink() throws IOException {
    Files.createSymbolicLink(journal.resolve("plan"), Path.of("/dev/zero"));
    refuses(ConflictException.class, journal);
  }

  @Test
  void doesNotWaitForLockThatIsNotFile() throws IOException {
    Files.delete(journal.resolve("lock"));
    Files.createDirectory(journal.resolve("lock"));
    refuses(ConflictException.class, journal);
  }
}
