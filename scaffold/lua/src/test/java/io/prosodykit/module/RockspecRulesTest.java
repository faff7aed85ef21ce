package io.prosodykit.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks rockspecs of mod_x as the real luarocks does. */
@RequiresProgram("luarocks")
class RockspecRulesTest {
  private static final String BUILD =
      "\nsource = { url = \"file://.\" }\nbuild = { type = \"none\" }\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      quoteCharacter = '`',
      textBlock =
          """
          mod_x-1.0-1.rockspec | package = "mod_x"; version = "1.0-1" | none
          mod_x-scm-0.rockspec | package = "mod_x"; version = "scm-0" | none
          mod_x-1.0-1.rockspec | package = "mod_x"; version = "1.0" .. "-1" | none
          mod_x-1.0-1.rockspec | if true then package = "mod_x" end; version = "1.0-1" | none
          mod_x-1.0-1.rockspec | version = "1.0-1" | 1:1: it names no package: write package = "mod_x"
          mod_x-1.0-1.rockspec | package = "mod_x" | 1:1: it states no version: write version = "1.0-1"
          mod_x-2.5-3.rockspec | package = "mod_x" | 1:1: it states no version: write version = "2.5-3"
          mod_x-2.5.rockspec | package = "mod_x" | 1:1: it states no version: write version = "1.0-1"
          mod_x-1.0-1.rockspec | package = "mod_y"; version = "1.0-1" | 1:11: the package is named mod_y, but its module is mod_x: write package = "mod_x"
          mod_x-1.0.rockspec | package = "mod_x"; version = "1.0" | 1:30: LuaRocks does not accept the version "1.0": write letters, digits and dots, a hyphen and a revision, as in "1.0-1"
          mod_x-1_0-1.rockspec | package = "mod_x"; version = "1_0-1" | 1:30: LuaRocks does not accept the version "1_0-1": write letters, digits and dots, a hyphen and a revision, as in "1.0-1"
          mod_x-2.0-1.rockspec | package = "mod_x"; version = "1.0-1" | 1:30: LuaRocks expects this file to be named mod_x-1.0-1.rockspec: rename it, or correct its version
          mod_x.rockspec | package = "mod_x"; version = "1.0-1" | 1:30: LuaRocks expects this file to be named mod_x-1.0-1.rockspec: rename it, or correct its version
          mod_x-1.0-1.rockspec | package = "mod_x"; version = "1.0-1"; x = = 1 | 1:43: expected an expression but found '=': LuaRocks cannot load the file until this is fixed
          """)
  void refusesWhatLuaRocksRefuses(
      String name, String source, @Nullable String problem, @TempDir Path folder) throws Exception {
    Rockspec rockspec = Rockspec.parse(source + BUILD);

    assertThat(RockspecRules.problems(rockspec, "x", name))
        .extracting(each -> each.range().begin() + ": " + each.message() + ": " + each.fix())
        .isEqualTo(problem == null ? List.of() : List.of(problem));
    assertThat(luaRocksAccepts(Files.writeString(folder.resolve(name), source + BUILD)))
        .isEqualTo(problem == null);
  }

  @Test
  void saysWhatIsNotAPlainString() {
    Rockspec rockspec =
        Rockspec.parse("package = 'mod_' .. x\nfor i = 1, 2 do version = '1.0-1' end");

    assertThat(RockspecRules.problemsIfNotRun(rockspec, "x", "mod_x-1.0-1.rockspec"))
        .extracting(each -> each.message() + ": " + each.fix())
        .containsExactly(
            "its package is not a plain string: write package = \"mod_x\"",
            "its version is not a plain string: write version = \"1.0-1\"");
  }

  /** Lets LuaRocks load a rockspec, and install what it depends on: nothing. */
  private static boolean luaRocksAccepts(Path file) throws IOException, InterruptedException {
    Path folder = file.resolveSibling("");
    Process process =
        new ProcessBuilder(
                "luarocks",
                "make",
                "--only-deps",
                "--tree",
                "rocks",
                String.valueOf(file.getFileName()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean isAccepted = process.waitFor() == 0;
    assertThat(isAccepted || output.contains("Error")).as(output).isTrue();
    return isAccepted;
  }
}
