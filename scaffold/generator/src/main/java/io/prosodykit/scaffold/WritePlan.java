package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.Collection;

/**
 * The changes that a write makes.
 *
 * @param texts the texts to write, by path
 * @param replaced the paths among them that already have a file
 * @param skipped the paths with existing files that are kept
 */
record WritePlan(
    ImmutableSortedMap<String, String> texts,
    ImmutableSortedSet<String> replaced,
    ImmutableSortedSet<String> skipped) {

  static WritePlan of(
      ImmutableSortedMap<String, String> files,
      ImmutableSortedSet<String> existing,
      OnConflict onConflict) {
    ImmutableSortedSet<String> skipped =
        onConflict == OnConflict.SKIP ? existing : ImmutableSortedSet.of();
    return new WritePlan(
        ImmutableSortedMap.copyOf(Maps.filterKeys(files, path -> !skipped.contains(path))),
        ImmutableSortedSet.copyOf(Sets.difference(existing, skipped)),
        skipped);
  }

  WriteReport report(Path directory) {
    return new WriteReport(
        paths(directory, texts.keySet()), paths(directory, replaced), paths(directory, skipped));
  }

  static ImmutableList<Path> paths(Path directory, Collection<String> paths) {
    return paths.stream().map(directory::resolve).collect(ImmutableList.toImmutableList());
  }
}
