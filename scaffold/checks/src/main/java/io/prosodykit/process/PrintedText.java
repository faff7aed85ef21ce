package io.prosodykit.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What a process printed: the first and the last 128 KiB, with a line that says how much is omitted
 * between them. Lines are cut after 4096 characters.
 */
public final class PrintedText {
  private static final int KEPT = 128 << 10;
  private static final int LONGEST_LINE = 4096;
  private static final int LAST_LINES = 20;

  private final byte[] head;
  private final byte[] tail;
  private final long size;

  private PrintedText(byte[] head, byte[] tail, long size) {
    this.head = head;
    this.tail = tail;
    this.size = size;
  }

  /**
   * Reads a file.
   *
   * @param file what a process printed, in UTF-8
   * @return what is kept of it
   * @throws IOException if it cannot be read
   */
  public static PrintedText read(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      byte[] head = read(channel, 0, Math.min(size, KEPT));
      long rest = size - head.length;
      byte[] tail = read(channel, size - Math.min(rest, KEPT), Math.min(rest, KEPT));
      return new PrintedText(head, tail, size);
    }
  }

  private static byte[] read(SeekableByteChannel channel, long from, long length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) length);
    channel.position(from);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        // the file has become shorter
        return Arrays.copyOf(buffer.array(), buffer.position());
      }
    }
    return buffer.array();
  }

  /**
   * {@return the last 20 lines of a text, which show how a process ended}
   *
   * @param text what it printed
   */
  public static String lastLines(String text) {
    List<String> lines = text.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  /** {@return the number of bytes that were printed} */
  public long size() {
    return size;
  }

  /** {@return all text that was kept} */
  public String text() {
    return text(0, size);
  }

  /**
   * {@return the text that was kept of a part}
   *
   * @param from where it begins, in bytes, from 0
   * @param to where it ends, in bytes; anything beyond the end of the text is ignored
   */
  public String text(long from, long to) {
    long end = Math.min(to, size);
    long gap = Math.max(0, Math.min(end, size - tail.length) - Math.max(from, head.length));
    StringBuilder text = new StringBuilder();
    append(text, head, from, end);
    if (gap > 0) {
      String begin = text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "[" : "\n[";
      text.append(begin).append(gap).append(" bytes omitted]\n");
    }
    append(text, tail, from - size + tail.length, end - size + tail.length);
    return text.toString();
  }

  /** Adds the part of a text that a range covers. The range may extend beyond the text. */
  private static void append(StringBuilder text, byte[] bytes, long from, long to) {
    int begin = (int) Math.min(bytes.length, Math.max(0, from));
    int end = (int) Math.min(bytes.length, Math.max(begin, to));
    String part = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    for (int at = 0; at < part.length(); ) {
      int next = part.indexOf('\n', at) + 1;
      int lineEnd = next == 0 ? part.length() : next - 1;
      int cut = Math.min(lineEnd, at + LONGEST_LINE);
      text.append(part, at, cut);
      if (cut < lineEnd) {
        text.append(" [").append(lineEnd - cut).append(" characters omitted]");
      }
      at = next == 0 ? part.length() : next;
      if (next > 0) {
        text.append('\n');
      }
    }
  }
}
