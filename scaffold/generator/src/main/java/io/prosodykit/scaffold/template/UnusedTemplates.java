package io.prosodykit.scaffold.template;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.Enclosure;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.text.NearestNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files in a custom template folder that nothing uses, because the name of the recipe or of the
 * file is misspelled.
 */
public final class UnusedTemplates {
  private static final String TEMPLATE = ".mustache";

  /** The most likely intended names, with or without the suffix {@code .mustache}. */
  private static final ImmutableList<String> USUAL =
      ImmutableList.of(
          "recipe.properties",
          "module.lua",
          "module_spec.lua",
          "README.md",
          "introduction.md",
          "configuration.md",
          "events.md",
          "permissions.md",
          "header.lua",
          "module.cfg.lua",
          "luacheckrc",
          "module.rockspec");

  private final Map<String, String> texts = new TreeMap<>();
  private final List<String> refused = new ArrayList<>();

  private UnusedTemplates() {}

  /** Reads the files of a custom template folder. */
  public static UnusedTemplates read(Path customTemplates) throws IOException {
    UnusedTemplates files = new UnusedTemplates();
    Enclosure enclosure = Enclosure.of(customTemplates);
    try (Stream<Path> found = Files.walk(customTemplates, 2)) {
      for (Path file : found.toList()) {
        String path = customTemplates.relativize(file).toString().replace('\\', '/');
        // files that editors and desktops leave behind are not templates
        if (!path.isEmpty() && !path.matches("\\..*|.*/\\..*|.*~")) {
          files.read(enclosure, file, path);
        }
      }
    }
    return files;
  }

  private void read(Enclosure enclosure, Path file, String path) throws IOException {
    try {
      enclosure.check(file);
      if (path.contains("/") && !Files.isDirectory(file)) {
        texts.put(path, BoundedFile.readText(file));
      }
    } catch (RefusedFileException e) {
      refused.add(String.valueOf(e.getMessage()));
    }
  }

  /** {@return the problems with files that could not be read, whatever their names} */
  public List<String> refused() {
    return refused;
  }

  /**
   * Returns the files that nothing uses.
   *
   * @param recipes the ids of all recipes
   * @param hasRole whether the library, or a recipe's list of test doubles, has a file with a name
   */
  public List<String> unused(Set<String> recipes, Predicate<String> hasRole) {
    List<String> problems = new ArrayList<>();
    ImmutableSet<String> folders = ImmutableSet.copyOf(Sets.union(recipes, Set.of("common")));
    for (String path : texts.keySet()) {
      String folder = path.substring(0, path.indexOf('/'));
      String name = path.substring(folder.length() + 1);
      if (!folders.contains(folder)) {
        if (hasRole.test(name)) {
          problems.add(problem(path, "there is no recipe " + folder, "recipe", folder, folders));
        }
      } else if (!hasRole.test(name) && !isNamed(name)) {
        problems.add(
            problem(
                path,
                "no template or recipe uses a file with this name",
                "file",
                plain(name),
                USUAL));
      }
    }
    return problems;
  }

  /** {@return whether a custom template includes it, as in {@code {{>name}}}} */
  private boolean isNamed(String name) {
    String partial = "{{>" + plain(name) + "}}";
    return texts.values().stream().anyMatch(text -> text.contains(partial));
  }

  /** {@return the name of a file without the suffix of templates} */
  public static String plain(String name) {
    return name.endsWith(TEMPLATE) ? name.substring(0, name.length() - TEMPLATE.length()) : name;
  }

  private static String problem(
      String path, String what, String kind, String name, Iterable<String> candidates) {
    return path + ": " + what + NearestNames.suggestion(kind, NearestNames.of(name, candidates));
  }
}
