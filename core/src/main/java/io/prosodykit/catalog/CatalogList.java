package io.prosodykit.catalog;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.files.NamedPath;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.text.NearestNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Catalogues one over another, as a command line has them: {@code complete,our-modules.json}.
 *
 * @since 0.1.0
 */
public final class CatalogList {
  private static final ImmutableMap<String, Supplier<ModuleCatalog>> EMBEDDED =
      ImmutableMap.of("reference", ModuleCatalog::reference, "complete", ModuleCatalog::complete);

  private CatalogList() {}

  /**
   * Reads catalogues, and merges each into those before it, as {@link ModuleCatalog#overlaidWith}
   * does.
   *
   * @param names each {@code reference}, {@code complete}, or a file in the catalogue's JSON format
   * @param folder the folder that the names of files are relative to
   * @param preset the catalogue to use if there are no names; if the first name is a file, that
   *     file is merged into it
   * @return the merged catalogue
   * @throws IllegalArgumentException if there is no file of a name
   * @throws DocumentException with everything that is wrong in a file
   * @throws IOException if a file cannot be read, is too large, or is not a regular file
   */
  public static ModuleCatalog read(List<String> names, Path folder, ModuleCatalog preset)
      throws IOException {
    Optional<ModuleCatalog> merged = Optional.empty();
    for (String name : names) {
      Supplier<ModuleCatalog> embedded = EMBEDDED.get(name);
      merged =
          Optional.of(
              embedded == null
                  ? merged.orElse(preset).overlaidWith(load(folder, name))
                  : merged.isEmpty() ? embedded.get() : merged.get().overlaidWith(embedded.get()));
    }
    return merged.orElse(preset);
  }

  private static ModuleCatalog load(Path folder, String name) throws IOException {
    Path file =
        NamedPath.resolve(folder, name)
            .filter(Files::exists)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no file "
                            + folder
                            + folder.getFileSystem().getSeparator()
                            + name
                            + NearestNames.suggestion(
                                "catalogue", NearestNames.of(name, EMBEDDED.keySet()))));
    return ModuleCatalog.load(file);
  }
}
