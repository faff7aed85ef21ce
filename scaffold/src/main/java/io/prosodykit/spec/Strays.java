package io.prosodykit.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a process has started and left running, so that it is below no process that is known. On
 * Linux the environment that it has inherited tells whose it is; elsewhere it goes on.
 *
 * @param mark what stands in that environment, and in no other
 */
record Strays(String mark) {
  private static final Path PROC = Path.of("/proc");
  private static final String NAME = "PROSODYKIT_SPECS";

  /** Those that are ended may just have started others. */
  private static final int ROUNDS = 10;

  /** Marks the environment of a process that is to be started. */
  static Strays of(Map<String, String> environment) {
    String value = UUID.randomUUID().toString();
    environment.put(NAME, value);
    return new Strays(NAME + '=' + value);
  }

  /** Ends them all. */
  void end() {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> found = find();
      if (found.isEmpty()) {
        return;
      }
      found.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private List<ProcessHandle> find() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(this::isMarked).toList();
    }
  }

  private boolean isMarked(ProcessHandle process) {
    Path environment = PROC.resolve(Long.toString(process.pid())).resolve("environ");
    try {
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(mark);
    } catch (IOException e) {
      // it has ended, or is another user's
      return false;
    }
  }
}
