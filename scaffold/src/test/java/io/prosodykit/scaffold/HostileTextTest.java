package io.prosodykit.scaffold;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.HostileText;
import io.prosodykit.testing.LuaInterpreter;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever people write into a specification, every Lua loads the scaffold and reads it back. */
@RequiresProgram({"lua5.1", "lua5.2", "lua5.3", "lua5.4"})
class HostileTextTest {
  private static final List<LuaInterpreter> LUAS = new ArrayList<>();

  @BeforeContainer
  static void startLuas() throws IOException {
    for (String program : LuaInterpreter.PROGRAMS) {
      LUAS.add(LuaInterpreter.start(program));
    }
  }

  @AfterContainer
  static void endLuas() {
    LUAS.forEach(LuaInterpreter::close);
    LUAS.clear();
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileText.texts();
  }

  @Property(tries = 300)
  void readsBackEqualInEveryLua(
      @ForAll("texts") String text, @ForAll("texts") String other, @ForAll Recipe recipe) {
    check(recipe, text, other);
  }

  @Example
  void readsBackMegabyteEqual() {
    check(Recipe.IQ_HANDLER, "\"]]--\n\0${x}{{y}}\u202E'`é|1".repeat(50_000), "");
  }

  private static void check(Recipe recipe, String text, String other) {
    ModuleSpec spec =
        ModuleSpec.builder("hostile", recipe)
            .summary("x" + text)
            .description(other)
            .author(text)
            .addOption(OptionSpec.string("hostile_text", text).withDescription(other))
            .addOption(OptionSpec.list("hostile_list", text, other))
            .build();
    Map<String, String> files = Scaffold.of(spec).files();
    for (LuaInterpreter lua : LUAS) {
      String module = text(files, "mod_hostile.lua");
      String config = text(files, "hostile.cfg.lua");
      String rockspec = text(files, ".rockspec");
      String list =
          List.of(text, other).stream().map(LuaInterpreter::shown).collect(joining(",", "{", "}"));
      assertThat(lua.evaluate("options.hostile_text", module))
          .isEqualTo(LuaInterpreter.shown(text));
      assertThat(lua.evaluate("options.hostile_list", module)).isEqualTo(list);
      assertThat(lua.evaluate("hostile_text", config)).isEqualTo(LuaInterpreter.shown(text));
      assertThat(lua.evaluate("hostile_list", config)).isEqualTo(list);
      assertThat(lua.evaluate("description.summary", rockspec))
          .isEqualTo(LuaInterpreter.shown("x" + text));
      assertThat(lua.evaluate("", text(files, "mod_hostile_spec.lua"))).isEqualTo("compiled");
    }
  }

  private static String text(Map<String, String> files, String end) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(end))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
