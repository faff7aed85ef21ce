package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.files.NamedPath;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.text.NearestNames;
import io.prosodykit.text.VisibleText;
import java.io.File;
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

  /** {@return a catalogue of the library, or null if none has the name} */
  static @Nullable ModuleCatalog named(String name) {
    return switch (name) {
      case "reference" -> ModuleCatalog.reference();
      case "complete" -> ModuleCatalog.complete();
      default -> null;
    };
  }

  /** Loads a file that the user named. */
  static ModuleCatalog load(File basedir, String name) throws MojoFailureException, IOException {
    Path file = NamedPath.resolve(basedir.toPath(), name).filter(Files::exists).orElse(null);
    if (file == null) {
      throw error(
          "there is no file "
              + new File(basedir, name)
              + NearestNames.suggestion("catalogue", NearestNames.of(name, NAMES)));
    }
    try {
      return ModuleCatalog.load(file);
    } catch (RefusedFileException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private static MojoFailureException error(String text) {
    return new MojoFailureException("prosody.catalog: " + VisibleText.of(text));
  }
}
