package io.prosodykit.maven;

import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the folders of modules lie. */
final class ModuleFolders {
  private ModuleFolders() {}

  /** The folder that the user names, or the usual one of a project, or else the current folder. */
  static Path of(@Nullable File named, @Nullable File pom, File basedir) {
    if (named != null) {
      return named.toPath();
    }
    return pom == null ? basedir.toPath() : basedir.toPath().resolve("src/main/prosody");
  }
}
