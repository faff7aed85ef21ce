package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleUnderTestTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path root;

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  private Path modules;

  @BeforeEach
  void writeModules() throws IOException {
    modules = root.resolve("modules");
    Tree.write(
        modules,
        ImmutableMap.of(
            "mod_a/mod_a.lua", "",
            "mod_a/config/stack/a.cfg.lua", "",
            "mod_a/config/notes.txt", "",
            "mod_a/spec/config/other.cfg.lua", "",
            "mod_b/b/mod_b.lua", "",
            "mod_b/config/outer.cfg.lua", "",
            "mod_b/b/config/inner.cfg.lua", ""));
  }

  @Test
  void findsTheExamplesOfEachModule() throws IOException {
    List<ModuleUnderTest> read = ModuleUnderTest.read(List.of(modules), TargetChoice.RECORDED);

    assertThat(read).hasSize(2);
    assertThat(read.get(0).examples())
        .containsExactly(modules.resolve("mod_a/config/stack/a.cfg.lua"));
    assertThat(read.get(1).examples())
        .containsExactly(
            modules.resolve("mod_b/b/config/inner.cfg.lua"),
            modules.resolve("mod_b/config/outer.cfg.lua"));
  }

  @Test
  void acceptsTheFolderOfAModule() throws IOException {
    Path own = modules.resolve("mod_a");
    assertThat(ModuleUnderTest.read(List.of(own), TargetChoice.RECORDED))
        .extracting(ModuleUnderTest::examples)
        .containsExactly(
            ModuleUnderTest.read(List.of(modules), TargetChoice.RECORDED).get(0).examples());
  }

  @ParameterizedTest
  @CsvSource({
    "mod_a/config/more.cfg.lua, ../../../secret",
    "mod_a/page.html, ../../secret",
    "mod_far, ../outside"
  })
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void refusesLinksOutOfTheModule(String link, String target) throws IOException {
    Tree.write(root, ImmutableMap.of("secret", "", "outside/mod_far.lua", ""));
    Path refused = Files.createSymbolicLink(modules.resolve(link), Path.of(target));

    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> ModuleUnderTest.read(List.of(modules), TargetChoice.RECORDED))
        .withMessageStartingWith(refused + ": is a link out of ");
  }
}
