package io.prosodykit.scaffold.template;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.prosodykit.files.BoundedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of templates, in a folder for each recipe: those of a custom folder, if any, before
 * those of this library.
 */
public final class TemplateFiles {
  private static final String BUILT_IN = "/io/prosodykit/scaffold/templates/";

  private final Optional<Path> customTemplates;

  /**
   * Creates the files.
   *
   * @param customTemplates the custom folder, if any
   */
  public TemplateFiles(Optional<Path> customTemplates) {
    this.customTemplates = customTemplates;
  }

  /** {@return the file with this name in the folder of a recipe, which is read on demand} */
  public Optional<Supplier<String>> find(String folder, String name) {
    Optional<Path> file =
        customTemplates
            .map(root -> root.resolve(folder).resolve(name))
            .filter(Files::isRegularFile);
    if (file.isPresent()) {
      return Optional.of(() -> text(file.get()));
    }
    URL resource = resource(folder, name);
    return resource == null ? Optional.empty() : Optional.of(() -> text(resource));
  }

  /** {@return the sorted names of the folders in the custom one that have a file} */
  public ImmutableList<String> customFolders(String name) throws IOException {
    if (customTemplates.isEmpty()) {
      return ImmutableList.of();
    }
    try (Stream<Path> folders = Files.list(customTemplates.get())) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve(name)))
          .map(folder -> String.valueOf(folder.getFileName()))
          .sorted()
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** {@return whether this library has a file with this name in the folder of a recipe} */
  public static boolean isBuiltIn(String folder, String name) {
    return resource(folder, name) != null;
  }

  private static @Nullable URL resource(String folder, String name) {
    return TemplateFiles.class.getResource(BUILT_IN + folder + "/" + name);
  }

  private static String text(Path file) {
    try {
      return BoundedFile.readText(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static String text(URL resource) {
    try {
      return Resources.toString(resource, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
