package io.prosodykit.scaffold;

import com.google.common.base.Utf8;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import io.prosodykit.files.ZipArchive;
import io.prosodykit.record.RecordFields;
import io.prosodykit.scaffold.template.TemplateException;
import io.prosodykit.scaffold.template.TemplateRenderer;
import io.prosodykit.scaffold.template.TemplateText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a new module: the module, its documentation, specs that pass, the test double that
 * they need, settings for luacheck, a rockspec and an example configuration.
 *
 * <p>A scaffold is a value; nothing is written to disk before {@link #writeTo}.
 *
 * @since 0.1.0
 */
public final class Scaffold {
  /** The longest line that luacheck accepts, in bytes. */
  private static final int LONGEST_LINE = 120;

  private final ModuleSpec spec;
  private final ImmutableSortedMap<String, String> files;

  private Scaffold(ModuleSpec spec, ImmutableSortedMap<String, String> files) {
    this.spec = spec;
    this.files = files;
  }

  /**
   * Creates the scaffold of a module. The same specification always gives the same texts.
   *
   * @param spec the specification of the module
   * @return its scaffold
   */
  public static Scaffold of(ModuleSpec spec) {
    return of(spec, TemplateSet.builtIn());
  }

  /**
   * Creates the scaffold of a module from custom templates.
   *
   * @param spec the specification of the module
   * @param templates the templates to use
   * @return its scaffold
   * @throws InvalidSpecException if templates are broken or use unknown names; the exception has
   *     the template, line and column for each file
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
        // only files with long lines disable luacheck's check of the line length
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
    files.put(RecordFields.FILE, ModuleRecord.write(spec, files, hashes));
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

  /** The names that templates may use; the README of this Maven module documents them. */
  static Map<String, Object> with(Map<String, ?> names, boolean longLines) {
    return ImmutableMap.<String, Object>builder()
        .putAll(names)
        .put("longLines", longLines)
        .buildOrThrow();
  }

  private static String folder(ModuleSpec spec) {
    return "mod_" + spec.name();
  }

  /** {@return the specification that this scaffold was made from} */
  public ModuleSpec spec() {
    return spec;
  }

  /**
   * {@return the texts by path, sorted. Paths have slashes and begin with the module's folder, for
   * example {@code mod_greeter/README.md}; texts have LF at line ends and are written in UTF-8}
   */
  public ImmutableSortedMap<String, String> files() {
    return files;
  }

  /**
   * Writes all files to a zip, which depends only on them and on the time.
   *
   * @param out gets the zip, and stays open
   * @param time when the files were changed, to two seconds; the nearest one from 1980 to 2099
   * @throws IOException if the stream fails
   */
  public void zip(OutputStream out, Instant time) throws IOException {
    ZipArchive.write(
        Maps.transformValues(files, text -> text.getBytes(StandardCharsets.UTF_8)), time, out);
  }

  /**
   * Writes all files to a directory, which is created if necessary. After any failure, none are
   * written and the directory is unchanged. If a run was killed, the next run for the same module
   * first undoes what it left.
   *
   * <p>While this runs, the directory has a hidden folder {@code .mod_NAME.prosodykit}. The
   * directory may be in any file system that can rename files atomically and lock them, in memory
   * for example.
   *
   * @param directory the directory that will contain {@code mod_NAME}
   * @param onConflict what happens to files that already exist
   * @return what was written and what was not
   * @throws ConflictException if files already exist and {@code onConflict} is {@link
   *     OnConflict#FAIL}. With any {@code onConflict}, it is thrown if there is a folder where a
   *     file must be, or a file where a folder must be, including the directory and its parents; if
   *     another run is writing the same module; or if there is a folder that looks like what a
   *     killed run left, but no run of this user left it
   * @throws LinkedFolderException if the module's folder, or one in it, is a symbolic link
   * @throws IOException if the disk fails, or the directory is not writable. If restoring the
   *     directory then fails as well, that failure is {@linkplain Throwable#getSuppressed()
   *     suppressed}, and the next run restores the directory
   */
  public WriteReport writeTo(Path directory, OnConflict onConflict) throws IOException {
    return writer(directory).write(files, onConflict);
  }

  /**
   * {@return what {@link #writeTo} would do, without changing anything}
   *
   * @param directory the directory that will contain {@code mod_NAME}
   * @param onConflict what would happen to files that already exist
   * @throws ConflictException as {@code writeTo} would, and if a killed run left something for
   *     {@code writeTo} to restore
   * @throws LinkedFolderException as {@code writeTo} would
   * @throws IOException if the directory is not writable
   */
  public WriteReport plan(Path directory, OnConflict onConflict) throws IOException {
    return writer(directory).plan(files, onConflict);
  }

  private TreeWriter writer(Path directory) {
    return new TreeWriter(new Disk(), directory, folder(spec));
  }
}
