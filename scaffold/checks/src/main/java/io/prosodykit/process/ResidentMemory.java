package io.prosodykit.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures how much memory processes use, including native memory. */
final class ResidentMemory {
  private static final Path PROC = Path.of("/proc");
  private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/status"));
  private static final boolean HAS_PS = Files.isExecutable(Path.of("/bin/ps"));
  private static final long KIB = 1024;

  /** The output of {@code ps} for this many processes fits into a pipe, so that it never blocks. */
  private static final int MOST_FOR_PS = 500;

  private static final int LARGEST_PS = 8192;

  private ResidentMemory() {}

  /**
   * {@return the most bytes that a process itself ever used; 0 where {@code /proc} does not say}
   */
  static long peakOf(ProcessHandle process) {
    return HAS_PROC ? peak(process.pid()) : 0;
  }

  /**
   * Returns the bytes that processes use; on Linux, the most that each ever used; 0 where neither
   * {@code /proc} nor {@code /bin/ps} says.
   */
  static long of(List<ProcessHandle> processes) throws InterruptedException {
    if (!HAS_PROC) {
      return HAS_PS ? ps(processes) : 0;
    }
    long sum = 0;
    for (ProcessHandle process : processes) {
      sum += peak(process.pid());
    }
    return sum;
  }

  private static long peak(long id) {
    Path status = PROC.resolve(Long.toString(id)).resolve("status");
    try {
      for (String line : Files.readAllLines(status, StandardCharsets.ISO_8859_1)) {
        if (line.startsWith("VmHWM:")) {
          return number(line) * KIB;
        }
      }
    } catch (IOException e) {
      // it has ended meanwhile, and uses nothing
      return 0;
    }
    return 0;
  }

  private static long ps(List<ProcessHandle> processes) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/ps", "-o", "rss="));
    for (ProcessHandle process : processes.subList(0, Math.min(processes.size(), MOST_FOR_PS))) {
      command.add("-p");
      command.add(Long.toString(process.pid()));
    }
    try {
      Process ps =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!ps.waitFor(1, TimeUnit.SECONDS)) {
        ps.destroyForcibly();
        return 0;
      }
      byte[] told = ps.getInputStream().readNBytes(LARGEST_PS);
      return new String(told, StandardCharsets.US_ASCII)
          .lines()
          .mapToLong(line -> number(line) * KIB)
          .sum();
    } catch (IOException e) {
      // the machine cannot start a process now; the next check tries again
      return 0;
    }
  }

  /** {@return the digits of a line as a number} */
  private static long number(String line) {
    long number = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= '0' && c <= '9') {
        number = number * 10 + c - '0';
      }
    }
    return number;
  }
}
