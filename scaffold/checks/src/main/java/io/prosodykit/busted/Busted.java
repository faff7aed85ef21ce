package io.prosodykit.busted;

import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.NamedPath;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.process.ChildEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The machine's busted, which reports events through an output handler of ours. */
final class Busted implements SpecProgram {
  /** How much systems read of the line that names a script's interpreter. */
  private static final int LONGEST_FIRST_LINE = 256;

  private static final String HANDLER = "busted_events.lua";

  private final SpecOptions options;
  private final ChildEnvironment environment;
  private final Path script;
  private final boolean isLua;

  /** Where Prosody's Lua libraries are, relative to the folder of an installation. */
  private static final List<String> LIBRARIES =
      List.of(".", "lib/prosody", "usr/lib/prosody", "../lib/prosody", "root/usr/lib/prosody");

  private final Optional<Path> home;

  /**
   * Finds busted.
   *
   * @param named the program; empty for the one on the {@code PATH}
   * @param home the Lua libraries of a Prosody
   * @throws IllegalArgumentException if one is missing; the message says what to do
   */
  Busted(
      SpecOptions options, ChildEnvironment environment, Optional<Path> named, Optional<Path> home)
      throws IOException {
    this.options = options;
    this.environment = environment;
    this.script = named.isPresent() ? existing(named.get()) : onPath(path());
    this.isLua = isLua(script);
    this.home = home.map(Busted::prosody);
  }

  private static Path existing(Path named) {
    if (!Files.isExecutable(named) || Files.isDirectory(named)) {
      throw new IllegalArgumentException("no such program: " + named);
    }
    return named.toAbsolutePath();
  }

  private static String path() {
    return Objects.requireNonNullElse(System.getenv("PATH"), "");
  }

  static Path onPath(String path) {
    Path found = find("busted", path);
    if (found == null) {
      throw new IllegalArgumentException(
          "busted is not on the PATH: install it (apt-get install lua-busted), name its program,"
              + " or use the embedded runner, which does not need it");
    }
    return found;
  }

  /** {@return the folder of the Lua libraries: the named one, or where an installation has it} */
  private static Path prosody(Path home) {
    Path folder = home.toAbsolutePath().normalize();
    for (String place : LIBRARIES) {
      Path libraries = folder.resolve(place).normalize();
      if (Files.isDirectory(libraries.resolve("util"))
          && Files.isDirectory(libraries.resolve("core"))) {
        return libraries;
      }
    }
    throw new IllegalArgumentException(
        "no Prosody found in "
            + folder
            + ": name the folder that contains util and core, such as /usr/lib/prosody, or the"
            + " folder that contains lib/prosody");
  }

  /**
   * Returns whether it is a Lua script, rather than a shell script that starts a Lua of its choice.
   */
  private static boolean isLua(Path script) throws IOException {
    byte[] beginning = BoundedFile.beginning(script, LONGEST_FIRST_LINE);
    String first =
        new String(beginning, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
    return first.startsWith("#!") && first.contains("lua");
  }

  private static @Nullable Path find(String program, String path) {
    for (String folder : path.split(File.pathSeparator, -1)) {
      // an entry may not be a path: on Windows some have quotes
      Optional<Path> file = NamedPath.resolve(Path.of(""), folder).map(in -> in.resolve(program));
      if (!folder.isEmpty() && file.filter(Files::isExecutable).isPresent()) {
        return file.get();
      }
    }
    return null;
  }

  @Override
  public void check(LuaVersion lua) {
    if (isLua) {
      Path unused = interpreter(lua);
    }
  }

  private static Path interpreter(LuaVersion lua) {
    for (String name :
        List.of("lua" + lua, "lua-" + lua, "lua" + lua.toString().replace(".", ""))) {
      Path found = find(name, path());
      if (found != null) {
        return found;
      }
    }
    throw new IllegalArgumentException(
        "busted needs lua"
            + lua
            + ", which is not on the PATH: install it (apt-get install lua"
            + lua
            + "), or choose another version of Lua");
  }

  @Override
  public ProcessBuilder command(
      SpecFolder specs, LuaVersion lua, Path work, Path events, Path output) throws IOException {
    Path handler = work.resolve(HANDLER);
    try (InputStream in = Busted.class.getResourceAsStream(HANDLER)) {
      Files.copy(Objects.requireNonNull(in, HANDLER), handler);
    }
    List<String> command = new ArrayList<>();
    if (isLua) {
      command.add(interpreter(lua).toString());
    }
    command.add(script.toString());
    command.add("--ignore-lua");
    command.add("--output=" + handler);
    options.pattern().ifPresent(pattern -> command.add("--filter=" + pattern));
    for (String tag : options.tags()) {
      command.add("--tags=" + tag);
    }
    for (String tag : options.excludeTags()) {
      command.add("--exclude-tags=" + tag);
    }
    if (options.shuffle()) {
      command.add("--shuffle");
    }
    options.seed().ifPresent(seed -> command.add("--seed=" + seed));
    ProcessBuilder builder = new ProcessBuilder(command).directory(specs.folder().toFile());
    Map<String, String> variables = environment.restrict(builder).environment();
    variables.put("PROSODYKIT_EVENTS", events.toString());
    variables.put("PROSODYKIT_OUTPUT", output.toString());
    home.ifPresent(folder -> variables.put("PROSODYKIT_HOME", folder.toString()));
    return builder;
  }

  @Override
  public byte[] input(SpecFolder specs) {
    return new byte[0];
  }
}
