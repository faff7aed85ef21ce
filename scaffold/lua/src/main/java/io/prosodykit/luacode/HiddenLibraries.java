package io.prosodykit.luacode;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LocalVariable;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.lua.LuaVersion;
import java.util.ArrayList;
import java.util.List;

/** Finds libraries whose variable another one hides where the code uses the library. */
final class HiddenLibraries {
  private HiddenLibraries() {}

  /**
   * Finds them.
   *
   * @param codeBegins the first line after those that require the libraries
   */
  static List<LuaProblem> find(
      LuaChunk chunk, CodeWriter writer, int codeBegins, ImmutableSet<LuaVersion> versions) {
    ImmutableMap<LuaPosition, LuaLibrary> libraries =
        writer.uses().stream()
            .collect(toImmutableMap(CodeWriter.Use::position, CodeWriter.Use::library));
    List<LuaProblem> problems = new ArrayList<>();
    chunk
        .block()
        .walk(
            node -> {
              if (node instanceof Expression.Local use
                  && use.variable().position().line() >= codeBegins) {
                LuaLibrary library = libraries.get(use.position());
                if (library != null) {
                  problems.add(hidden(use.position(), use.variable(), library, versions));
                }
              }
            });
    return problems;
  }

  private static LuaProblem hidden(
      LuaPosition position,
      LocalVariable variable,
      LuaLibrary library,
      ImmutableSet<LuaVersion> versions) {
    return new LuaProblem(
        position,
        "the variable %s at %s hides the library %s here; write LuaLibrary.of(\"%s\").as(…) with another name"
            .formatted(library.local(), variable.position(), library.name(), library.name()),
        versions);
  }
}
