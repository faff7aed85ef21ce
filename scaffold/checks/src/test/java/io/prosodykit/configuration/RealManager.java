package io.prosodykit.configuration;

import com.google.common.io.Resources;
import io.prosodykit.testing.Programs;
import io.prosodykit.testing.ProsodyReleases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Loads configurations with a server's own configuration manager, in the server's own Lua. */
final class RealManager {
  private RealManager() {}

  /** What a manager makes of a configuration. */
  static final class Dump {
    final Map<String, TreeMap<String, String>> sections = new TreeMap<>();
    final TreeSet<String> warnings = new TreeSet<>();
    final Map<String, String> modules = new TreeMap<>();
    String refusal = "";

    /** An option of the global section; an empty text if it has none. */
    String global(String name) {
      return sections.getOrDefault("*", new TreeMap<>()).getOrDefault(name, "");
    }
  }

  /** The dumps of files, in their order. */
  static Map<Path, Dump> load(
      String server, Path work, Map<String, String> variables, List<Path> files) throws Exception {
    Path folder = ProsodyReleases.folder(server);
    Path driver = work.resolve("dump.lua");
    Files.write(
        driver, Resources.toByteArray(Resources.getResource(RealManager.class, "dump.lua")));
    Path environment = work.resolve("variables");
    List<String> lines = new ArrayList<>();
    variables.forEach((name, value) -> lines.add(name + "=" + value));
    Files.write(environment, lines);
    // the server's own script chooses its Lua and its libraries
    Path script = work.resolve("start");
    Files.writeString(
        script,
        Files.readString(folder.resolve("prosody"))
            .replaceFirst("here=.*", "here='" + folder + "'")
            .replace("\"$here/root/usr/bin/prosody\"", "'" + driver + "'"));
    List<String> command =
        new ArrayList<>(
            List.of(
                "sh",
                script.toString(),
                folder.resolve("root/usr/lib/prosody").toString(),
                environment.toString()));
    files.forEach(file -> command.add(file.toString()));
    return read(Programs.run(work, command));
  }

  private static Map<Path, Dump> read(String output) {
    Map<Path, Dump> dumps = new LinkedHashMap<>();
    Dump dump = new Dump();
    for (String line : output.lines().toList()) {
      String[] fields = line.split("\t", -1);
      switch (fields[0]) {
        case "file" -> {
          dump = new Dump();
          dumps.put(Path.of(fields[1]), dump);
        }
        case "section" -> dump.sections.computeIfAbsent(fields[1], host -> new TreeMap<>());
        case "option" ->
            dump.sections
                .computeIfAbsent(fields[1], host -> new TreeMap<>())
                .put(fields[2], fields[3]);
        case "modules" -> dump.modules.put(fields[1], fields[2]);
        case "warning" -> dump.warnings.add(fields[1]);
        case "refused" -> dump.refusal = fields[1];
        default -> throw new IllegalStateException(output);
      }
    }
    return dumps;
  }
}
