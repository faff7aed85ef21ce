package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleEntry;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the files of modules lie below a folder, by the rules by which Prosody finds a module in
 * {@code plugin_paths}: {@code mod_x/x/mod_x.lua}, {@code mod_x/mod_x.lua}, {@code x/mod_x.lua},
 * {@code mod_x.lua}.
 */
final class ModuleLayout {
  private static final String PREFIX = "mod_";
  private static final String SUFFIX = ".lua";
  private static final String LIBRARY = ".lib.lua";

  /** In the order in which Prosody tries them. */
  private static final ImmutableList<String> LAYOUTS =
      ImmutableList.of(
          "mod_%1$s/%1$s/mod_%1$s.lua",
          "mod_%1$s/mod_%1$s.lua", "%1$s/mod_%1$s.lua", "mod_%1$s.lua");

  private final Path root;
  private final Map<String, List<Path>> mains = new TreeMap<>();
  private final List<Path> sources = new ArrayList<>();
  private final List<TreeProblem> problems = new ArrayList<>();

  private ModuleLayout(Path root) {
    this.root = root;
  }

  /**
   * The files of one module.
   *
   * @param name the module's name
   * @param main the file that Prosody loads
   * @param parts the other Lua files in its own folder, sorted
   * @param folder its own folder; empty for {@code mod_x.lua} that lies among others
   * @param isFound whether Prosody finds it, if the tree's folder is in {@code plugin_paths}
   */
  record ModuleFiles(
      String name, Path main, ImmutableList<Path> parts, Optional<Path> folder, boolean isFound) {}

  /** Looks for modules below a folder. */
  static ModuleLayout find(Path root) throws IOException {
    ModuleLayout layout = new ModuleLayout(root);
    layout.walk();
    return layout;
  }

  /** The modules by their names. */
  List<ModuleFiles> modules() {
    List<ModuleFiles> modules = new ArrayList<>();
    mains.forEach((name, files) -> modules.add(module(name, files)));
    return modules;
  }

  /** Names that are none, and files that Prosody does not come to. */
  List<TreeProblem> problems() {
    return problems;
  }

  private void walk() throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden = !folder.equals(root) && fileName(folder).startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            add(file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void add(Path file) {
    String fileName = fileName(file);
    if (!fileName.endsWith(SUFFIX) || !Files.isRegularFile(file)) {
      return;
    }
    if (fileName.startsWith(PREFIX) && !fileName.endsWith(LIBRARY)) {
      String name = fileName.substring(PREFIX.length(), fileName.length() - SUFFIX.length());
      if (ModuleEntry.isName(name)) {
        mains.computeIfAbsent(name, key -> new ArrayList<>()).add(file);
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
      sources.add(file);
    }
  }

  private ModuleFiles module(String name, List<Path> files) {
    files.sort(Comparator.<Path>comparingInt(file -> rank(name, file)).thenComparing(file -> file));
    Path main = files.get(0);
    boolean isFound = rank(name, main) < LAYOUTS.size();
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
    ImmutableList<Path> parts =
        sources.stream()
            .filter(source -> folder.isPresent() && source.startsWith(folder.get()))
            .sorted()
            .collect(ImmutableList.toImmutableList());
    return new ModuleFiles(name, main, parts, folder, isFound);
  }

  /** How early Prosody comes to a file; behind all layouts, if never. */
  private int rank(String name, Path file) {
    String relative = root.relativize(file).toString().replace('\\', '/');
    int rank = 0;
    while (rank < LAYOUTS.size() && !relative.equals(LAYOUTS.get(rank).formatted(name))) {
      rank++;
    }
    return rank;
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
