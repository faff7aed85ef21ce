package io.prosodykit.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * A program that ran to its end, or was ended when its time was over.
 *
 * @param exitCode its exit code; empty if its time was over
 * @param output what it printed, errors among it
 */
record ProgramRun(OptionalInt exitCode, String output) {
  static ProgramRun run(ProcessBuilder command, Path output, Deadline deadline)
      throws IOException, InterruptedException {
    try (ProcessTree process = ProcessTree.start(command, output)) {
      boolean ended = process.await(deadline);
      OptionalInt code = ended ? OptionalInt.of(process.exitCode()) : OptionalInt.empty();
      process.end();
      return new ProgramRun(code, text(output));
    }
  }

  boolean succeeded() {
    return exitCode.isPresent() && exitCode.getAsInt() == 0;
  }

  /** What became of it, behind its name. */
  String outcome() {
    return exitCode.isPresent()
        ? "ended with exit code " + exitCode.getAsInt()
        : "was still running when the time was over, and was ended";
  }

  static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
