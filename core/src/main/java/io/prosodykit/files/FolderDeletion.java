package io.prosodykit.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes folders with their contents. */
public final class FolderDeletion {
  private FolderDeletion() {}

  /** Deletes one file, link or empty folder. */
  public interface Step {
    /**
     * Deletes one file, link or empty folder.
     *
     * @param path the path
     * @throws IOException if it cannot be deleted
     */
    void delete(Path path) throws IOException;
  }

  /**
   * Deletes a folder with its contents. Links are deleted, not followed. Others may delete parts at
   * the same time.
   *
   * @param folder the folder, which need not exist
   * @param step deletes each part, and the folder at the end
   * @throws IOException if a part cannot be deleted
   */
  public static void delete(Path folder, Step step) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            step.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            step.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
