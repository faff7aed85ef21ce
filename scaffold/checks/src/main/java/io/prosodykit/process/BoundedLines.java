package io.prosodykit.process;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the lines of a file that may still grow, each once, and each up to a maximum length. */
public final class BoundedLines implements Closeable {
  private final SeekableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final int most;
  private long left;
  private long omitted;

  /**
   * A line.
   *
   * @param text its beginning, in UTF-8, without the line feed
   * @param omitted how many bytes are omitted at its end
   */
  public record Line(String text, long omitted) {
    /** {@return the beginning, with a note about what is omitted} */
    @Override
    public String toString() {
      return omitted == 0 ? text : text + " [" + omitted + " bytes omitted]";
    }
  }

  /**
   * Opens a file.
   *
   * @param file the file
   * @param most how many bytes of a line are kept
   * @throws IOException if it cannot be opened
   */
  public BoundedLines(Path file, int most) throws IOException {
    this.channel = Files.newByteChannel(file);
    this.most = most;
    look();
  }

  /**
   * Notes how long the file is now: {@link #next()} reads up to there, however fast the file grows.
   *
   * @throws IOException if the file cannot be read
   */
  public void look() throws IOException {
    left = channel.size() - channel.position();
  }

  /**
   * Reads the next line.
   *
   * @return the line; empty if it has no end yet
   * @throws IOException if the file cannot be read
   */
  public Optional<Line> next() throws IOException {
    while (buffer.hasRemaining() || fill()) {
      byte next = buffer.get();
      if (next == '\n') {
        return Optional.of(take());
      }
      if (line.size() < most) {
        line.write(next);
      } else {
        omitted++;
      }
    }
    return Optional.empty();
  }

  /** {@return a last line that has no end yet; empty if the file ends with a line feed} */
  public Optional<Line> rest() {
    return line.size() == 0 ? Optional.empty() : Optional.of(take());
  }

  private boolean fill() throws IOException {
    buffer.clear();
    buffer.limit((int) Math.max(0, Math.min(buffer.capacity(), left)));
    int count = channel.read(buffer);
    buffer.flip();
    left -= Math.max(count, 0);
    return count > 0;
  }

  private Line take() {
    Line taken = new Line(line.toString(StandardCharsets.UTF_8), omitted);
    line.reset();
    omitted = 0;
    return taken;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
