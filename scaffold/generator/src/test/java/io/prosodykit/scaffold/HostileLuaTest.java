package io.prosodykit.scaffold;

import static io.prosodykit.testing.LuaInterpreter.shown;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.testing.LuaInterpreter;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Every Lua loads the scaffold and reads its texts back, whatever a specification contains. */
@RequiresProgram({"lua5.1", "lua5.2", "lua5.3", "lua5.4"})
@Domain(HostileSpecs.class)
class HostileLuaTest {
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

  @Property(tries = 150)
  void rockspecReadsBackEqual(@ForAll ModuleSpec spec) {
    Map<String, String> description = new HashMap<>(Map.of("summary", spec.summary()));
    if (!HostileSpecs.blank(spec.description())) {
      description.put("detailed", spec.description());
    }
    if (!HostileSpecs.blank(spec.author())) {
      description.put("maintainer", spec.author());
    }

    Map<String, Object> globals =
        ImmutableMap.<String, Object>builder()
            .put("package", "mod_hostile")
            .put("version", spec.version() + "-1")
            .put("source", Map.of("url", "file://."))
            .put("description", description)
            .put("dependencies", List.of("lua >= 5.1, < 5.5"))
            .put(
                "build",
                Map.of("type", "builtin", "modules", Map.of("mod_hostile", "mod_hostile.lua")))
            .buildOrThrow();

    assertReadsBack(file(spec, ".rockspec"), ".", globals);
  }

  @Property(tries = 150)
  void configurationReadsBackEqual(@ForAll ModuleSpec spec) {
    assertReadsBack(file(spec, ".cfg.lua"), ".", defaults(spec));
  }

  @Property(tries = 150)
  void moduleReadsBackEqual(@ForAll ModuleSpec spec) {
    assertReadsBack(file(spec, "/mod_hostile.lua"), "options", defaults(spec));
  }

  @Property(tries = 150)
  void readmeShowsDefaultsAsLua(@ForAll ModuleSpec spec) {
    Map<String, Object> defaults = defaults(spec);

    Map<String, String> shown = Readme.of(spec).defaults();
    defaults.keySet().retainAll(shown.keySet());
    StringBuilder chunk = new StringBuilder();
    shown.forEach((name, lua) -> chunk.append(name).append(" = ").append(lua).append('\n'));

    assertReadsBack(chunk.toString(), ".", defaults);
  }

  @Property(tries = 150)
  void specsAndSettingsCompile(@ForAll ModuleSpec spec) {
    for (String end : List.of("_spec.lua", ".luacheckrc")) {
      String chunk = file(spec, end);
      LUAS.forEach(lua -> assertThat(lua.evaluate("", chunk)).as(end).isEqualTo("compiled"));
    }
  }

  @Example
  void readsBackMegabyteEqual() {
    String text = "\"]]--\n\0${x}{{y}}\u202E'`é|1".repeat(50_000);
    ModuleSpec spec =
        ModuleSpec.builder("hostile", Recipe.IQ_HANDLER)
            .summary(text)
            .addOption(OptionSpec.string("hostile_text", text))
            .build();

    rockspecReadsBackEqual(spec);
    moduleReadsBackEqual(spec);
  }

  private static void assertReadsBack(String chunk, String path, Object value) {
    for (LuaInterpreter lua : LUAS) {
      assertThat(lua.evaluate(path, chunk)).as("%s in %s", path, lua).isEqualTo(shown(value));
    }
  }

  private static Map<String, Object> defaults(ModuleSpec spec) {
    return spec.options().stream().collect(toMap(OptionSpec::name, OptionSpec::defaultValue));
  }

  private static String file(ModuleSpec spec, String end) {
    return Scaffold.of(spec).files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(end))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
