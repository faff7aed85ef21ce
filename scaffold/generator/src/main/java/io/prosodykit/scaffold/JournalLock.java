package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code lock} of a {@link Journal}, which at most one run holds at a time.
 *
 * <p>Between opening the file and locking it, the previous holder may have deleted it, and a third
 * run may have created and locked another one. Each such file therefore contains a random token,
 * and a run holds the lock only if the token in the locked file is also the one in the file at the
 * path.
 */
final class JournalLock implements AutoCloseable {
  /**
   * The journals that this process has open. The operating system drops all of a process's locks on
   * a file when the process closes that file anywhere, so no second thread may open it.
   */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  /**
   * The locked region is beyond the token, because Windows lets nobody else read a locked region.
   */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  private static final int TOKEN_LENGTH = 36;

  private final Disk disk;
  private final Path folder;
  private final Path file;
  private final FileChannel channel;

  /** Reads the token; open while the lock is held, because closing it would release the lock. */
  private @Nullable FileChannel witness;

  private JournalLock(Disk disk, Path folder, Path file, FileChannel channel) {
    this.disk = disk;
    this.folder = folder;
    this.file = file;
    this.channel = channel;
  }

  /**
   * Acquires the lock.
   *
   * @param journal the journal's existing folder
   * @throws ConflictException if another run holds it
   */
  static JournalLock acquire(Disk disk, Path journal) throws IOException {
    Path folder = journal.toRealPath();
    if (!OPEN.add(folder)) {
      throw taken(journal);
    }
    try {
      Path file = journal.resolve("lock");
      JournalLock lock = new JournalLock(disk, folder, file, disk.open(file));
      try {
        if (!lock.claim()) {
          throw taken(journal);
        }
        return lock;
      } catch (IOException | RuntimeException | Error e) {
        lock.closeFiles();
        throw e;
      }
    } catch (IOException | RuntimeException | Error e) {
      OPEN.remove(folder);
      throw e;
    }
  }

  static ConflictException taken(Path journal) {
    return new ConflictException(
        "another run is writing this module", ImmutableList.of(journal), "wait until it ends");
  }

  private boolean claim() throws IOException {
    try {
      if (channel.tryLock(LOCKED, 1, false) == null) {
        return false;
      }
    } catch (OverlappingFileLockException e) {
      return false; // another class loader of this process holds it
    }
    String token = token(channel);
    if (token.isEmpty()) {
      // nobody has held the lock on this file, so nobody has deleted it
      token = sign();
    }
    try {
      witness = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
      return token.equals(token(witness));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private String sign() throws IOException {
    String token = UUID.randomUUID().toString();
    try {
      disk.write(channel, token);
      return token;
    } catch (IOException e) {
      disk.delete(file);
      throw e;
    }
  }

  private static String token(FileChannel channel) throws IOException {
    ByteBuffer token = ByteBuffer.allocate(TOKEN_LENGTH);
    int read = channel.read(token, 0);
    return new String(token.array(), 0, Math.max(read, 0), StandardCharsets.US_ASCII);
  }

  /** Deletes the file and releases the lock. */
  void release() throws IOException {
    disk.delete(file);
    close();
  }

  /** Releases the lock without deleting the file. */
  @Override
  public void close() throws IOException {
    try {
      closeFiles();
    } finally {
      OPEN.remove(folder);
    }
  }

  private void closeFiles() throws IOException {
    try (channel) {
      if (witness != null) {
        witness.close();
      }
    }
  }
}
