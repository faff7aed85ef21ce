package io.prosodykit.maven;

import io.prosodykit.text.Joined;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders of modules. */
final class ModuleFolders {
  private ModuleFolders() {}

  /**
   * Returns the folders that the user named, or the usual one of a project if it exists, or the
   * current folder without a POM. A missing folder is an error.
   */
  static List<Path> read(
      ParameterErrors errors, List<@Nullable String> named, @Nullable File pom, File basedir) {
    if (!named.isEmpty()) {
      return named(errors, named, basedir);
    }
    Path usual = of(null, pom, basedir);
    return Files.isDirectory(usual) ? List.of(usual) : List.of();
  }

  /** The message for folders without modules. */
  static String withoutModules(List<Path> folders) {
    return "prosody.directories: there is no mod_NAME.lua in "
        + VisibleText.of(Joined.commas(folders));
  }

  /** {@return the folders that the user named: at least one, and each exists} */
  static List<Path> named(ParameterErrors errors, List<@Nullable String> named, File basedir) {
    return errors.readSome(
        "prosody.directories", named, "modules", text -> existing(basedir.toPath(), text));
  }

  private static Path existing(Path basedir, String text) {
    Path folder = basedir.resolve(text);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder);
    }
    return folder;
  }

  /** {@return the folder that the user named, the usual one of a project, or the current folder} */
  static Path of(@Nullable File named, @Nullable File pom, File basedir) {
    if (named != null) {
      return named.toPath();
    }
    return pom == null ? basedir.toPath() : basedir.toPath().resolve("src/main/prosody");
  }
}
