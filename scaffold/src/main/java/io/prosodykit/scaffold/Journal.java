package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;

/**
 * The hidden folder {@code .mod_x.prosodykit} beside {@code mod_x}, through which all changes of
 * {@code mod_x} go. It exists only while a scaffold is written; one that is found is what a killed
 * run left.
 *
 * <ul>
 *   <li>{@code lock} is locked as long as its run lives;
 *   <li>{@code new} holds the new texts until they are moved into place;
 *   <li>{@code old} holds what they replace, and what is deleted;
 *   <li>{@code plan} lists the steps in place. It appears when the first may be taken and vanishes
 *       when the last has been: where it is, the steps are to be undone.
 * </ul>
 */
final class Journal {
  /** The last line of a plan: a plan without it was not written to its end. */
  private static final String END = "end";

  private final Disk disk;
  private final Path directory;
  private final Path folder;
  private final FileChannel lock;

  private Journal(Disk disk, Path directory, Path folder, FileChannel lock) {
    this.disk = disk;
    this.directory = directory;
    this.folder = folder;
    this.lock = lock;
  }

  /** Opens the journal of a module's folder, after undoing what a killed run left there. */
  static Journal open(Disk disk, Path directory, String moduleFolder) throws IOException {
    Path folder = folder(directory, moduleFolder);
    boolean found = Disk.occupied(folder);
    if (!found) {
      disk.createDirectory(folder);
    } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new ConflictException("not a folder of this library", ImmutableList.of(folder));
    }
    Journal journal = new Journal(disk, directory, folder, lock(disk, folder, found));
    try {
      journal.undo();
    } catch (IOException | RuntimeException | Error e) {
      journal.lock.close();
      throw e;
    }
    return journal;
  }

  static Path folder(Path directory, String moduleFolder) {
    return directory.resolve("." + moduleFolder + ".prosodykit");
  }

  private static FileChannel lock(Disk disk, Path folder, boolean found) throws IOException {
    FileChannel channel;
    try {
      channel = disk.open(folder.resolve("lock"));
    } catch (IOException e) {
      if (!found) {
        disk.delete(folder);
      }
      throw e;
    }
    try {
      // a run that ended between this one's opening and locking has deleted the file
      if (channel.tryLock() != null && Disk.occupied(folder.resolve("lock"))) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // another thread of this process has it
    }
    channel.close();
    throw new FileSystemException(
        folder.toString(), null, "another run is writing this module: wait for its end");
  }

  /**
   * Writes the new texts where nobody sees them yet. A file that is to be replaced may be one that
   * only its owner may read: what takes its place has its rights.
   */
  void stage(Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = staged(text.getKey());
      disk.createParents(file, new ArrayDeque<>());
      disk.write(file, text.getValue());
      Path target = directory.resolve(text.getKey());
      if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
        disk.copyRights(target, file);
      }
    }
  }

  /** Takes the steps in place. After a failure, {@link #undo} is called for. */
  void take(List<Step> steps) throws IOException {
    for (Step step : steps) {
      if (step.kind() == Step.Kind.REPLACE || step.kind() == Step.Kind.DELETE) {
        disk.createParents(saved(step.path()), new ArrayDeque<>());
      }
    }
    disk.write(
        folder.resolve("plan.part"),
        String.join("\n", Lists.transform(steps, Step::toString)) + "\n" + END);
    disk.move(folder.resolve("plan.part"), folder.resolve("plan"));
    for (Step step : steps) {
      Path target = directory.resolve(step.path());
      switch (step.kind()) {
        case MKDIR -> disk.createDirectory(target);
        case CREATE -> disk.move(staged(step.path()), target);
        case REPLACE -> {
          disk.move(target, saved(step.path()));
          disk.move(staged(step.path()), target);
        }
        case DELETE -> disk.move(target, saved(step.path()));
      }
    }
    disk.delete(folder.resolve("plan"));
  }

  /** Undoes the steps of the plan, if there is one, and empties the journal. */
  void undo() throws IOException {
    Path plan = folder.resolve("plan");
    if (Disk.occupied(plan)) {
      try {
        for (Step step : Lists.reverse(steps(plan))) {
          undo(step);
        }
      } catch (IllegalArgumentException e) {
        throw new FileSystemException(
            folder.toString(),
            null,
            "a killed run left this and its plan cannot be read ("
                + e.getMessage()
                + "): take what you miss out of its folder old, then delete it");
      }
      disk.delete(plan);
    }
    empty();
  }

  private static ImmutableList<Step> steps(Path plan) throws IOException {
    List<String> lines = Files.readAllLines(plan);
    if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)) {
      throw new IllegalArgumentException("it has no end");
    }
    return lines.subList(0, lines.size() - 1).stream()
        .map(Step::parse)
        .collect(ImmutableList.toImmutableList());
  }

  private void undo(Step step) throws IOException {
    Path target = TargetPaths.resolve(directory, step.path());
    switch (step.kind()) {
      case MKDIR -> {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS) && isEmpty(target)) {
          disk.delete(target);
        }
      }
      case CREATE -> {
        if (!Disk.occupied(staged(step.path())) && Disk.occupied(target)) {
          disk.delete(target);
        }
      }
      case REPLACE, DELETE -> {
        if (Disk.occupied(saved(step.path()))) {
          disk.move(saved(step.path()), target);
        }
      }
    }
  }

  private void empty() throws IOException {
    for (String name : ImmutableList.of("new", "old", "plan.part")) {
      if (Disk.occupied(folder.resolve(name))) {
        disk.deleteTree(folder.resolve(name));
      }
    }
  }

  private void deleteEmpty() throws IOException {
    disk.delete(folder.resolve("lock"));
    // Windows deletes an open file only when it is closed
    lock.close();
    disk.delete(folder);
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
      return !content.iterator().hasNext();
    }
  }

  Path staged(String path) {
    return folder.resolve("new").resolve(path);
  }

  private Path saved(String path) {
    return folder.resolve("old").resolve(path);
  }

  /** Undoes what was done so far; if that fails as well, the next run does it. */
  void rollBack(Throwable reason) {
    try (lock) {
      undo();
      deleteEmpty();
    } catch (IOException | RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  /** Removes the journal after everything is in place. */
  void close() {
    try (lock) {
      empty();
      deleteEmpty();
    } catch (IOException e) {
      // The files are written, so this is no failure to write; the next run removes what is left.
    }
  }
}
