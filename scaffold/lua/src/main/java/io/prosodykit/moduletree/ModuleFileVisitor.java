package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.files.FolderWalk;
import io.prosodykit.lua.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the files below a folder that may belong to modules. */
final class ModuleFileVisitor implements FolderWalk.Visitor {
  /** Folders with specs for busted, and nothing for the server. */
  private static final ImmutableSet<String> SPECS = ImmutableSet.of("spec", "test", "tests");

  private final Path root;
  private final Listener listener;
  private final SortedMap<String, List<Path>> mains = new TreeMap<>();

  /** The files below each folder, at any depth. */
  private final Map<Path, SortedSet<Path>> files = new HashMap<>();

  private final List<SourceProblem> problems = new ArrayList<>();
  private final SortedMap<Path, String> refused = new TreeMap<>();

  /** Is notified of files that may belong to a module. */
  interface Listener {
    /** Does not listen. */
    Listener NONE = new Listener() {};

    /** A Lua file that is neither a spec nor configuration. */
    default void foundCode(Path file) {}

    /** A README; a module may have several. */
    default void foundReadme(Path file) {}
  }

  private ModuleFileVisitor(Path root, Listener listener) {
    this.root = root;
    this.listener = listener;
  }

  static ModuleFileVisitor walk(Path root, Listener listener) throws IOException {
    ModuleFileVisitor visitor = new ModuleFileVisitor(root, listener);
    FolderWalk.walk(root, visitor);
    return visitor;
  }

  @Override
  public boolean enters(Path folder) {
    return !SPECS.contains(FileKind.fileName(folder));
  }

  /** Links of a module stay in the module's own folder. */
  @Override
  public boolean encloses(Path folder) {
    String name = FileKind.fileName(folder);
    return name.startsWith(FileKind.PREFIX)
        || Files.exists(folder.resolve(FileKind.PREFIX + name + FileKind.SUFFIX));
  }

  @Override
  public void refused(Path link, String reason) {
    refused.put(link, reason);
  }

  @Override
  public void found(Path file) {
    switch (FileKind.of(file)) {
      case MAIN -> addMain(file, FileKind.moduleName(file));
      case PART -> listener.foundCode(file);
      case README -> listener.foundReadme(file);
      default -> {
        // nothing reads it before its module is known
      }
    }
    Path folder = file.getParent();
    while (folder != null && !folder.equals(root)) {
      below(folder).add(file);
      folder = folder.getParent();
    }
    below(root).add(file);
  }

  private SortedSet<Path> below(Path folder) {
    SortedSet<Path> below = files.get(folder);
    if (below == null) {
      below = new TreeSet<>();
      files.put(folder, below);
    }
    return below;
  }

  private void addMain(Path file, String name) {
    Optional<String> problem = ModuleEntry.problemWithName(name);
    if (problem.isPresent()) {
      problems.add(SourceProblem.of(file, problem.get()));
      return;
    }
    List<Path> named = mains.get(name);
    if (named == null) {
      named = new ArrayList<>();
      mains.put(name, named);
    }
    named.add(file);
    listener.foundCode(file);
  }

  /** The files {@code mod_NAME.lua}, at least one for each name. */
  SortedMap<String, List<Path>> mains() {
    return mains;
  }

  /** The files below a folder, sorted. */
  ImmutableList<Path> filesBelow(Path folder) {
    return ImmutableList.copyOf(files.getOrDefault(folder, Collections.emptySortedSet()));
  }

  /** What is wrong with names. */
  List<SourceProblem> problems() {
    return problems;
  }

  /** The links that must not be followed, with the reasons. */
  SortedMap<Path, String> refused() {
    return refused;
  }
}
