package io.prosodykit.server;

import io.prosodykit.process.BoundedLines;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks for a text in a file that grows, and reads each of its lines once. */
final class LogTail implements Closeable {
  private static final int LONGEST_LINE = 1 << 16;

  private final BoundedLines lines;
  private final String wanted;

  /**
   * Begins at the beginning of the file.
   *
   * @param wanted a text of one line; runs of blanks and tabs in the file count as one blank
   */
  LogTail(Path file, String wanted) throws IOException {
    this.lines = new BoundedLines(file, LONGEST_LINE);
    this.wanted = wanted;
  }

  /** Reads to what is the end now, and tells whether a line that is new holds the text. */
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
