package io.prosodykit.busted;

import io.prosodykit.lua.LuaText;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.process.ChildEnvironment;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** The Lua of luajava, in a JVM of its own. */
final class EmbeddedLua implements SpecProgram {
  private static final List<String> CLASSES =
      List.of(
          "io/prosodykit/busted/SpecChild.class",
          "party/iroiro/luajava/Lua.class",
          "party/iroiro/luajava/lua51/Lua51.class",
          "party/iroiro/luajava/lua54/Lua54.class",
          "com/badlogic/gdx/utils/SharedLibraryLoader.class",
          // each of these jars has the libraries for all systems
          "liblua5164.so",
          "liblua5464.so");

  private static final List<String> UNWANTED =
      List.of(
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "LUA_INIT",
          "LUA_INIT_5_4",
          "LUA_PATH",
          "LUA_PATH_5_4",
          "LUA_CPATH",
          "LUA_CPATH_5_4");

  private final SpecOptions options;
  private final ChildEnvironment environment;
  private final String classPath;

  /**
   * Finds the jars.
   *
   * @throws IllegalStateException if the class path lacks one; the message says what to add
   */
  EmbeddedLua(SpecOptions options, ChildEnvironment environment) {
    this.options = options;
    this.environment = environment;
    Set<String> places = new LinkedHashSet<>();
    for (String entry : CLASSES) {
      places.add(place(entry));
    }
    this.classPath = String.join(File.pathSeparator, places);
  }

  private static String place(String entry) {
    URL url = EmbeddedLua.class.getClassLoader().getResource(entry);
    if (url == null) {
      throw new IllegalStateException(
          "the class path lacks "
              + entry
              + ": to run specs, add party.iroiro.luajava:luajava, lua51 and lua54, and"
              + " lua51-platform and lua54-platform with the classifier natives-desktop");
    }
    try {
      if (url.openConnection() instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI()).toString();
      }
      String folder = url.toString();
      return Path.of(URI.create(folder.substring(0, folder.length() - entry.length()))).toString();
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "specs run in a process that reads only jars and folders, which " + url + " is not", e);
    }
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
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + work.resolve("crash.log"),
            "-Xshare:auto",
            "-Xmx128m",
            // the stack size of plain Lua, for patterns and calls that recurse deeply in C
            "-Xss8m",
            "--enable-native-access=ALL-UNNAMED",
            // luajava unpacks the library that it loads there
            "-Djava.io.tmpdir=" + work,
            "-cp",
            classPath,
            SpecChild.class.getName(),
            lua == LuaVersion.V5_1 ? SpecChild.LUA_5_1 : lua.toString(),
            events.toString(),
            output.toString(),
            Long.toString(ProcessHandle.current().pid()));
    builder.directory(specs.folder().toFile());
    tidy(environment.restrict(builder).environment());
    return builder;
  }

  /** Removes what would change the JVM, make it print, or let Lua find files elsewhere. */
  static void tidy(Map<String, String> environment) {
    environment.keySet().removeAll(UNWANTED);
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
