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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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
    this.directory = directory.toAbsolutePath();
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
      disk.createDirectories(directory, made);
      return writeInto(files, onConflict);
    } catch (IOException | RuntimeException | Error e) {
      remove(made, e);
      throw e;
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
    Journal journal = Journal.open(disk, directory, folder);
    WriteReport report;
    try {
      ImmutableSortedSet<String> existing = existing(files.keySet());
      if (onConflict == OnConflict.FAIL && !existing.isEmpty()) {
        throw new ConflictException("already there", paths(existing));
      }
      ImmutableSortedSet<String> skipped =
          onConflict == OnConflict.SKIP ? existing : ImmutableSortedSet.of();
      ImmutableSortedMap<String, String> texts =
          ImmutableSortedMap.copyOf(Maps.filterKeys(files, path -> !skipped.contains(path)));
      put(journal, texts, existing);
      report = new WriteReport(paths(texts.keySet()), paths(skipped));
    } catch (IOException | RuntimeException | Error e) {
      journal.rollBack(e);
      throw e;
    }
    journal.close();
    return report;
  }

  private ImmutableSortedSet<String> existing(Iterable<String> paths) throws IOException {
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
          ImmutableList.copyOf(blocking));
    }
    return existing.build();
  }

  private void put(Journal journal, ImmutableSortedMap<String, String> texts, Set<String> existing)
      throws IOException {
    journal.stage(texts);
    if (!Disk.occupied(directory.resolve(folder))) {
      disk.move(journal.staged(folder), directory.resolve(folder));
      return;
    }
    Set<String> missing = new TreeSet<>();
    List<Step> steps = new ArrayList<>();
    for (String path : texts.keySet()) {
      parents(path).stream()
          .filter(parent -> !Disk.occupied(directory.resolve(parent)))
          .forEach(missing::add);
      steps.add(new Step(existing.contains(path) ? Step.Kind.REPLACE : Step.Kind.CREATE, path));
    }
    journal.take(
        Stream.concat(missing.stream().map(path -> new Step(Step.Kind.MKDIR, path)), steps.stream())
            .toList());
  }

  /** The folders of a path, for example {@code mod_x} and {@code mod_x/spec}. */
  private static List<String> parents(String path) {
    List<String> parents = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      parents.add(path.substring(0, slash));
    }
    return parents;
  }

  private ImmutableList<Path> paths(Collection<String> paths) {
    return paths.stream().map(directory::resolve).collect(ImmutableList.toImmutableList());
  }
}
