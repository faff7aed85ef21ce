package io.prosodykit.scaffold;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a new module: the module, its documentation, specs that pass as they are, the test
 * double these need, settings for luacheck, a rockspec and an example configuration.
 *
 * <p>A scaffold is a value; nothing is on disk until {@link #writeTo}.
 */
public final class Scaffold {
  /** The longest line that luacheck lets pass, in bytes. */
  private static final int LONGEST_LINE = 120;

  private final ModuleSpec spec;
  private final ImmutableSortedMap<String, String> files;

  private Scaffold(ModuleSpec spec, ImmutableSortedMap<String, String> files) {
    this.spec = spec;
    this.files = files;
  }

  /**
   * Makes the scaffold of a module. The same specification always gives the same texts.
   *
   * @param spec what the module is to be
   * @return its scaffold
   */
  public static Scaffold of(ModuleSpec spec) {
    return of(spec, TemplateSet.builtIn());
  }

  /**
   * Makes the scaffold of a module from a house's templates.
   *
   * @param spec what the module is to be
   * @param templates where the templates come from
   * @return its scaffold
   * @throws InvalidSpecException if templates are broken or ask for names that there are not; it
   *     gives template, line and column for each file
   */
  public static Scaffold of(ModuleSpec spec, TemplateSet templates) {
    Recipe recipe = spec.recipe();
    TemplateRenderer renderer = templates.renderer(recipe);
    ImmutableMap<String, Object> names = new ModuleView(spec).names();
    Map<String, Object> view = with(names, false);
    Map<String, String> files = new TreeMap<>();
    Map<String, String> hashes = new HashMap<>();
    List<SpecProblem> problems = new ArrayList<>();
    for (ScaffoldFile file : ScaffoldFile.values()) {
      try {
        Optional<TemplateText> fixed = templates.file(recipe, file.template());
        if (fixed.isPresent()) {
          files.put(file.path(spec), fixed.get().text());
          hashes.put(file.path(spec), fixed.get().hash());
          continue;
        }
        String text = renderer.render(file.template(), view);
        // only a file that has long lines is to switch off that check of luacheck's
        if (file != ScaffoldFile.README && hasLongLine(text)) {
          text = renderer.render(file.template(), with(names, true));
        }
        files.put(file.path(spec), text);
      } catch (TemplateException e) {
        problems.add(new SpecProblem("templates", String.valueOf(e.getMessage())));
      }
    }
    for (String name : recipe.doubles()) {
      TemplateText text = templates.required(recipe, name + ".lua");
      files.put(ScaffoldFile.doublePath(name), text.text());
      hashes.put(ScaffoldFile.doublePath(name), text.hash());
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("templates", problems);
    }
    files.put(ModuleRecord.FILE, ModuleRecord.write(spec, files, hashes));
    String folder = folder(spec) + "/";
    ImmutableSortedMap.Builder<String, String> paths = ImmutableSortedMap.naturalOrder();
    files.forEach((path, text) -> paths.put(folder + path, text));
    return new Scaffold(spec, paths.buildOrThrow());
  }

  private static boolean hasLongLine(String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      if (stop - start > LONGEST_LINE / 3
          && Utf8.encodedLength(text.substring(start, stop)) > LONGEST_LINE) {
        return true;
      }
      start = stop + 1;
    }
    return false;
  }

  /** What the templates may name; the README of this Maven module documents it. */
  static Map<String, Object> with(Map<String, ?> names, boolean longLines) {
    return ImmutableMap.<String, Object>builder()
        .putAll(names)
        .put("longLines", longLines)
        .buildOrThrow();
  }

  private static String folder(ModuleSpec spec) {
    return "mod_" + spec.name();
  }

  /**
   * Returns the specification that this scaffold was made from.
   *
   * @return the specification
   */
  public ModuleSpec spec() {
    return spec;
  }

  /**
   * Returns the texts by their paths.
   *
   * @return paths with slashes that begin with the module's folder, for example {@code
   *     mod_greeter/README.md}, sorted; texts with line feeds at line ends, to be written in UTF-8
   */
  public ImmutableSortedMap<String, String> files() {
    return files;
  }

  /**
   * Writes the files into a directory, which is made if need be: all of them, or, after any
   * failure, none, and then the directory is as it was. If a run was killed in the middle, the next
   * one for the same module restores what it left before it begins.
   *
   * <p>While this runs, a hidden folder {@code .mod_NAME.prosodykit} stands in the directory.
   *
   * @param directory the directory that is to hold {@code mod_NAME}
   * @param onConflict what becomes of files that are there already
   * @return what was written and what was not
   * @throws ConflictException if files are in the way and {@code onConflict} is {@link
   *     OnConflict#FAIL}; with any {@code onConflict} if there is a folder where a file must be, or
   *     a file where a folder must be, be it the directory or one above it It is also thrown if
   *     another run is writing the same module, or if a folder is in the way that looks like what a
   *     killed run left, but that no run of this user left there
   * @throws LinkedFolderException if the module's folder, or one in it, is a symbolic link
   * @throws IOException if the disk fails, or the directory may not be written. If the disk then
   *     fails to restore the directory as well, that failure is among the {@linkplain
   *     Throwable#getSuppressed() suppressed} ones, and the next run restores it
   */
  public WriteReport writeTo(Path directory, OnConflict onConflict) throws IOException {
    return writer(directory).write(files, onConflict);
  }

  /**
   * Tells what {@link #writeTo} would do, and changes nothing.
   *
   * @param directory the directory that is to hold {@code mod_NAME}
   * @param onConflict what is to become of files that are there already
   * @return what would be written and what would not
   * @throws ConflictException as {@code writeTo} would, and if a killed run left something for
   *     {@code writeTo} to restore
   * @throws LinkedFolderException as {@code writeTo} would
   * @throws IOException if the directory may not be written
   */
  public WriteReport plan(Path directory, OnConflict onConflict) throws IOException {
    return writer(directory).plan(files, onConflict);
  }

  private TreeWriter writer(Path directory) {
    return new TreeWriter(new Disk(), directory, folder(spec));
  }
}
