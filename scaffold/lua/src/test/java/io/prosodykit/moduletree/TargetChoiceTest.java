package io.prosodykit.moduletree;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.moduletree.ModuleTargets.Origin;
import io.prosodykit.testing.Records;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetChoiceTest {
  private static final TargetRange OLD = TargetRange.parse("0.11");

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private ModuleTargets targets(String main) {
    return TargetChoice.RECORDED.of(folder.resolve(main));
  }

  private ModuleTargets targetsWithRecord(String text) throws IOException {
    Tree.write(folder, ImmutableMap.of("mod_a/.prosodykit.json", text));
    return targets("mod_a/mod_a.lua");
  }

  @ParameterizedTest
  @CsvSource({
    "mod_a/mod_a.lua,mod_a",
    "a/mod_a.lua,a",
    "mod_a/a/mod_a.lua,mod_a",
    "mod_a/a/mod_a.lua,mod_a/a",
  })
  void readsTheRecordInTheModulesOwnFolder(String main, String place) throws IOException {
    Records.write(folder.resolve(place), "0.11");

    assertThat(targets(main))
        .isEqualTo(ModuleTargets.of(OLD, Origin.RECORDED))
        .matches(ModuleTargets::isStated);
  }

  @ParameterizedTest
  @CsvSource({"mod_a.lua,.", "modules/mod_a.lua,modules", "mod_b/mod_a.lua,mod_b", "a.lib.lua,."})
  void ignoresTheRecordOfASharedFolder(String main, String place) throws IOException {
    Records.write(folder.resolve(place), "0.11");

    assertThat(targets(main))
        .isEqualTo(ModuleTargets.of(TargetRange.maintained(), Origin.ASSUMED))
        .matches(targets -> !targets.isStated());
  }

  @Test
  void assumesTheGivenDefault() throws IOException {
    assertThat(TargetChoice.recordedOr(OLD).of(folder.resolve("mod_a/mod_a.lua")))
        .isEqualTo(ModuleTargets.of(OLD, Origin.ASSUMED));
  }

  @Test
  void readsNoRecordIfTargetsAreGiven() throws IOException {
    targetsWithRecord("not JSON");

    assertThat(TargetChoice.given(OLD).of(folder.resolve("mod_a/mod_a.lua")))
        .isEqualTo(ModuleTargets.of(OLD, Origin.GIVEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{}",
        "{\"spec\":\"13.0\"}",
        "{\"spec\":{\"targets\":13.0}}",
        "{\"spec\":{\"targets\":null}}",
        "{\"spec\":{\"targets\":\"\"}}",
        "{\"spec\":{\"targets\":\"[13.0\"}}",
        "{\"spec\":{\"targets\":\"trunk\"}}",
        "{\"spec\":{\"targets\":\"[14.0,)\"}}",
      })
  void saysThatARecordDoesNotStateTargets(String text) throws IOException {
    ModuleTargets targets = targetsWithRecord(text);

    assertThat(targets.range()).isEqualTo(TargetRange.maintained());
    assertThat(targets.origin()).isEqualTo(Origin.ASSUMED);
    assertThat(targets.problem().orElseThrow().message())
        .startsWith("does not state the targets of its module: ")
        .hasSizeLessThan(300);
    assertThat(targets.problem().orElseThrow().file().toString())
        .endsWith(Path.of("mod_a", ".prosodykit.json").toString());
  }

  @Test
  void saysWhichFieldOfARecordIsWrong() throws IOException {
    assertThat(targetsWithRecord("{\"spec\":{\"targets\":13.0}}").problem().orElseThrow().message())
        .endsWith(": the field \"spec.targets\" must be a string, but is 13.0");
  }

  @ParameterizedTest
  @ValueSource(ints = {900, 2_000, 1_000_000})
  void saysThatARecordIsNestedTooDeep(int depth) throws IOException {
    assertThat(targetsWithRecord("[".repeat(depth)).problem()).isPresent();
  }

  @Test
  void saysThatARecordIsTooLarge() throws IOException {
    String text = "{\"spec\":{\"targets\":\"0.11\"}}" + " ".repeat(BoundedFile.TEXT_LIMIT);

    assertThat(targetsWithRecord(text).problem().orElseThrow().message())
        .contains(": is larger than the limit of 16 MiB");
  }

  @Test
  void saysThatARecordIsNotText() throws IOException {
    Path record = Files.createDirectories(folder.resolve("mod_a")).resolve(".prosodykit.json");
    Files.write(record, new byte[] {(byte) 0xFF});

    assertThat(targets("mod_a/mod_a.lua").problem().orElseThrow().message())
        .endsWith(": is not in UTF-8");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void doesNotFollowLinksOutOfTheFolder() throws IOException {
    Records.write(folder, "0.11");
    Path record = Files.createDirectories(folder.resolve("mod_a")).resolve(".prosodykit.json");
    Files.createSymbolicLink(record, folder.resolve(".prosodykit.json"));

    assertThat(targets("mod_a/mod_a.lua").problem().orElseThrow().message())
        .contains(": is a link out of ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void doesNotOpenPipes() throws Exception {
    Path record = Files.createDirectories(folder.resolve("mod_a")).resolve(".prosodykit.json");
    assertThat(new ProcessBuilder("mkfifo", record.toString()).start().waitFor()).isZero();

    assertThat(targets("mod_a/mod_a.lua").problem().orElseThrow().message())
        .endsWith(": is not a regular file");
  }

  @Test
  void doesNotOpenFolders() throws IOException {
    Files.createDirectories(folder.resolve("mod_a/.prosodykit.json"));

    assertThat(targets("mod_a/mod_a.lua").problem()).isPresent();
  }
}
