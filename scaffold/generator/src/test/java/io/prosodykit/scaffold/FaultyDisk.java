package io.prosodykit.scaffold;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk on which the n-th change fails. A failed write leaves half of its text. */
final class FaultyDisk extends Disk {
  /** Ends the thread in the middle, as if the process had been killed. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final boolean kills;
  private int changesLeft;

  private FaultyDisk(int changesLeft, boolean kills) {
    this.changesLeft = changesLeft;
    this.kills = kills;
  }

  /** One change fails, and later ones succeed. */
  static FaultyDisk failingOnce(int changesBefore) {
    return new FaultyDisk(changesBefore, false);
  }

  /** The process is killed, and nothing changes afterwards. */
  static FaultyDisk killing(int changesBefore) {
    return new FaultyDisk(changesBefore, true);
  }

  /** Whether a change has failed. */
  boolean failed() {
    return changesLeft < 0;
  }

  private boolean faulty() {
    changesLeft--;
    return kills ? changesLeft < 0 : changesLeft == -1;
  }

  private void check(Path path) throws IOException {
    if (faulty()) {
      fail(path);
    }
  }

  private void fail(Path path) throws IOException {
    if (kills) {
      throw new Killed();
    }
    throw new IOException("no space left for " + path);
  }

  @Override
  void createDirectory(Path directory) throws IOException {
    check(directory);
    super.createDirectory(directory);
  }

  @Override
  void write(Path file, String text) throws IOException {
    if (faulty()) {
      if (changesLeft == -1) {
        Files.writeString(file, text.substring(0, text.length() / 2));
      }
      fail(file);
    }
    super.write(file, text);
  }

  @Override
  void copyRights(Path from, Path to) throws IOException {
    check(to);
    super.copyRights(from, to);
  }

  @Override
  FileChannel open(Path file) throws IOException {
    check(file);
    return super.open(file);
  }

  @Override
  void write(FileChannel file, String text) throws IOException {
    check(Path.of("lock"));
    super.write(file, text);
  }

  @Override
  void move(Path from, Path to) throws IOException {
    check(to);
    super.move(from, to);
  }

  @Override
  void delete(Path path) throws IOException {
    check(path);
    super.delete(path);
  }
}
