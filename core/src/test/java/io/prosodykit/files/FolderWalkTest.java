package io.prosodykit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWalkTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path temporary;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path root;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path module;

  @BeforeEach
  void makeFolders() throws IOException {
    root = Files.createDirectory(temporary.resolve("root"));
    module = Files.createDirectory(root.resolve("mod_x"));
    Files.writeString(module.resolve("mod_x.lua"), "");
    Files.createDirectories(temporary.resolve("outside"));
    Files.writeString(temporary.resolve("outside/secret"), "");
    Files.writeString(temporary.resolve("secret"), "");
  }

  /** What a walk in which each folder mod_… encloses its links reports, sorted. */
  private List<String> walk() throws IOException {
    List<String> found = new ArrayList<>();
    FolderWalk.walk(
        root,
        new FolderWalk.Visitor() {
          @Override
          public boolean enters(Path folder) {
            return !folder.endsWith("spec");
          }

          @Override
          public boolean encloses(Path folder) {
            return String.valueOf(folder.getFileName()).startsWith("mod_");
          }

          @Override
          public void found(Path file) {
            found.add(root.relativize(file).toString());
          }

          @Override
          public void refused(Path link, String reason) {
            found.add(root.relativize(link) + " " + reason);
          }
        });
    found.sort(null);
    return found;
  }

  private void link(String link, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(link), Path.of(target));
  }

  private String out(Path folder) {
    return " is a link out of " + folder + ": replace it with a copy of what it leads to";
  }

  @Test
  void skipsHiddenFilesAndFoldersThatAreNotEntered() throws IOException {
    Files.createDirectories(module.resolve(".git"));
    Files.writeString(module.resolve(".git/config"), "");
    Files.createDirectories(module.resolve("spec"));
    Files.writeString(module.resolve("spec/x_spec.lua"), "");
    Files.writeString(module.resolve(".env"), "");
    assertThat(walk()).containsExactly("mod_x/mod_x.lua");
  }

  @Test
  void followsLinksThatStayInTheirEnclosure() throws IOException {
    Files.createDirectories(module.resolve("inner"));
    Files.writeString(module.resolve("inner/a.lua"), "");
    link("mod_x/again", "inner");
    link("mod_x/b.lua", "inner/a.lua");
    link("mod_y", "mod_x");
    assertThat(walk())
        .containsExactly(
            "mod_x/again/a.lua",
            "mod_x/b.lua",
            "mod_x/inner/a.lua",
            "mod_x/mod_x.lua",
            "mod_y/again/a.lua",
            "mod_y/b.lua",
            "mod_y/inner/a.lua",
            "mod_y/mod_x.lua");
  }

  @Test
  void refusesLinksOutOfTheirEnclosure() throws IOException {
    Files.writeString(root.resolve("shared.lua"), "");
    link("mod_x/a", "../../secret");
    link("mod_x/b", temporary.resolve("outside").toString());
    link("mod_x/c.lua", "../shared.lua");
    link("d", "../outside");
    link("e.lua", "mod_x/mod_x.lua");
    assertThat(walk())
        .containsExactly(
            "d" + out(root),
            "e.lua",
            "mod_x/a" + out(module),
            "mod_x/b" + out(module),
            "mod_x/c.lua" + out(module),
            "mod_x/mod_x.lua",
            "shared.lua");
  }

  @Test
  void refusesLinksThroughLinks() throws IOException {
    Files.createDirectories(module.resolve("inner"));
    link("mod_x/inner/up", "../..");
    link("mod_x/secret", "inner/up/../secret");
    assertThat(walk()).containsExactly("mod_x/mod_x.lua", "mod_x/secret" + out(module));
  }

  @Test
  void refusesLinksToHiddenFilesAndIntoHiddenFolders() throws IOException {
    Files.writeString(module.resolve(".env"), "");
    Files.createDirectories(module.resolve(".git"));
    Files.writeString(module.resolve(".git/config"), "");
    link("mod_x/visible.txt", ".env");
    link("mod_x/history", ".git");
    link("mod_x/config", ".git/config");
    String hidden = " is a link to something hidden: replace it with a copy";
    assertThat(walk())
        .containsExactly(
            "mod_x/config" + hidden,
            "mod_x/history" + hidden,
            "mod_x/mod_x.lua",
            "mod_x/visible.txt" + hidden);
  }

  @Test
  void refusesLinksToNothingAndToThemselves() throws IOException {
    link("mod_x/a", "none");
    link("mod_x/b", "b");
    assertThat(walk())
        .containsExactly(
            "mod_x/a is a link to nothing: remove it",
            "mod_x/b is a link that cannot be followed: remove it",
            "mod_x/mod_x.lua");
  }

  @Test
  void followsTheRootItself() throws IOException {
    Path real = root;
    root = Files.createSymbolicLink(temporary.resolve("link"), real);
    assertThat(walk()).containsExactly("mod_x/mod_x.lua");
  }

  @Test
  void stopsIfLinksMakeEndlessPaths() throws IOException {
    for (int i = 0; i < 12; i++) {
      Path inner = Files.createDirectory(module.resolve("d" + i));
      for (int other = 0; other < 12; other++) {
        Files.createSymbolicLink(inner.resolve("l" + other), Path.of("../d" + other));
      }
    }
    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(this::walk)
        .withMessage(root + ": has more than 4000 links: name a smaller folder");
  }
}
