package io.prosodykit.process;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A variable in the environment of a process, and of all processes that it starts, but of no other
 * process. It finds them even after their parents have ended. Only Linux supports this; elsewhere
 * none is found.
 *
 * @param text the variable and its value
 */
record ProcessMark(String text) {
  private static final Path PROC = Path.of("/proc");
  private static final String NAME = "PROSODYKIT_PROCESS";

  /**
   * Marks a process before it starts.
   *
   * @param environment the environment that it will get
   * @return the mark
   */
  static ProcessMark put(Map<String, String> environment) {
    String value = UUID.randomUUID().toString();
    environment.put(NAME, value);
    return new ProcessMark(NAME + '=' + value);
  }

  /**
   * Finds the processes with this mark.
   *
   * @return the processes that were running a moment ago
   */
  ImmutableList<ProcessHandle> find() {
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(this::isOn).collect(ImmutableList.toImmutableList());
    }
  }

  private boolean isOn(ProcessHandle process) {
    Path environment = PROC.resolve(Long.toString(process.pid())).resolve("environ");
    try {
      return Files.readString(environment, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      // it has ended, or belongs to another user
      return false;
    }
  }
}
