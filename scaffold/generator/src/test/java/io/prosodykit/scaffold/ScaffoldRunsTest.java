package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.LuaInterpreter;
import io.prosodykit.testing.Programs;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the programs on scaffolds that the author of a module would run. */
class ScaffoldRunsTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  static Set<String> names() {
    return Examples.all().keySet();
  }

  private Path write(String name) throws IOException {
    ModuleSpec spec = Examples.named(name);
    Scaffold.of(spec).writeTo(folder, OnConflict.FAIL);
    return folder.resolve("mod_" + spec.name());
  }

  @ParameterizedTest
  @MethodSource("names")
  @RequiresProgram("luacheck")
  void luacheckFindsNothingFromOutside(String name) throws IOException, InterruptedException {
    String module = write(name).getFileName().toString();

    assertThat(Programs.run(folder, List.of("luacheck", "--no-cache", "--no-color", module)))
        .contains("Total: 0 warnings / 0 errors in ");
  }

  @ParameterizedTest
  @MethodSource("names")
  @RequiresProgram("luacheck")
  void luacheckFindsNothingInside(String name) throws IOException, InterruptedException {
    assertThat(Programs.run(write(name), List.of("luacheck", "--no-cache", "--no-color", ".")))
        .contains("Total: 0 warnings / 0 errors");
  }

  @ParameterizedTest
  @MethodSource("names")
  @RequiresProgram({"busted", "lua5.1", "lua5.2", "lua5.3", "lua5.4"})
  void specsPassInEveryLua(String name) throws IOException, InterruptedException {
    Path module = write(name);
    for (String lua : LuaInterpreter.PROGRAMS) {
      String output = Programs.run(module, List.of("busted", "--lua=" + lua, "--output=TAP"));
      assertThat(output).contains("ok 1 - ").doesNotContain("not ok");
    }
  }
}
