package io.prosodykit.busted;

import io.prosodykit.lua.LuaText;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.process.ChildEnvironment;
import io.prosodykit.process.JavaProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** The Lua of luajava, in a JVM of its own. */
final class EmbeddedLua implements SpecProgram {
  private final SpecOptions options;
  private final ChildEnvironment environment;
  private final JavaProgram program;

  /**
   * Finds the jars.
   *
   * @throws IllegalStateException if the class path lacks one; the message says what to add
   */
  EmbeddedLua(SpecOptions options, ChildEnvironment environment) {
    this.options = options;
    this.environment = environment;
    this.program = new JavaProgram(SpecChild.class, "run specs");
  }

  @Override
  public void check(LuaVersion version) {
    if (version != LuaVersion.V5_1 && version != LuaVersion.V5_4) {
      throw new IllegalArgumentException(
          "the embedded runner has Lua 5.1 and 5.4, not Lua "
              + version
              + ": choose among these, or the runner busted");
    }
  }

  @Override
  public ProcessBuilder command(
      SpecFolder specs, LuaVersion lua, Path work, Path events, Path output) {
    ProcessBuilder builder =
        program.command(
            work,
            environment,
            List.of(
                lua == LuaVersion.V5_1 ? SpecChild.LUA_5_1 : lua.toString(),
                events.toString(),
                output.toString(),
                Long.toString(ProcessHandle.current().pid())));
    return builder.directory(specs.folder().toFile());
  }

  @Override
  public byte[] input(SpecFolder specs) {
    StringJoiner settings = new StringJoiner(", ", "return { ", " }");
    settings.add("root = \".\"");
    BustedFile busted = specs.busted();
    settings.add("files = " + list(specs.files()));
    settings.add(
        "pattern = "
            + list(options.pattern().map(List::of).orElseGet(() -> busted.values("filter"))));
    settings.add("exclude = " + list(busted.values("filter-out")));
    settings.add("tags = " + list(chosen(options.tags(), busted.list("tags"))));
    settings.add(
        "exclude_tags = " + list(chosen(options.excludeTags(), busted.list("exclude-tags"))));
    settings.add("auto_insulate = " + busted.isOn("auto-insulate"));
    settings.add("lazy = " + busted.first("lazy").orElse("false"));
    settings.add("shuffle = " + options.shuffle());
    options.seed().ifPresent(seed -> settings.add("seed = " + LuaText.number(seed)));
    busted.first("lpath").ifPresent(text -> settings.add("lpath = " + LuaText.quote(text)));
    busted.first("helper").ifPresent(text -> settings.add("helper = " + LuaText.quote(text)));
    return settings.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> chosen(List<String> asked, List<String> usual) {
    return asked.isEmpty() ? usual : asked;
  }

  private static String list(List<String> texts) {
    StringJoiner list = new StringJoiner(", ", "{ ", " }");
    for (String text : texts) {
      list.add(LuaText.quote(text));
    }
    return list.toString();
  }
}
