package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.NearestNames;
import io.prosodykit.catalog.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The catalogues that a user can name. */
final class Catalogues {
  private static final List<String> NAMES = List.of("reference", "complete");

  private Catalogues() {}

  /** One that comes with the library, or null if that is none of their names. */
  static @Nullable ModuleCatalog named(String name) {
    return switch (name) {
      case "reference" -> ModuleCatalog.reference();
      case "complete" -> ModuleCatalog.complete();
      default -> null;
    };
  }

  static ModuleCatalog load(Path file) throws MojoFailureException, IOException {
    if (Files.isDirectory(file)) {
      throw mistake(file + " is a folder");
    }
    if (!Files.exists(file)) {
      throw mistake(
          "there is no file "
              + file
              + NearestNames.question(NearestNames.of(file.toString(), NAMES)));
    }
    return ModuleCatalog.load(file);
  }

  private static MojoFailureException mistake(String text) {
    return new MojoFailureException("prosody.catalog: " + VisibleText.of(text));
  }
}
