package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/**
 * The template files of one recipe. Each name is looked for in the recipe's own folder first and
 * then in {@code common}, so nothing here lists a folder: it works from a jar as from a class path.
 */
record Templates(String recipeFolder) {
  /** The text of a template, for example {@code README.md.mustache}. */
  String read(String name) {
    URL resource =
        find(name)
            .orElseThrow(
                () -> new NoSuchElementException("no template " + name + " for " + recipeFolder));
    try {
      return Resources.toString(resource, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }

  /** Whether there is a template of this name. */
  boolean has(String name) {
    return find(name).isPresent();
  }

  private Optional<URL> find(String name) {
    return ImmutableList.of(recipeFolder, "common").stream()
        .map(folder -> Templates.class.getResource("templates/" + folder + "/" + name))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
