package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecFolderTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @BeforeEach
  void writeModule() throws IOException {
    write(
        Map.of(
            "mod_a/mod_a.lua", "",
            "mod_a/spec/b_spec.lua", "",
            "mod_a/spec/deep/a_spec.lua", "",
            "mod_a/spec/support/mod_double.lua", "",
            "mod_a/spec/.hidden/c_spec.lua", "",
            "mod_a/spec/notes_spec.txt", "",
            "mod_a/more/check_it.lua", "",
            "mod_a/more/check_not.lua", "",
            "mod_a/more/deep/check_deep.lua", ""));
  }

  private void write(Map<String, String> files) throws IOException {
    Tree.write(folder, ImmutableMap.copyOf(files));
  }

  private SpecFolder find(Path directory) throws IOException {
    List<SpecFolder> found = SpecFolder.find(List.of(directory), TargetChoice.RECORDED);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void findsSpecsOfAModule() throws IOException {
    SpecFolder found = find(folder);

    assertThat(found.module()).isEqualTo("mod_a");
    assertThat(found.folder()).isEqualTo(folder.resolve("mod_a"));
    assertThat(found.files()).containsExactly("spec/b_spec.lua", "spec/deep/a_spec.lua");
  }

  @Test
  void findsSpecsFromTheModulesOwnFolder() throws IOException {
    assertThat(find(folder.resolve("mod_a")).files()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "mod_a/spec/secret_spec.lua, ../../../secret",
    "mod_a/spec/far, ../../../outside",
    "mod_a/.busted, ../../secret",
    "mod_a/helper.lib.lua, ../../secret",
    "mod_b, ../outside"
  })
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void refusesLinksOutOfTheModule(String link, String target, @TempDir Path root)
      throws IOException {
    folder = root.resolve("modules");
    writeModule();
    Tree.write(root, ImmutableMap.of("secret", "", "outside/x_spec.lua", ""));
    Path refused = Files.createSymbolicLink(folder.resolve(link), Path.of(target));

    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> find(folder))
        .withMessageStartingWith(refused + ": is a link out of ");
  }

  @Test
  void refusesSpecsOutsideOfTheModule() throws IOException {
    write(
        Map.of(
            "other/x_spec.lua",
            "",
            "mod_a/.busted",
            "return { default = { ROOT = { \"../other\" } } }"));

    assertThatExceptionOfType(RefusedFileException.class)
        .isThrownBy(() -> find(folder))
        .withMessage(folder.resolve("other") + ": is not in " + folder.resolve("mod_a"));
  }

  @Test
  void treatsModulesInOneFolderAsOne() throws IOException {
    write(Map.of("flat/mod_x.lua", "", "flat/mod_y.lua", "", "flat/spec/x_spec.lua", ""));

    assertThat(find(folder.resolve("flat")).files()).containsExactly("spec/x_spec.lua");
  }

  @Test
  void followsTheConfigurationOfBusted() throws IOException {
    write(
        Map.of(
            "mod_a/.busted",
            """
            return {
              _all = { pattern = "unused", lpath = "./lib/?.lua" },
              default = {
                tags = "fast, small", ["exclude-tags"] = { "slow", "net,disk" }, recursive = false,
                ROOT = { "more" }, pattern = { "check_" }, ["exclude-pattern"] = "_not%.lua",
                helper = "more/help.lua", verbose = true,
              },
              other = { pattern = "x" },
            }
            """));
    SpecFolder found = find(folder);

    assertThat(found.files()).containsExactly("more/check_it.lua");
    assertThat(found.busted().first("lpath")).contains("./lib/?.lua");
    assertThat(found.busted().first("helper")).contains("more/help.lua");
    assertThat(found.busted().list("tags")).containsExactly("fast", "small");
    assertThat(found.busted().list("exclude-tags")).containsExactly("slow", "net", "disk");
    assertThat(found.busted().isOn("recursive")).isFalse();
    assertThat(found.busted().isOn("auto-insulate")).isTrue();
    assertThat(found.busted().remarks()).isEmpty();
  }

  @Test
  void runsOneRootAfterAnother() throws IOException {
    write(
        Map.of(
            "mod_a/.busted",
            "return { default = { ROOT = { \"spec/deep\", \"more/check_it.lua\", \"spec\" } } }"));

    assertThat(find(folder).files())
        .containsExactly("spec/deep/a_spec.lua", "more/check_it.lua", "spec/b_spec.lua");
  }

  @Test
  void reportsIgnoredOptions() throws IOException {
    write(
        Map.of(
            "mod_a/.busted",
            "return { default = { pattern = \"[ab]\", lazy = \"yes\", loaders = \"x\" } }"));
    assertThat(find(folder).busted().remarks())
        .containsExactly(
            "default.pattern is ignored", "default.lazy is ignored", "default.loaders is ignored");

    write(Map.of("mod_a/.busted", "local t = {}; return t"));
    assertThat(find(folder).busted().remarks())
        .containsExactly("ignored: it does not return one table");
    assertThat(find(folder).files()).hasSize(2);
  }

  @Test
  void omitsImpossibleFileNames() throws IOException {
    write(Map.of("mod_a/.busted", "return { default = { ROOT = { \"spec\", \"a\\0b\" } } }"));
    SpecFolder found = find(folder);

    assertThat(found.files()).containsExactly("spec/b_spec.lua", "spec/deep/a_spec.lua");
    assertThat(found.busted().remarks()).containsExactly("default.ROOT is ignored");
  }

  @Test
  void saysThatTheFileIsTooLarge() throws IOException {
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.resolve("mod_a/.busted").toFile(), "rw")) {
      sparse.setLength(BoundedFile.TEXT_LIMIT + 1);
    }
    assertThat(find(folder).busted().remarks())
        .containsExactly("ignored: it is larger than the limit of 16 MiB");
  }
}
