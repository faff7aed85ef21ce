package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.process.BoundedLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Selected entries of a log of any size.
 *
 * @param entries the first wanted entries, in order; long lines and entries with many lines are cut
 * @param omitted how many more wanted entries there are
 */
record LogExtract(ImmutableList<LogEntry> entries, long omitted) {
  private static final int LONGEST_LINE = 4096;
  private static final int LONGEST_MESSAGE = 1 << 16;

  /** Extracts entries from the lines of a text. */
  static LogExtract of(Stream<String> lines, Predicate<LogEntry> wanted, int most) {
    Reader reader = new Reader(wanted, most);
    lines.forEachOrdered(reader::read);
    return reader.extract();
  }

  /** Extracts entries from a file. */
  static LogExtract of(Path file, Predicate<LogEntry> wanted, int most) throws IOException {
    Reader reader = new Reader(wanted, most);
    try (BoundedLines lines = new BoundedLines(file, LONGEST_LINE)) {
      for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
        reader.read(line.get().toString());
      }
      lines.rest().ifPresent(line -> reader.read(line.toString()));
    }
    return reader.extract();
  }

  /** Assembles entries from several lines. */
  private static final class Reader {
    private final Predicate<LogEntry> wanted;
    private final int most;
    private final ImmutableList.Builder<LogEntry> entries = ImmutableList.builder();
    private Optional<LogEntry> head = Optional.empty();
    private final StringBuilder message = new StringBuilder();
    private int count;
    private long omitted;

    Reader(Predicate<LogEntry> wanted, int most) {
      this.wanted = wanted;
      this.most = most;
    }

    void read(String line) {
      Optional<LogEntry> next = LogEntry.parseLine(line);
      if (next.isPresent()) {
        finish();
        head = next;
        message.append(next.get().message());
      } else if (head.isPresent() && message.length() < LONGEST_MESSAGE) {
        message.append('\n').append(line);
      }
    }

    private void finish() {
      if (head.isPresent()) {
        LogEntry entry = head.get().withMessage(message.toString());
        message.setLength(0);
        if (wanted.test(entry)) {
          if (count < most) {
            entries.add(entry);
            count++;
          } else {
            omitted++;
          }
        }
      }
    }

    LogExtract extract() {
      finish();
      return new LogExtract(entries.build(), omitted);
    }
  }
}
