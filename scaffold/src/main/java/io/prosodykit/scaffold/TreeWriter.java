package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Writes a tree of files into a directory, all of it or nothing.
 *
 * <p>A folder that does not exist yet is staged beside its place and renamed into it. In one that
 * exists, the {@link Journal} moves file after file into place, and back if one cannot be moved.
 */
final class TreeWriter {
  private final Disk disk;
  private final Path directory;
  private final String folder;

  TreeWriter(Disk disk, Path directory, String folder) {
    this.disk = disk;
    this.directory = directory.toAbsolutePath().normalize();
    this.folder = folder;
  }

  WriteReport write(ImmutableSortedMap<String, String> files, OnConflict onConflict)
      throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new FileSystemException(
          directory.toString(), null, "is a file, and modules are written into a folder");
    }
    Deque<Path> made = new ArrayDeque<>();
    try {
      makeDirectory(directory, made);
      return writeInto(files, onConflict);
    } catch (IOException | RuntimeException | Error e) {
      remove(made, e);
      throw e;
    }
  }

  private void makeDirectory(Path wanted, Deque<Path> made) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Path parent = wanted.getParent();
      if (parent != null) {
        makeDirectory(parent, made);
      }
      disk.createDirectory(wanted);
      made.push(wanted);
    }
  }

  private void remove(Deque<Path> made, Throwable reason) {
    try {
      for (Path directory : made) {
        disk.delete(directory);
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private WriteReport writeInto(ImmutableSortedMap<String, String> files, OnConflict onConflict)
      throws IOException {
    ...
  }
}
