package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.prosodykit.scaffold.FileUpdate.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Brings a module that was scaffolded to the current recipe, or to other targets, by a three-way
 * merge: of what the scaffold said once, what its author made of it, and what the scaffold says
 * now.
 *
 * <p>A file whose lines end with CR LF, as git writes them on Windows, is compared as if they ended
 * with LF, and keeps its CR LF when something new comes into it; where both are in one file, the
 * end of its first line counts. A file that the scaffold makes no more is deleted if it is as it
 * was made, and stays if its author has changed it.
 *
 * <p>An update is a value; nothing is on disk until {@link #write}.
 */
public final class ModuleUpdate {
  private final Path folder;
  private final ModuleSpec spec;
  private final ImmutableList<FileUpdate> files;

  private ModuleUpdate(Path folder, ModuleSpec spec, ImmutableList<FileUpdate> files) {
    this.folder = folder;
    this.spec = spec;
    this.files = files;
  }

  /**
   * Makes the update of a module.
   *
   * @param folder the module's own folder, {@code mod_NAME}, with a {@code .prosodykit.json}
   * @param change changes the recorded specification, for example its targets; {@link PartEdits}
   *     changes its options and other parts
   * @param templates where the module's recipe comes from
   * @return the update
   * @throws InvalidSpecException if there is no record, it cannot be read or is another module's,
   *     the changed specification is not right, or a file cannot be merged without loss: it is not
   *     in UTF-8, or still has conflicts of the last update
   * @throws IOException if a file cannot be read
   */
  public static ModuleUpdate of(
      Path folder, UnaryOperator<ModuleSpecBuilder> change, TemplateSet templates)
      throws IOException {
    Path recordFile = folder.resolve(ModuleRecord.FILE);
    if (!Disk.occupied(recordFile)) {
      throw unreadable(
          recordFile, "is not there, so nothing is known of what this module was made from");
    }
    ModuleRecord recorded;
    ModuleSpecBuilder spec;
    try {
      recorded =
          ModuleRecord.read(
              Objects.requireNonNull(
                  FoundFiles.read(folder, List.of(ModuleRecord.FILE)).get(ModuleRecord.FILE)));
      spec = SpecJson.read(recorded.spec(), templates);
    } catch (IllegalArgumentException e) {
      throw unreadable(recordFile, String.valueOf(e.getMessage()));
    }
    Scaffold scaffold = Scaffold.of(change.apply(spec).build(), templates);
    String name = "mod_" + scaffold.spec().name();
    if (!folder.toAbsolutePath().normalize().endsWith(name)) {
      // a copy of a module would be written over the module that it is a copy of
      throw unreadable(
          recordFile,
          "is the record of %s, and its folder has another name: give the folder that name, or make a module anew"
              .formatted(name));
    }
    String prefix = name + "/";
    Map<String, String> now = new TreeMap<>();
    scaffold.files().forEach((path, text) -> now.put(path.substring(prefix.length()), text));
    ImmutableMap<String, String> found =
        FoundFiles.read(folder, Sets.union(now.keySet(), recorded.hashes().keySet()));
    ImmutableList.Builder<FileUpdate> files = ImmutableList.builder();
    now.forEach(
        (path, wanted) ->
            files.add(update(recorded, path, Optional.ofNullable(found.get(path)), wanted)));
    found.forEach(
        (path, text) -> {
          if (!now.containsKey(path)) {
            files.add(obsolete(recorded, path, text));
          }
        });
    return new ModuleUpdate(folder, scaffold.spec(), files.build());
  }

  private static InvalidSpecException unreadable(Path recordFile, String problem) {
    return new InvalidSpecException(
        "update", List.of(new SpecProblem("record", recordFile + ": " + problem)));
  }

  private static FileUpdate obsolete(ModuleRecord recorded, String path, String text) {
    Optional<String> found = Optional.of(text);
    return recorded.had(path, LineEnd.LF.in(text))
        ? new FileUpdate(path, Kind.REMOVED, found, Optional.empty())
        : new FileUpdate(path, Kind.LEFT, found, found);
  }

  private static FileUpdate update(
      ModuleRecord recorded, String path, Optional<String> found, String wanted) {
    if (found.isEmpty()) {
      boolean deleted = recorded.hashes().containsKey(path);
      return deleted
          ? new FileUpdate(path, Kind.DELETED, found, found)
          : new FileUpdate(path, Kind.ADDED, found, Optional.of(wanted));
    }
    // what git has changed about line ends is no change of the author's, and stays
    LineEnd lineEnd = LineEnd.of(found.get());
    String yours = LineEnd.LF.in(found.get());
    if (yours.equals(wanted)) {
      return new FileUpdate(path, Kind.UNCHANGED, found, found);
    }
    if (path.equals(ModuleRecord.FILE) || recorded.had(path, yours)) {
      return new FileUpdate(path, Kind.REPLACED, found, Optional.of(lineEnd.in(wanted)));
    }
    // without a text to begin with, all lines of both count as new
    Merge merge = Merge.of(recorded.text(path, wanted).orElse(""), yours, wanted);
    if (merge.text().equals(yours)) {
      return new FileUpdate(path, Kind.UNCHANGED, found, found);
    }
    return new FileUpdate(
        path,
        merge.hasConflicts() ? Kind.CONFLICTED : Kind.MERGED,
        found,
        Optional.of(lineEnd.in(merge.text())));
  }

  /**
   * Returns the specification that the module has then.
   *
   * @return the recorded one with the changes
   */
  public ModuleSpec spec() {
    return spec;
  }

  /**
   * Returns what becomes of each file.
   *
   * @return by path, those that belong to the scaffold no more at the end
   */
  public ImmutableList<FileUpdate> files() {
    return files;
  }

  /**
   * Returns the files in which the author has conflicts to resolve.
   *
   * @return by path
   */
  public ImmutableList<FileUpdate> conflicts() {
    return files.stream()
        .filter(file -> file.kind() == Kind.CONFLICTED)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Shows the changes.
   *
   * @return the difference in git's unified form, the record apart; empty if nothing changes
   */
  public String difference() {
    return files.stream()
        .filter(file -> file.isChange() && !file.path().equals(ModuleRecord.FILE))
        .map(
            file ->
                UnifiedDiff.of(
                    file.path(),
                    LineEnd.LF.in(file.before().orElse("")),
                    LineEnd.LF.in(file.after().orElse(""))))
        .collect(Collectors.joining());
  }

  /**
   * Writes the changes, all of them or, after any failure, none.
   *
   * @return the files that were written, without those that were deleted
   * @throws IOException if the disk fails, or the folder may not be written
   */
  public WriteReport write() throws IOException {
    Path directory = folder.toAbsolutePath().normalize().getParent();
    if (directory == null) {
      throw new IOException(folder + " is not the folder of a module");
    }
    String name = "mod_" + spec.name();
    ImmutableSortedMap<String, String> changes =
        files.stream()
            .filter(file -> file.isChange() && file.after().isPresent())
            .map(file -> Maps.immutableEntry(name + "/" + file.path(), file.after().orElse("")))
            .collect(
                ImmutableSortedMap.toImmutableSortedMap(
                    String::compareTo, Map.Entry::getKey, Map.Entry::getValue));
    ImmutableSortedSet<String> removed =
        files.stream()
            .filter(file -> file.kind() == Kind.REMOVED)
            .map(file -> name + "/" + file.path())
            .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
    return new TreeWriter(new Disk(), directory, name)
        .write(changes, removed, OnConflict.OVERWRITE);
  }
}
