package io.prosodykit.maven;

import io.prosodykit.text.VisibleText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Where the folders of modules lie. */
final class ModuleFolders {
  /** What is said of a project without the usual folder. */
  static final String NONE = "There are no modules in src/main/prosody.";

  private ModuleFolders() {}

  /**
   * The folders that the user names, or the usual one of a project if there is one, or else the
   * current folder. A folder that is not there is a mistake.
   */
  static List<Path> read(
      ParameterErrors mistakes, List<@Nullable String> named, @Nullable File pom, File basedir) {
    if (!named.isEmpty()) {
      return named(mistakes, named, basedir);
    }
    Path usual = of(null, pom, basedir);
    return Files.isDirectory(usual) ? List.of(usual) : List.of();
  }

  /**
   * Fails if there is no module in folders that the user names, or in the current folder. A project
   * whose usual folder is still empty is only told.
   */
  static void refuseNone(
      List<Path> folders, List<@Nullable String> named, @Nullable File pom, Log log)
      throws MojoFailureException {
    if (pom == null || !named.isEmpty()) {
      throw new MojoFailureException(withoutModules(folders));
    }
    log.warn(withoutModules(folders));
  }

  /** What is said of folders in which there is no module. */
  static String withoutModules(List<Path> folders) {
    return "prosody.directories: there is no mod_NAME.lua in "
        + VisibleText.of(Joined.commas(folders));
  }

  /** The folders that the user names, one at least, which are there. */
  static List<Path> named(ParameterErrors mistakes, List<@Nullable String> named, File basedir) {
    return mistakes.readSome(
        "prosody.directories", named, "modules", text -> existing(basedir.toPath(), text));
  }

  private static Path existing(Path basedir, String text) {
    Path folder = basedir.resolve(text);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("there is no folder " + folder);
    }
    return folder;
  }

  /** The folder that the user names, or the usual one of a project, or else the current folder. */
  static Path of(@Nullable File named, @Nullable File pom, File basedir) {
    if (named != null) {
      return named.toPath();
    }
    return pom == null ? basedir.toPath() : basedir.toPath().resolve("src/main/prosody");
  }
}
