package io.prosodykit.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that depends on nothing but its contents: its names are sorted, all files have one time,
 * and no owner is recorded. Files are stored uncompressed, because the output of a compressor
 * differs from version to version.
 */
public final class ZipArchive {
  /**
   * The earliest and the latest time that a zip can record. {@link ZipEntry} treats midnight itself
   * as earlier, and adds a field that depends on the time zone.
   */
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0, 2);

  private static final LocalDateTime LATEST = LocalDateTime.of(2099, 12, 31, 23, 59, 58);

  private ZipArchive() {}

  /**
   * Makes a zip.
   *
   * @param files the contents by path
   * @param time when all files were changed, to two seconds
   */
  public static byte[] zip(SortedMap<String, byte[]> files, Instant time) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(files, time, bytes);
    } catch (IOException e) {
      throw new IllegalStateException("writing a zip to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes a zip.
   *
   * @param files the contents by path
   * @param time when all files were changed, to two seconds
   * @param out gets the zip, and stays open
   * @throws IOException if the stream fails
   */
  public static void write(SortedMap<String, byte[]> files, Instant time, OutputStream out)
      throws IOException {
    LocalDateTime entryTime = clamped(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      CRC32 checksum = new CRC32();
      checksum.update(file.getValue());
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(file.getValue().length);
      entry.setCrc(checksum.getValue());
      entry.setTimeLocal(entryTime);
      zip.putNextEntry(entry);
      zip.write(file.getValue());
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  private static LocalDateTime clamped(LocalDateTime time) {
    return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
  }
}
