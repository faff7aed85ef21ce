package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.prosodykit.files.SlashedPath;
import io.prosodykit.record.RecordFields;
import io.prosodykit.scaffold.FileUpdate.Kind;
import io.prosodykit.scaffold.merge.LineEnd;
import io.prosodykit.scaffold.merge.Merge;
import io.prosodykit.scaffold.merge.UnifiedDiff;
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
 * Updates a scaffolded module to the current recipe, or to a changed specification, with a
 * three-way merge of the original scaffold, the author's version and the new scaffold.
 *
 * <p>A file whose lines end with CR LF, as git writes them on Windows, is compared as if they ended
 * with LF, and keeps its CR LF when it is changed. If a file mixes both, the end of its first line
 * counts. A file that the scaffold no longer has is deleted if it is unchanged, and stays if its
 * author has changed it.
 *
 * <p>An update is a value; nothing is written to disk before {@link #write}.
 *
 * @since 0.1.0
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
   * Creates the update of a module.
   *
   * @param folder the module's own folder, {@code mod_NAME}, with a {@code .prosodykit.json}
   * @param change a change to the recorded specification, for example of its targets; {@link
   *     PartEdits} has changes to options and other parts
   * @param templates the templates with the module's recipe
   * @return the update
   * @throws InvalidSpecException if the record is missing, damaged or that of another module, the
   *     changed specification is invalid, or a file cannot be merged without loss: it is not in
   *     UTF-8, or still has conflicts from the last update
   * @throws IOException if a file cannot be read
   */
  public static ModuleUpdate of(
      Path folder, UnaryOperator<ModuleSpecBuilder> change, TemplateSet templates)
      throws IOException {
    Path recordFile = folder.resolve(RecordFields.FILE);
    if (!Disk.occupied(recordFile)) {
      throw unreadable(recordFile, "is missing, so it is unknown what this module was made from");
    }
    ModuleRecord recorded;
    ModuleSpecBuilder spec;
    try {
      recorded =
          ModuleRecord.read(
              Objects.requireNonNull(
                  FoundFiles.read(folder, List.of(RecordFields.FILE)).get(RecordFields.FILE)));
      spec = SpecReader.read(recorded.spec(), templates);
    } catch (IllegalArgumentException e) {
      throw unreadable(recordFile, String.valueOf(e.getMessage()));
    }
    Scaffold scaffold = Scaffold.of(change.apply(spec).build(), templates);
    String name = "mod_" + scaffold.spec().name();
    if (!folder.toAbsolutePath().normalize().endsWith(name)) {
      // updating a copy of a module would overwrite the original module
      throw unreadable(
          recordFile,
          "is the record of %s, but its folder has another name: rename the folder, or create a new module"
              .formatted(name));
    }
    String prefix = name + "/";
    Map<String, String> scaffolded = new TreeMap<>();
    scaffold.files().forEach((path, text) -> scaffolded.put(path.substring(prefix.length()), text));
    ImmutableMap<String, String> found =
        FoundFiles.read(folder, Sets.union(scaffolded.keySet(), recorded.hashes().keySet()));
    ImmutableList.Builder<FileUpdate> files = ImmutableList.builder();
    scaffolded.forEach(
        (path, theirs) ->
            files.add(update(recorded, path, Optional.ofNullable(found.get(path)), theirs)));
    found.forEach(
        (path, text) -> {
          if (!scaffolded.containsKey(path)) {
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
      ModuleRecord recorded, String path, Optional<String> found, String theirs) {
    if (found.isEmpty()) {
      boolean deleted = recorded.hashes().containsKey(path);
      return deleted
          ? new FileUpdate(path, Kind.DELETED, found, found)
          : new FileUpdate(path, Kind.ADDED, found, Optional.of(theirs));
    }
    // line ends that git converted do not count as changes, and stay
    LineEnd lineEnd = LineEnd.of(found.get());
    String yours = LineEnd.LF.in(found.get());
    if (yours.equals(theirs)) {
      return new FileUpdate(path, Kind.UNCHANGED, found, found);
    }
    if (path.equals(RecordFields.FILE) || recorded.had(path, yours)) {
      return new FileUpdate(path, Kind.REPLACED, found, Optional.of(lineEnd.in(theirs)));
    }
    // without an original text, all lines of both count as new
    Merge merge = Merge.of(recorded.text(path, theirs).orElse(""), yours, theirs);
    if (merge.text().equals(yours)) {
      return new FileUpdate(path, Kind.UNCHANGED, found, found);
    }
    return new FileUpdate(
        path,
        merge.hasConflicts() ? Kind.CONFLICTED : Kind.MERGED,
        found,
        Optional.of(lineEnd.in(merge.text())));
  }

  /** {@return the specification of the module after the update} */
  public ModuleSpec spec() {
    return spec;
  }

  /**
   * {@return what the update does to each file, by path, with files that the scaffold no longer has
   * at the end}
   */
  public ImmutableList<FileUpdate> files() {
    return files;
  }

  /** {@return the files with conflicts that the author has to resolve, by path} */
  public ImmutableList<FileUpdate> conflicts() {
    return files.stream()
        .filter(file -> file.kind() == Kind.CONFLICTED)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * {@return the changes in git's unified diff format, without the record; empty if nothing
   * changes}
   */
  public String difference() {
    return files.stream()
        .filter(file -> file.isChange() && !file.path().equals(RecordFields.FILE))
        .map(
            file ->
                UnifiedDiff.of(
                    file.path(),
                    LineEnd.LF.in(file.before().orElse("")),
                    LineEnd.LF.in(file.after().orElse(""))))
        .collect(Collectors.joining());
  }

  /**
   * {@return what the update does, for people: the module, and a line for each file that is not
   * {@link Kind#UNCHANGED}}
   */
  public String summary() {
    return UpdateSummary.of(this);
  }

  /**
   * Writes all changes or, after any failure, none.
   *
   * @return the files that were written, not those that were deleted
   * @throws IOException if the disk fails, or the folder is not writable
   */
  public WriteReport write() throws IOException {
    Path directory = folder.toAbsolutePath().normalize().getParent();
    if (directory == null) {
      throw new IOException(folder + " is not a module folder");
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

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "folder",
        SlashedPath.of(folder),
        "spec",
        SpecDocument.of(spec),
        "files",
        Lists.transform(files, FileUpdate::document));
  }
}
