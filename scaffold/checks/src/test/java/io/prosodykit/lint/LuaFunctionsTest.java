package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.facts.LuaLibraries;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares the table of standard functions with the interpreters. */
class LuaFunctionsTest {
  private static final LuaLibraries LIBRARIES = ServerFacts.reference().luaLibraries();

  private static final String DUMP =
      "for name, value in pairs(_G) do if name ~= 'arg' then print(name) end"
          + " if type(value) == 'table' and name ~= '_G' and name ~= 'arg' then"
          + " for field, inner in pairs(value) do"
          + " if type(inner) == 'function' then print(name .. '.' .. field) end end end end";

  private static Set<String> names(LuaVersion version) throws IOException {
    Process process = new ProcessBuilder("lua" + version, "-e", DUMP).start();
    return new TreeSet<>(
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList());
  }

  @Test
  @RequiresProgram({"lua5.1", "lua5.2", "lua5.3", "lua5.4"})
  void hasWhatSomeVersionsLack() throws IOException {
    Map<LuaVersion, Set<String>> names = new EnumMap<>(LuaVersion.class);
    Set<String> all = new TreeSet<>();
    for (LuaVersion version : LuaVersion.values()) {
      names.put(version, names(version));
      all.addAll(names(version));
    }
    for (String name : all) {
      for (LuaVersion version : LuaVersion.values()) {
        boolean has = names.getOrDefault(version, Set.of()).contains(name);
        // package.loaders is a table, and no function is looked up there
        if (!name.startsWith("package.loaders") && !name.startsWith("package.searchers")) {
          assertThat(LIBRARIES.isMissing(name, version.toString()))
              .as("%s is missing in Lua %s", name, version)
              .isEqualTo(!has);
        }
      }
    }
    assertThat(all).containsAll(LIBRARIES.functions().keySet());
  }
}
