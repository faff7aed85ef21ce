package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleEntry;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of modules lie below a folder, by the rules by which Prosody finds a module in
 * {@code plugin_paths}: {@code mod_x/x/mod_x.lua}, {@code mod_x/mod_x.lua}, {@code x/mod_x.lua},
 * {@code mod_x.lua}. Specs, which are in folders {@code spec}, {@code test} and {@code tests} or
 * are called {@code …_spec.lua}, and configuration, {@code ….cfg.lua}, are no code of a module's.
 */
public final class ModuleLayout {
  private static final ImmutableList<String> READMES =
      ImmutableList.of("README.md", "README.markdown", "README.mdown", "README.mdwn", "README");
  private static final String PREFIX = "mod_";
  private static final String SUFFIX = ".lua";
  private static final String LIBRARY = ".lib.lua";
  private static final String SPEC = "_spec.lua";
  private static final String CONFIG = ".cfg.lua";
  private static final String ROCKSPEC = ".rockspec";

  /** Folders that hold what busted runs, and nothing for the server. */
  private static final ImmutableSet<String> SPECS = ImmutableSet.of("spec", "test", "tests");

  /** Behind all places where Prosody looks. */
  private static final int NOWHERE = 4;

  private final Path root;
  private final SortedMap<String, List<Path>> mains = new TreeMap<>();

  /** The files that are no module, by all folders around them. */
  private final Map<Path, SortedSet<Path>> sources = new HashMap<>();

  /** READMEs and rockspecs, by their folder. */
  private final Map<Path, SortedSet<Path>> documents = new HashMap<>();

  private final List<TreeProblem> problems = new ArrayList<>();
  private ImmutableList<ModuleFiles> modules = ImmutableList.of();

  private ModuleLayout(Path root) {
    this.root = root;
  }

  /**
   * Looks for modules below a folder.
   *
   * @param root the folder, as it would stand in {@code plugin_paths}
   * @return what is there; no file has been opened
   * @throws IOException if a folder cannot be read
   */
  public static ModuleLayout find(Path root) throws IOException {
    ModuleLayout layout = new ModuleLayout(root);
    layout.walk();
    layout.modules = layout.all();
    return layout;
  }

  /**
   * Returns the modules.
   *
   * @return sorted by name
   */
  public ImmutableList<ModuleFiles> modules() {
    return modules;
  }

  /**
   * Returns the files that {@code module:require} finds and that lie in no module's own folder.
   *
   * @return files {@code NAME.lib.lua}, sorted
   */
  public ImmutableList<Path> libraries() {
    Set<Path> libraries = new TreeSet<>();
    for (SortedSet<Path> inFolder : sources.values()) {
      for (Path source : inFolder) {
        if (fileName(source).endsWith(LIBRARY)) {
          libraries.add(source);
        }
      }
    }
    for (ModuleFiles module : modules) {
      libraries.removeAll(new HashSet<>(module.parts()));
    }
    return ImmutableList.copyOf(libraries);
  }

  /**
   * Returns what is wrong with the names and places of files.
   *
   * @return names that are none, and files that Prosody does not come to
   */
  public ImmutableList<TreeProblem> problems() {
    return ImmutableList.copyOf(problems);
  }

  private ImmutableList<ModuleFiles> all() {
    ImmutableList.Builder<ModuleFiles> all = ImmutableList.builder();
    for (Map.Entry<String, List<Path>> named : mains.entrySet()) {
      all.add(module(named.getKey(), named.getValue()));
    }
    return all.build();
  }

  private void walk() throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = fileName(folder);
            boolean out = name.startsWith(".") || SPECS.contains(name);
            return out && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean regular =
                attributes.isSymbolicLink()
                    ? Files.isRegularFile(file)
                    : attributes.isRegularFile();
            if (regular) {
              add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void add(Path file) {
    String fileName = fileName(file);
    if (fileName.endsWith(ROCKSPEC) || READMES.contains(fileName)) {
      add(documents, file.getParent(), file);
      return;
    }
    if (!fileName.endsWith(SUFFIX) || fileName.endsWith(SPEC) || fileName.endsWith(CONFIG)) {
      return;
    }
    if (fileName.startsWith(PREFIX) && !fileName.endsWith(LIBRARY)) {
      String name = fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length());
      if (ModuleEntry.isName(name)) {
        List<Path> files = mains.get(name);
        if (files == null) {
          files = new ArrayList<>();
          mains.put(name, files);
        }
        files.add(file);
      } else {
        problems.add(
            TreeProblem.of(
                file,
                "\""
                    + name
                    + "\" is no name of a module: 1 to 64 lower-case letters, digits and"
                    + " underscores, no underscore first"));
      }
    } else {
      Path folder = file.getParent();
      while (folder != null && !folder.equals(root)) {
        add(sources, folder, file);
        folder = folder.getParent();
      }
    }
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

  private ModuleFiles module(String name, List<Path> files) {
    if (files.size() > 1) {
      files.sort(
          Comparator.<Path>comparingInt(file -> rank(name, file)).thenComparing(file -> file));
    }
    Path main = files.get(0);
    boolean isFound = rank(name, main) < NOWHERE;
    if (!isFound) {
      problems.add(
          TreeProblem.of(
              main,
              "Prosody does not find mod_"
                  + name
                  + " here: put it into a folder mod_"
                  + name
                  + ", or this folder into plugin_paths"));
    }
    for (Path other : files.subList(1, files.size())) {
      problems.add(
          TreeProblem.of(other, "Prosody takes " + root.relativize(main) + " for mod_" + name));
    }
    Optional<Path> folder = ownFolder(name, main);
    SortedSet<Path> own = in(documents, folder);
    return new ModuleFiles(
        name,
        main,
        ImmutableList.copyOf(in(sources, folder)),
        folder,
        readme(own),
        rockspecs(own),
        isFound);
  }

  private static SortedSet<Path> in(Map<Path, SortedSet<Path>> byFolder, Optional<Path> folder) {
    return folder.isPresent()
        ? byFolder.getOrDefault(folder.get(), Collections.emptySortedSet())
        : Collections.emptySortedSet();
  }

  private static Optional<Path> readme(SortedSet<Path> documents) {
    for (String readme : READMES) {
      for (Path document : documents) {
        if (fileName(document).equals(readme)) {
          return Optional.of(document);
        }
      }
    }
    return Optional.empty();
  }

  private static ImmutableList<Path> rockspecs(SortedSet<Path> documents) {
    ImmutableList.Builder<Path> rockspecs = ImmutableList.builder();
    for (Path document : documents) {
      if (fileName(document).endsWith(ROCKSPEC)) {
        rockspecs.add(document);
      }
    }
    return rockspecs.build();
  }

  /** How early Prosody comes to a file, in the order of the layouts above. */
  private int rank(String name, Path file) {
    Path relative = root.relativize(file);
    String first = relative.getName(0).toString();
    return switch (relative.getNameCount()) {
      case 1 -> 3;
      case 2 -> first.equals(PREFIX + name) ? 1 : first.equals(name) ? 2 : NOWHERE;
      case 3 ->
          first.equals(PREFIX + name) && relative.getName(1).toString().equals(name) ? 0 : NOWHERE;
      default -> NOWHERE;
    };
  }

  private Optional<Path> ownFolder(String name, Path main) {
    Path folder = main.getParent();
    if (folder == null || folder.equals(root)) {
      return Optional.empty();
    }
    if (fileName(folder).equals(PREFIX + name)) {
      return Optional.of(folder);
    }
    if (!fileName(folder).equals(name)) {
      return Optional.empty();
    }
    Path outer = folder.getParent();
    return Optional.of(outer != null && fileName(outer).equals(PREFIX + name) ? outer : folder);
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
