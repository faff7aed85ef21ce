package io.prosodykit.busted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs our runner in a real Lua, with {@code conformance/host.lua}. */
final class SpecHost {
  /** Where the host and the specs of the conformance suite are. */
  static final Path CONFORMANCE = folder("conformance/host.lua");

  private static final Path RUNNER = folder("runner.lua");
  private static final ObjectMapper JSON = new ObjectMapper();

  private SpecHost() {}

  private static Path folder(String resource) {
    return Objects.requireNonNull(
        Path.of(Resources.getResource(SpecHost.class, resource).getPath()).getParent());
  }

  /** The command that runs spec files, given as {@code --setting=value} and names. */
  static List<String> command(String lua, List<String> settings) {
    List<String> command = new ArrayList<>();
    command.add(lua);
    command.add(CONFORMANCE.resolve("host.lua").toString());
    command.add(RUNNER.toString());
    command.addAll(settings);
    return command;
  }

  /** The events in a file, one on each line. */
  static List<JsonNode> events(Path file) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      events.add(JSON.readTree(line));
    }
    return events;
  }

  /**
   * Runs a command in a folder, with a file for its events.
   *
   * @return what it prints; the exit code of busted says whether all tests passed, so it is free
   */
  static String run(Path folder, Path events, Path output, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("SPEC_EVENTS", events.toString());
    builder
        .redirectOutput(output.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
    return Files.readString(output);
  }
}
