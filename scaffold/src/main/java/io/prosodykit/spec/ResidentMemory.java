package io.prosodykit.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How much memory processes hold, native memory as well. */
final class ResidentMemory {
  private static final Path PROC = Path.of("/proc");
  private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/status"));
  private static final boolean HAS_PS = Files.isExecutable(Path.of("/bin/ps"));
  private static final long KIB = 1024;

  private ResidentMemory() {}

  /** The most bytes that a process itself ever held; 0 where {@code /proc} does not tell. */
  static long peakOf(ProcessHandle process) {
    return HAS_PROC ? peak(process.pid()) : 0;
  }

  /**
   * The bytes that a process and those that it started hold; on Linux the most that each ever held;
   * 0 where neither {@code /proc} nor {@code /bin/ps} tells. This looks at all processes of the
   * machine, which takes a few milliseconds.
   */
  static long ofTree(ProcessHandle process) throws IOException, InterruptedException {
    if (!HAS_PROC && !HAS_PS) {
      return 0;
    }
    List<Long> ids = new ArrayList<>();
    ids.add(process.pid());
    try (Stream<ProcessHandle> below = process.descendants()) {
      below.forEach(child -> ids.add(child.pid()));
    }
    if (!HAS_PROC) {
      return ps(ids);
    }
    long sum = 0;
    for (long id : ids) {
      sum += peak(id);
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
      // it has ended meanwhile, and holds nothing
      return 0;
    }
    return 0;
  }

  private static long ps(List<Long> ids) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("/bin/ps", "-o", "rss="));
    for (long id : ids) {
      command.add("-p");
      command.add(Long.toString(id));
    }
    Process ps = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    ps.waitFor();
    long sum = 0;
    for (String line : text.lines().toList()) {
      sum += number(line) * KIB;
    }
    return sum;
  }

  /** The digits of a line as a number. */
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
