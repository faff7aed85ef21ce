package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;

/**
 * The hidden folder {@code .mod_x.prosodykit} beside {@code mod_x}, through which all changes to
 * {@code mod_x} go. It exists only while a scaffold is written; one that already exists was left by
 * a killed run.
 *
 * <ul>
 *   <li>{@code lock} is locked while its run is alive;
 *   <li>{@code new} holds the new texts until they are moved into place;
 *   <li>{@code old} holds the files that are replaced or deleted;
 *   <li>{@code plan} lists the steps. It is created before the first and deleted after the last, so
 *       if it exists, the steps must be undone.
 * </ul>
 */
final class Journal {
  static final String LOCK = "lock";
  static final String PLAN = "plan";

  private final Disk disk;
  private final Path directory;
  private final String moduleFolder;
  private final Path folder;
  private final JournalLock lock;

  /** The steps that {@link #take} has started. */
  private ImmutableList<Step> steps = ImmutableList.of();

  private Journal(Disk disk, Path directory, String moduleFolder, JournalLock lock) {
    this.disk = disk;
    this.directory = directory;
    this.moduleFolder = moduleFolder;
    this.folder = folder(directory, moduleFolder);
    this.lock = lock;
  }

  /**
   * Opens the journal of a module's folder, and undoes what a killed run left there.
   *
   * @throws ConflictException if another run has it open, or no run of this user left it here: a
   *     journal that came with a checkout is not undone
   */
  static Journal open(Disk disk, Path directory, String moduleFolder) throws IOException {
    Path folder = folder(directory, moduleFolder);
    boolean found = Disk.occupied(folder);
    if (!found) {
      create(disk, folder);
    } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || isOtherThanFile(folder.resolve(LOCK))) {
      throw new ConflictException(
          "not a journal of this library", ImmutableList.of(folder), "move it out of the way");
    }
    Journal journal = new Journal(disk, directory, moduleFolder, lock(disk, folder, found));
    try {
      journal.recover();
    } catch (IOException | RuntimeException | Error e) {
      journal.lock.close();
      throw e;
    }
    return journal;
  }

  private static void create(Disk disk, Path folder) throws IOException {
    try {
      disk.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      throw JournalLock.taken(folder);
    }
  }

  private static JournalLock lock(Disk disk, Path folder, boolean found) throws IOException {
    try {
      return JournalLock.acquire(disk, folder);
    } catch (IOException e) {
      if (!found) {
        disk.delete(folder);
      }
      throw e;
    }
  }

  static boolean isOtherThanFile(Path path) {
    return Disk.occupied(path) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  static Path folder(Path directory, String moduleFolder) {
    return directory.resolve("." + moduleFolder + ".prosodykit");
  }

  /**
   * Writes the new texts to the journal. Each gets the permissions of the file that it replaces,
   * which only its owner may be allowed to read.
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

  /** Executes the steps. After a failure, the caller must call {@link #rollBack}. */
  void take(ImmutableList<Step> toTake) throws IOException {
    steps = toTake;
    for (Step step : steps) {
      if (step.kind() == Step.Kind.REPLACE || step.kind() == Step.Kind.DELETE) {
        disk.createParents(saved(step.path()), new ArrayDeque<>());
      }
    }
    Plan plan = new Plan(JournalOrigin.seal(folder.resolve(LOCK)), steps);
    disk.write(folder.resolve("plan.part"), plan.toString());
    disk.move(folder.resolve("plan.part"), folder.resolve(PLAN));
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
    disk.delete(folder.resolve(PLAN));
  }

  /** Undoes the plan of a killed run, if any, and empties the journal. */
  private void recover() throws IOException {
    if (Disk.occupied(folder.resolve(PLAN))) {
      try {
        steps = new FoundPlan(directory, moduleFolder).steps(disk);
      } catch (IllegalArgumentException e) {
        throw new ConflictException(
            "a journal cannot be undone: " + e.getMessage(),
            ImmutableList.of(folder),
            "move the files that you need out of its folder old, then delete it");
      }
    }
    undo();
  }

  /** Undoes the executed steps, and empties the journal. */
  private void undo() throws IOException {
    if (Disk.occupied(folder.resolve(PLAN))) {
      for (Step step : steps.reverse()) {
        undo(step);
      }
      disk.delete(folder.resolve(PLAN));
    }
    empty();
  }

  private void undo(Step step) throws IOException {
    Path target = directory.resolve(step.path());
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
          disk.createParents(target, new ArrayDeque<>());
          disk.move(saved(step.path()), target);
        }
      }
    }
  }

  private void empty() throws IOException {
    for (String name : ImmutableList.of("new", "old", "plan.part", "probe")) {
      if (Disk.occupied(folder.resolve(name))) {
        disk.deleteTree(folder.resolve(name));
      }
    }
  }

  private void deleteEmpty() throws IOException {
    lock.release();
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

  /** Undoes what was done so far; if that also fails, the next run does it. */
  void rollBack(Throwable reason) {
    try (lock) {
      undo();
      deleteEmpty();
    } catch (IOException | RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  /** Removes the journal once everything is in place. */
  void close() {
    try (lock) {
      empty();
      deleteEmpty();
    } catch (IOException e) {
      // the files are written, so the write succeeded; the next run removes the rest
    }
  }
}
