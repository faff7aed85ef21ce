package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes a tree of files to a directory, completely or not at all.
 *
 * <p>A new folder is written next to its final path and then renamed. In an existing folder, the
 * {@link Journal} moves one file after the other into place, and moves all of them back if one
 * cannot be moved.
 */
final class TreeWriter {
  private final Disk disk;
  private final Path directory;
  private final String folder;

  TreeWriter(Disk disk, Path directory, String folder) {
    this.disk = disk;
    this.directory = directory.toAbsolutePath();
    this.folder = folder;
  }

  /** {@return what {@link #write} would do, with the same checks} */
  WriteReport plan(ImmutableSortedMap<String, String> files, OnConflict onConflict)
      throws IOException {
    checkPlace();
    if (!Files.exists(directory)) {
      return WritePlan.of(files, ImmutableSortedSet.of(), onConflict).report(directory);
    }
    Path journal = Journal.folder(directory, folder);
    if (Disk.occupied(journal)) {
      throw new ConflictException(
          "another run is writing this module, or was killed",
          ImmutableList.of(journal),
          "wait until it ends, or write the module, which restores what a killed run left");
    }
    return changes(files, onConflict).report(directory);
  }

  WriteReport write(ImmutableSortedMap<String, String> files, OnConflict onConflict)
      throws IOException {
    return write(files, ImmutableSortedSet.of(), onConflict);
  }

  /** Writes files, and deletes others if they exist. */
  WriteReport write(
      ImmutableSortedMap<String, String> files,
      ImmutableSortedSet<String> deleted,
      OnConflict onConflict)
      throws IOException {
    checkPlace();
    Deque<Path> created = new ArrayDeque<>();
    try {
      disk.createDirectories(directory, created);
      return writeInto(files, deleted, onConflict);
    } catch (IOException | RuntimeException | Error e) {
      remove(created, e);
      throw e;
    }
  }

  private void remove(Deque<Path> created, Throwable reason) {
    try {
      for (Path directory : created) {
        disk.delete(directory);
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private WriteReport writeInto(
      ImmutableSortedMap<String, String> files,
      ImmutableSortedSet<String> deleted,
      OnConflict onConflict)
      throws IOException {
    Journal journal = Journal.open(disk, directory, folder);
    WriteReport report;
    try {
      WritePlan changes = changes(files, onConflict);
      put(journal, changes, existing(deleted));
      report = changes.report(directory);
    } catch (IOException | RuntimeException | Error e) {
      journal.rollBack(e);
      throw e;
    }
    journal.close();
    return report;
  }

  private WritePlan changes(ImmutableSortedMap<String, String> files, OnConflict onConflict) {
    ImmutableSortedSet<String> existing = existing(files.keySet());
    if (onConflict == OnConflict.FAIL && !existing.isEmpty()) {
      throw new ConflictException(
          "already there",
          WritePlan.paths(directory, existing),
          "skip or overwrite them, or write elsewhere");
    }
    return WritePlan.of(files, existing, onConflict);
  }

  /** Checks that the directory exists and is writable, or can be created. */
  private void checkPlace() throws FileSystemException {
    Path ancestor = directory;
    while (!Disk.occupied(ancestor)) {
      ancestor = Objects.requireNonNull(ancestor.getParent(), "a root exists");
    }
    if (!Files.isDirectory(ancestor)) {
      throw new ConflictException(
          "a file where a folder must be", ImmutableList.of(ancestor), "move it out of the way");
    }
    if (!Files.isWritable(ancestor)) {
      throw new AccessDeniedException(ancestor.toString());
    }
  }

  private ImmutableSortedSet<String> existing(Iterable<String> paths) {
    ImmutableSortedSet.Builder<String> existing = ImmutableSortedSet.naturalOrder();
    Set<Path> blocking = new TreeSet<>();
    for (String path : paths) {
      Path target = TargetPaths.resolve(directory, path);
      if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
        blocking.add(target);
      } else if (Disk.occupied(target)) {
        existing.add(path);
      }
      for (String parent : parents(path)) {
        Path place = directory.resolve(parent);
        if (Disk.occupied(place) && !Files.isDirectory(place)) {
          blocking.add(place);
        }
      }
    }
    if (!blocking.isEmpty()) {
      throw new ConflictException(
          "a file where a folder must be, or a folder where a file must be",
          ImmutableList.copyOf(blocking),
          "move it out of the way");
    }
    return existing.build();
  }

  private void put(Journal journal, WritePlan changes, ImmutableSortedSet<String> deleted)
      throws IOException {
    journal.stage(changes.texts());
    if (!Disk.occupied(directory.resolve(folder))) {
      disk.move(journal.staged(folder), directory.resolve(folder));
      return;
    }
    Set<String> missing = new TreeSet<>();
    List<Step> steps = new ArrayList<>();
    for (String path : changes.texts().keySet()) {
      parents(path).stream()
          .filter(parent -> !Disk.occupied(directory.resolve(parent)))
          .forEach(missing::add);
      steps.add(
          new Step(changes.replaced().contains(path) ? Step.Kind.REPLACE : Step.Kind.CREATE, path));
    }
    deleted.forEach(path -> steps.add(new Step(Step.Kind.DELETE, path)));
    journal.take(
        Stream.concat(missing.stream().map(path -> new Step(Step.Kind.MKDIR, path)), steps.stream())
            .collect(ImmutableList.toImmutableList()));
  }

  /** {@return the folders of a path, for example {@code mod_x} and {@code mod_x/spec}} */
  private static List<String> parents(String path) {
    List<String> parents = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      parents.add(path.substring(0, slash));
    }
    return parents;
  }
}
