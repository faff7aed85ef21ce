package io.prosodykit.server;

import io.prosodykit.process.ChildProcess;
import io.prosodykit.process.Limits;
import io.prosodykit.process.PrintedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A program that exited, or was ended because it ran too long or printed too much.
 *
 * @param exitCode its exit code; empty if it was ended
 * @param cause why it ended
 * @param output what it printed, including errors, shortened if it is long
 */
record ProgramRun(OptionalInt exitCode, ChildProcess.Cause cause, String output) {
  static ProgramRun run(ProcessBuilder command, Path output, Deadline deadline)
      throws IOException, InterruptedException {
    Limits limits = Limits.OF_OUTPUT.withTime(deadline.left());
    try (ChildProcess process = ChildProcess.start(command, output, limits)) {
      ChildProcess.Cause cause = process.await();
      OptionalInt code =
          cause == ChildProcess.Cause.ITSELF
              ? OptionalInt.of(process.exitCode())
              : OptionalInt.empty();
      // processes that it left running must not print any more
      process.end();
      return new ProgramRun(code, cause, PrintedText.read(output).text());
    }
  }

  boolean succeeded() {
    return exitCode.isPresent() && exitCode.getAsInt() == 0;
  }

  /** {@return how it ended, in words that follow its name} */
  String outcome() {
    if (exitCode.isPresent()) {
      return "ended with exit code " + exitCode.getAsInt();
    }
    return cause == ChildProcess.Cause.TIME
        ? "was still running when the time was up, and was ended"
        : Limits.OF_OUTPUT.broken(cause).orElseThrow();
  }
}
