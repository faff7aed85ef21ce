package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.files.FolderWalk;
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
import org.jspecify.annotations.Nullable;

/** Collects the files below a folder that belong to modules, by their names alone. */
final class ModuleFileVisitor implements FolderWalk.Visitor {
  static final String PREFIX = "mod_";

  private static final ImmutableList<String> READMES =
      ImmutableList.of("README.md", "README.markdown", "README.mdown", "README.mdwn", "README");
  private static final String SUFFIX = ".lua";
  private static final String LIBRARY = ".lib.lua";
  private static final String SPEC = "_spec.lua";
  private static final String CONFIG = ".cfg.lua";
  private static final String ROCKSPEC = ".rockspec";

  /** Folders with specs for busted, and nothing for the server. */
  private static final ImmutableSet<String> SPECS = ImmutableSet.of("spec", "test", "tests");

  private final Path root;
  private final Listener listener;
  private final SortedMap<String, List<Path>> mains = new TreeMap<>();

  /** The Lua files that are not modules, by all folders that contain them. */
  private final Map<Path, SortedSet<Path>> parts = new HashMap<>();

  /** READMEs and rockspecs, by their folder. */
  private final Map<Path, SortedSet<Path>> documents = new HashMap<>();

  private final List<TreeProblem> problems = new ArrayList<>();
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
    return !SPECS.contains(fileName(folder));
  }

  /** Links of a module stay in the module's own folder. */
  @Override
  public boolean encloses(Path folder) {
    String name = fileName(folder);
    return name.startsWith(PREFIX) || Files.exists(folder.resolve(PREFIX + name + SUFFIX));
  }

  @Override
  public void refused(Path link, String reason) {
    refused.put(link, reason);
  }

  @Override
  public void found(Path file) {
    String fileName = fileName(file);
    if (fileName.endsWith(ROCKSPEC)) {
      add(documents, file.getParent(), file);
    } else if (READMES.contains(fileName)) {
      listener.foundReadme(file);
      add(documents, file.getParent(), file);
    } else if (fileName.endsWith(SUFFIX)
        && !fileName.endsWith(SPEC)
        && !fileName.endsWith(CONFIG)) {
      if (fileName.startsWith(PREFIX) && !fileName.endsWith(LIBRARY)) {
        addMain(file, fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length()));
      } else {
        addPart(file);
      }
    }
  }

  private void addMain(Path file, String name) {
    if (!ModuleEntry.isName(name)) {
      problems.add(
          TreeProblem.of(
              file,
              "\""
                  + name
                  + "\" is not a module name; a name has 1 to 64 lower-case letters, digits and"
                  + " underscores, and does not begin with an underscore"));
      return;
    }
    List<Path> files = mains.get(name);
    if (files == null) {
      files = new ArrayList<>();
      mains.put(name, files);
    }
    files.add(file);
    listener.foundCode(file);
  }

  private void addPart(Path file) {
    listener.foundCode(file);
    Path folder = file.getParent();
    while (folder != null && !folder.equals(root)) {
      add(parts, folder, file);
      folder = folder.getParent();
    }
    add(parts, root, file);
  }

  private static void add(Map<Path, SortedSet<Path>> byFolder, @Nullable Path folder, Path file) {
    if (folder != null) {
      SortedSet<Path> inFolder = byFolder.get(folder);
      if (inFolder == null) {
        inFolder = new TreeSet<>();
        byFolder.put(folder, inFolder);
      }
      inFolder.add(file);
    }
  }

  /** The files {@code mod_NAME.lua}, at least one for each name. */
  SortedMap<String, List<Path>> mains() {
    return mains;
  }

  /** The Lua files below a folder that are not modules. */
  ImmutableList<Path> partsBelow(Path folder) {
    return ImmutableList.copyOf(parts.getOrDefault(folder, Collections.emptySortedSet()));
  }

  /** The libraries for {@code module:require} in folders below the root, sorted. */
  SortedSet<Path> libraries() {
    SortedSet<Path> libraries = new TreeSet<>();
    for (Path part : partsBelow(root)) {
      if (fileName(part).endsWith(LIBRARY) && !root.equals(part.getParent())) {
        libraries.add(part);
      }
    }
    return libraries;
  }

  /** The README in a folder itself. */
  Optional<Path> readmeIn(Path folder) {
    for (String readme : READMES) {
      for (Path document : documentsIn(folder)) {
        if (fileName(document).equals(readme)) {
          return Optional.of(document);
        }
      }
    }
    return Optional.empty();
  }

  /** The rockspecs in a folder itself. */
  ImmutableList<Path> rockspecsIn(Path folder) {
    ImmutableList.Builder<Path> rockspecs = ImmutableList.builder();
    for (Path document : documentsIn(folder)) {
      if (fileName(document).endsWith(ROCKSPEC)) {
        rockspecs.add(document);
      }
    }
    return rockspecs.build();
  }

  private SortedSet<Path> documentsIn(Path folder) {
    return documents.getOrDefault(folder, Collections.emptySortedSet());
  }

  /** What is wrong with names. */
  List<TreeProblem> problems() {
    return problems;
  }

  /** The links that must not be followed, with the reasons. */
  SortedMap<Path, String> refused() {
    return refused;
  }

  static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
