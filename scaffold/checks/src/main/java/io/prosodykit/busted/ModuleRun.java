package io.prosodykit.busted;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.process.ChildProcess;
import io.prosodykit.process.Limits;
import io.prosodykit.process.PrintedText;
import io.prosodykit.process.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/**
 * The specs of one module in one Lua, in a process.
 *
 * @param program what runs them
 * @param specs the module
 * @param lua the version of Lua
 * @param options which tests run
 * @param limits the limits of the process
 * @param work a folder for the files of processes
 */
record ModuleRun(
    SpecProgram program,
    SpecFolder specs,
    LuaVersion lua,
    SpecOptions options,
    Limits limits,
    TemporaryFolder work)
    implements Callable<SpecSuite> {
  @Override
  public SpecSuite call() throws IOException, InterruptedException {
    // specs can remove any folder, also their own before the next Lua, or the work folder
    Path own = work.make(specs.module() + "-");
    try {
      return run(own);
    } catch (NoSuchFileException e) {
      return lost(e.getFile());
    } finally {
      TemporaryFolder.delete(own);
    }
  }

  private SpecSuite run(Path own) throws IOException, InterruptedException {
    if (!Files.isDirectory(specs.folder())) {
      throw new NoSuchFileException(specs.folder().toString());
    }
    Path events = own.resolve("events");
    Path output = Files.createFile(own.resolve("output"));
    ProcessBuilder command = program.command(specs, lua, own, events, output);
    End end;
    try (ChildProcess child =
        ChildProcess.start(
            command, program.input(specs), output, List.of(events), limits, List.of(work.path()))) {
      ChildProcess.Cause cause = child.await();
      end = new End(cause, cause == ChildProcess.Cause.ITSELF ? child.exitCode() : 0, child.age());
    }
    PrintedText printed = PrintedText.read(output);
    return suite(EventLog.read(events, printed), printed.text(), end);
  }

  /** How a process ended, its exit code if it exited by itself, and how long it ran. */
  private record End(ChildProcess.Cause cause, int exitCode, Duration time) {}

  private SpecSuite lost(String file) {
    String fault = "cannot continue without " + file + ": a spec may have removed it";
    return new SpecSuite(
        specs.module(),
        specs.folder(),
        lua,
        ImmutableList.of(unfinished(fault, "", Duration.ZERO)),
        "",
        OptionalLong.empty(),
        Duration.ZERO);
  }

  private SpecSuite suite(EventLog log, String output, End end) {
    Optional<String> fault = fault(log, end);
    ImmutableList<SpecResult> results =
        fault.isEmpty()
            ? log.results()
            : ImmutableList.<SpecResult>builder()
                .addAll(log.results())
                .add(unfinished(fault.get(), output, end.time()))
                .build();
    return new SpecSuite(
        specs.module(),
        specs.folder(),
        lua,
        results,
        output,
        options.shuffle() ? log.seed() : OptionalLong.empty(),
        end.time());
  }

  private Optional<String> fault(EventLog log, End end) {
    if (log.lua().isPresent() && !log.lua().get().equals("Lua " + lua)) {
      return Optional.of(
          "the busted of this machine runs on " + log.lua().get() + ", not on Lua " + lua);
    }
    if (log.fault().isPresent()) {
      return log.fault();
    }
    if (end.cause() == ChildProcess.Cause.ITSELF && log.isComplete()) {
      return Optional.empty();
    }
    String reason =
        limits
            .broken(end.cause())
            .orElse("its process ended before the specs did, with exit code " + end.exitCode());
    return Optional.of(log.running().map(place -> reason + "; it was " + place).orElse(reason));
  }

  /** {@return the result that stands for the tests that did not finish} */
  private SpecResult unfinished(String fault, String output, Duration time) {
    return new SpecResult(
        "spec",
        0,
        specs.module() + " runs to its end",
        SpecOutcome.ERROR,
        fault,
        PrintedText.lastLines(output),
        Optional.empty(),
        Optional.empty(),
        time,
        "");
  }
}
