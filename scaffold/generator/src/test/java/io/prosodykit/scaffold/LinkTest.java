package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is written through links, wherever they lead. */
class LinkTest {
  private static final Scaffold SCAFFOLD =
      Scaffold.of(ModuleSpec.builder("x", Recipe.IQ_HANDLER).build());

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path root;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path directory;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path outside;

  @BeforeEach
  void makeFolders() throws IOException {
    directory = Files.createDirectory(root.resolve("target"));
    outside = Files.createDirectory(root.resolve("outside"));
    Tree.write(outside, Map.of("secret", "text"));
  }

  private void refuses(Path link) throws IOException {
    Map<String, String> before = Tree.everything(root);
    assertThatExceptionOfType(LinkedFolderException.class)
        .isThrownBy(() -> SCAFFOLD.plan(directory, OnConflict.OVERWRITE))
        .satisfies(refusal -> assertThat(refusal.link()).isEqualTo(link));
    assertThatExceptionOfType(LinkedFolderException.class)
        .isThrownBy(() -> SCAFFOLD.writeTo(directory, OnConflict.OVERWRITE))
        .withMessageContaining(link.toString())
        .satisfies(refusal -> assertThat(refusal.link()).isEqualTo(link));
    assertThat(Tree.everything(root)).isEqualTo(before);
  }

  @Test
  void refusesModuleFolderThatLeadsOutside() throws IOException {
    refuses(Files.createSymbolicLink(directory.resolve("mod_x"), outside));
  }

  @Test
  void refusesInnerFolderThatLeadsOutside() throws IOException {
    Files.createDirectory(directory.resolve("mod_x"));
    refuses(Files.createSymbolicLink(directory.resolve("mod_x/spec"), Path.of("../../outside")));
  }

  @Test
  void refusesLinkThatLeadsNowhere() throws IOException {
    refuses(Files.createSymbolicLink(directory.resolve("mod_x"), root.resolve("nowhere")));
  }

  @Test
  void refusesLinkThatStaysInside() throws IOException {
    Files.createDirectory(directory.resolve("real"));
    refuses(Files.createSymbolicLink(directory.resolve("mod_x"), Path.of("real")));
  }

  @Test
  void writesIntoDirectoryThatIsItselfLink() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("link"), directory);

    SCAFFOLD.writeTo(link, OnConflict.FAIL);

    assertThat(directory.resolve("mod_x/mod_x.lua")).isRegularFile();
  }

  @Test
  void replacesLinkInPlaceOfFileWithoutTouchingItsTarget() throws IOException {
    Files.createDirectory(directory.resolve("mod_x"));
    Path link =
        Files.createSymbolicLink(directory.resolve("mod_x/mod_x.lua"), outside.resolve("secret"));

    SCAFFOLD.writeTo(directory, OnConflict.OVERWRITE);

    assertThat(outside.resolve("secret")).hasContent("text");
    assertThat(link)
        .isRegularFile()
        .satisfies(file -> assertThat(Files.isSymbolicLink(file)).isFalse());
  }

  @Test
  void refusesLinkInPlaceOfJournal() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve(".mod_x.prosodykit"), outside);

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> SCAFFOLD.writeTo(directory, OnConflict.FAIL))
        .satisfies(conflict -> assertThat(conflict.paths()).containsExactly(link));
    assertThat(Tree.texts(outside)).containsOnlyKeys("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside/secret",
        "/etc/passwd",
        "mod_x/../../outside/secret",
        "mod_x/../secret",
        "mod_x/./a",
        "mod_x/..",
        ""
      })
  void refusesPathsThatLeaveTheDirectory(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> TargetPaths.resolve(directory, path));
  }
}
