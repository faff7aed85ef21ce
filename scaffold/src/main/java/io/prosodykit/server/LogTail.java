package io.prosodykit.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for a text in a file that grows, and reads each of its lines once. */
final class LogTail {
  private final Path file;
  private final String wanted;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long position;

  /**
   * Begins at the beginning of the file.
   *
   * @param wanted a text of one line; runs of blanks and tabs in the file count as one blank
   */
  LogTail(Path file, String wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /** Reads on, and tells whether a line that is new holds the text. */
  boolean finds() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(position);
      while (channel.read(buffer) > 0) {
        buffer.flip();
        position += buffer.limit();
        if (finds(buffer)) {
          return true;
        }
        buffer.clear();
      }
    }
    return false;
  }

  private boolean finds(ByteBuffer buffer) {
    boolean found = false;
    while (buffer.hasRemaining()) {
      byte next = buffer.get();
      if (next == '\n') {
        found |= line.toString(StandardCharsets.UTF_8).replaceAll("[ \t]+", " ").contains(wanted);
        line.reset();
      } else {
        line.write(next);
      }
    }
    return found;
  }
}
