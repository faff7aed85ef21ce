package io.prosodykit.maven;

import io.prosodykit.scaffold.ConflictException;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.WriteReport;
import io.prosodykit.text.Joined;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Writes a scaffold, and reports it.
 *
 * @param scaffold the files
 * @param directory the folder to create the module's folder in
 * @param isBuilt whether a build of the project runs the module's specs
 * @param testGoal the goal that runs specs, as {@code mvn} takes it
 */
record NewModule(Scaffold scaffold, Path directory, boolean isBuilt, String testGoal) {

  /** Writes the files and returns what to tell the user. */
  String write(OnConflict onConflict) throws MojoFailureException, MojoExecutionException {
    WriteReport report = report(scaffold::writeTo, onConflict);
    StringBuilder text = new StringBuilder();
    if (!report.written().isEmpty()) {
      text.append("Wrote ").append(heading()).append(":\n");
      report.written().forEach(file -> append(text, file, ""));
    }
    if (!report.skipped().isEmpty()) {
      text.append("Kept existing files:\n");
      report.skipped().forEach(file -> append(text, file, ""));
    }
    return text.append(nextStep()).toString();
  }

  /** {@return what {@link #write} would do, or fails as it would} */
  String plan(OnConflict onConflict) throws MojoFailureException, MojoExecutionException {
    WriteReport report = report(scaffold::plan, onConflict);
    StringBuilder text = new StringBuilder("Would write ").append(heading()).append(":\n");
    for (Path file : report.written()) {
      append(text, file, report.replaced().contains(file) ? "  (replaces the existing file)" : "");
    }
    report.skipped().forEach(file -> append(text, file, "  (exists, and would be kept)"));
    return text.append("Nothing was written: this is a dry run.\n").toString();
  }

  private interface Run {
    WriteReport into(Path directory, OnConflict onConflict) throws IOException;
  }

  private WriteReport report(Run run, OnConflict onConflict)
      throws MojoFailureException, MojoExecutionException {
    try {
      return run.into(directory, onConflict);
    } catch (ConflictException e) {
      throw new MojoFailureException(VisibleText.lines(message(e, onConflict)));
    } catch (IOException e) {
      throw IoFailures.failure("cannot write the module into " + shown(directory), e);
    }
  }

  private void append(StringBuilder text, Path file, String note) {
    text.append("  ").append(relative(file)).append(note).append('\n');
  }

  private String message(ConflictException conflict, OnConflict onConflict) {
    Set<String> paths = new LinkedHashSet<>();
    conflict.paths().forEach(path -> paths.add(relative(path)));
    boolean folders = conflict.paths().stream().anyMatch(Files::isDirectory);
    if (onConflict != OnConflict.FAIL || folders || !scaffold.files().keySet().containsAll(paths)) {
      return conflict.getMessage() + "\nNothing was written.";
    }
    return "nothing was written into "
        + shown(directory)
        + ", because these files already exist:\n  "
        + String.join("\n  ", paths)
        + "\nKeep them with -Dprosody.onConflict=skip, or replace them with"
        + " -Dprosody.onConflict=overwrite";
  }

  private String heading() {
    ModuleSpec spec = scaffold.spec();
    return "mod_%s (%s, for Prosody %s) into %s"
        .formatted(
            spec.name(), spec.recipe(), Joined.commas(spec.targets().branches()), shown(directory));
  }

  private String nextStep() {
    String name = scaffold.spec().name();
    String folder = quoted(shown(directory.resolve("mod_" + name)));
    String specs =
        isBuilt
            ? "lint it, run its specs and package it with\n  mvn verify\n"
            : "run its specs with\n  mvn " + testGoal + " -Dprosody.directories=" + folder + "\n";
    return """
        Next: %sand load it in Prosody with
          plugin_paths = { "%s" }
          modules_enabled = { "%s" }
        """
        .formatted(specs, VisibleText.of(directory.toAbsolutePath().normalize().toString()), name);
  }

  private String relative(Path file) {
    Path absolute = file.toAbsolutePath();
    Path root = directory.toAbsolutePath();
    return (absolute.startsWith(root) ? root.relativize(absolute) : file)
        .toString()
        .replace('\\', '/');
  }

  /** A path from the current folder, if it lies within. */
  private static String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath().normalize();
    if (absolute.equals(here)) {
      return ".";
    }
    return VisibleText.of(
        (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString());
  }

  /** For a shell. */
  private static String quoted(String path) {
    return path.matches("[\\w./:+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }
}
