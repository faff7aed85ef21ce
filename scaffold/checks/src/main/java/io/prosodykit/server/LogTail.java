package io.prosodykit.server;

import io.prosodykit.process.BoundedLines;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Waits for a text in a growing file, and reads each line once. */
final class LogTail implements Closeable {
  private static final int LONGEST_LINE = 1 << 16;

  private final BoundedLines lines;
  private final String wanted;

  /**
   * Starts at the beginning of the file.
   *
   * @param wanted a text of one line; a run of spaces and tabs in the file counts as one space
   */
  LogTail(Path file, String wanted) throws IOException {
    this.lines = new BoundedLines(file, LONGEST_LINE);
    this.wanted = wanted;
  }

  /** Reads to the current end, and returns whether a new line contains the text. */
  boolean finds() throws IOException {
    lines.look();
    for (Optional<BoundedLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (line.get().text().replaceAll("[ \t]+", " ").contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
