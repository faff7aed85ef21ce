package io.prosodykit.process;

import io.prosodykit.files.FolderDeletion;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder that is deleted by {@link #close()}, or by an orderly shutdown of the Java runtime at
 * the latest, such as after Ctrl-C, SIGTERM or SIGHUP.
 */
public final class TemporaryFolder implements Closeable {
  private static final int LAST_ATTEMPTS = 100;
  private static final long PAUSE_MILLIS = 50;

  private final Path folder;
  private final Thread hook = new Thread(this::deleteAtLast, "end of a folder");
  private boolean isOver;

  private TemporaryFolder(Path folder) throws IOException {
    this.folder = folder;
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      delete(folder);
      throw ending(e);
    }
  }

  /**
   * Makes a folder in the machine's folder for temporary files. Only this user can read it.
   *
   * @param prefix what its name begins with
   * @return the folder
   * @throws IOException if it cannot be made, or the Java runtime is ending
   */
  public static TemporaryFolder create(String prefix) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(prefix).toRealPath());
  }

  /**
   * Makes a folder in another one, which is created if it does not exist and is not deleted.
   *
   * @param parent the other folder
   * @param prefix what its name begins with
   * @return the folder
   * @throws IOException if it cannot be made, or the Java runtime is ending
   */
  public static TemporaryFolder in(Path parent, String prefix) throws IOException {
    Path made = Files.createDirectories(parent).toRealPath();
    return new TemporaryFolder(Files.createTempDirectory(made, prefix));
  }

  /** {@return the absolute path of the folder} */
  public Path path() {
    return folder;
  }

  /**
   * Makes a folder in this one, which is created again if something has removed it.
   *
   * @param prefix what its name begins with
   * @return an absolute path
   * @throws IOException if it cannot be made, or the Java runtime is ending
   */
  public synchronized Path make(String prefix) throws IOException {
    if (isOver) {
      throw ending(null);
    }
    return Files.createTempDirectory(Files.createDirectories(folder), prefix);
  }

  private static IOException ending(@Nullable IllegalStateException cause) {
    return new IOException("no folder can be made while the Java runtime is shutting down", cause);
  }

  @Override
  public synchronized void close() throws IOException {
    delete(folder);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the runtime is shutting down, and runs the hook
    }
  }

  /**
   * Deletes the folder. Processes are being killed at the same time, and may still write a file.
   */
  private void deleteAtLast() {
    synchronized (this) {
      isOver = true;
    }
    for (int attempt = 0; attempt < LAST_ATTEMPTS && Files.exists(folder); attempt++) {
      try {
        delete(folder);
      } catch (IOException e) {
        // the next attempt finds what was added
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Deletes a folder with its contents. Others may delete them at the same time.
   *
   * @param folder the folder, which need not exist
   * @throws IOException if a part of it cannot be deleted
   */
  public static void delete(Path folder) throws IOException {
    FolderDeletion.delete(folder, Files::deleteIfExists);
  }
}
