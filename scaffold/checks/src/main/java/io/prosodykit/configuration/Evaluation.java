package io.prosodykit.configuration;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.lua.LuaText;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.process.ChildEnvironment;
import io.prosodykit.process.ChildProcess;
import io.prosodykit.process.JavaProgram;
import io.prosodykit.process.Limits;
import io.prosodykit.process.PrintedText;
import io.prosodykit.process.TemporaryFolder;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Evaluates one configuration, in a process.
 *
 * @param file the file; its name alone for a text
 * @param text the text, if it is not in the file
 * @param release whose rules count
 * @param environment what it finds on the server
 */
record Evaluation(
    Path file, Optional<String> text, ProsodyVersion release, ServerEnvironment environment) {
  private static final int MOST_RESULT = 16 << 20;

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 512L << 20, MOST_RESULT);

  /** What Lua itself may use, so that an error has the place that exceeds it. */
  private static final String LUA_LIMITS = "instructions = 20000000, seconds = 5, megabytes = 256";

  private static final int MOST_MODULES = 1_000_000;

  private static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

  ServerConfiguration run() throws IOException, InterruptedException {
    ReleaseRules rules = ReleaseRules.of(release);
    JavaProgram program = new JavaProgram(ConfigurationChild.class, "evaluate configurations");
    try (TemporaryFolder work = TemporaryFolder.create("prosody-config-")) {
      Path result = work.path().resolve("result");
      Path output = Files.createFile(work.path().resolve("output"));
      ProcessBuilder command =
          program.command(work.path(), ChildEnvironment.USUAL, arguments(rules.lua(), result));
      ChildProcess.Cause cause;
      try (ChildProcess child =
          ChildProcess.start(
              command.directory(work.path().toFile()),
              input(rules),
              output,
              List.of(result),
              LIMITS,
              List.of(work.path()))) {
        cause = child.await();
      }
      return read(result, output, cause);
    }
  }

  private List<String> arguments(LuaVersion lua, Path result) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                lua.toString(), result.toString(), Long.toString(ProcessHandle.current().pid())));
    folders().forEach(folder -> arguments.add(folder.toString()));
    return arguments;
  }

  /** The folders that can be read, and exist. */
  private ImmutableSet<Path> folders() {
    ImmutableSet.Builder<Path> folders = ImmutableSet.builder();
    if (text.isEmpty()) {
      folders.add(file.resolveSibling(""));
    }
    environment.folders().forEach(folder -> folders.add(folder.toAbsolutePath()));
    Optional.ofNullable(environment.variables().get(CREDENTIALS))
        .map(Path::of)
        .ifPresent(folders::add);
    return folders.build().stream()
        .filter(Files::isDirectory)
        .collect(ImmutableSet.toImmutableSet());
  }

  private byte[] input(ReleaseRules rules) {
    StringJoiner settings = new StringJoiner(", ", "return { ", " }");
    settings.add("file = " + LuaText.quote(file.toString()));
    text.ifPresent(source -> settings.add("source = " + LuaText.quote(source)));
    settings.add("rules = " + rules.table());
    settings.add(LUA_LIMITS);
    StringJoiner variables = new StringJoiner(", ", "{ ", " }");
    for (Map.Entry<String, String> variable : environment.variables().entrySet()) {
      variables.add(
          "[" + LuaText.quote(variable.getKey()) + "] = " + LuaText.quote(variable.getValue()));
    }
    settings.add("environment = " + variables);
    return settings.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ServerConfiguration read(Path result, Path output, ChildProcess.Cause cause)
      throws IOException {
    // it may have ended before somebody looked
    boolean isLarge = Files.exists(result) && Files.size(result) > MOST_RESULT;
    Optional<String> broken = LIMITS.broken(isLarge ? ChildProcess.Cause.FILE : cause);
    if (broken.isPresent()) {
      return ServerConfiguration.failed(
          file, release, new ConfigurationMessage(file, 0, "its evaluation " + broken.get()));
    }
    if (!Files.exists(result)) {
      throw new IOException(
          "the process that evaluates "
              + file
              + " ended without a result: "
              + PrintedText.lastLines(PrintedText.read(output).text()));
    }
    String document = new String(BoundedFile.read(result, MOST_RESULT), StandardCharsets.UTF_8);
    ServerConfiguration configuration = new ResultReader(file, release).read(document);
    return isTooLarge(configuration)
        ? ServerConfiguration.failed(
            file,
            release,
            new ConfigurationMessage(
                file, 0, "its hosts load more than " + MOST_MODULES + " modules in all"))
        : configuration;
  }

  /** Each host loads the modules of the global list, so that a short file may name very many. */
  private static boolean isTooLarge(ServerConfiguration configuration) {
    long hosts = configuration.sections().size();
    return hosts
            * configuration
                .section(EffectiveSection.GLOBAL)
                .flatMap(section -> section.option("modules_enabled"))
                .map(option -> option.value().items().size())
                .orElse(0)
        > MOST_MODULES;
  }
}
