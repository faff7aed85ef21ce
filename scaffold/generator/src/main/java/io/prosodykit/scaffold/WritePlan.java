package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.nio.file.Path;
import java.util.Collection;

/**
 * What is to become of files.
 *
 * @param texts the texts to write, by their paths
 * @param replaced those of the paths where a file stands
 * @param skipped the paths where a file stands that is to stay
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
