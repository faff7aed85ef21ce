package io.prosodykit.packaging;

import io.prosodykit.lint.LintReport;
import io.prosodykit.lint.Linter;
import io.prosodykit.lint.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The packages of several modules, which are written only if the linter finds no error in the
 * modules.
 *
 * @since 0.1.0
 */
public final class LintedPackages {
  private final Packages packages;
  private final LintReport errors;

  private LintedPackages(Packages packages, LintReport errors) {
    this.packages = packages;
    this.errors = errors;
  }

  /**
   * Reads and lints the modules in some folders.
   *
   * @param folders the folders, each as in {@code plugin_paths}
   * @param version the version of modules without a rockspec
   * @param linter lints the modules; findings less severe than errors do not matter
   * @return their packages, and what the linter found
   * @throws PackagingException with all that is wrong, if modules cannot be packaged
   * @throws IOException if a file cannot be read
   */
  public static LintedPackages read(List<Path> folders, String version, Linter linter)
      throws IOException {
    Packages packages = Packages.read(folders, version);
    return new LintedPackages(packages, linter.lint(folders).atLeast(Severity.ERROR));
  }

  /** {@return the packages} */
  public Packages packages() {
    return packages;
  }

  /** {@return the errors that the linter found; without findings if the modules can be packaged} */
  public LintReport errors() {
    return errors;
  }

  /** {@return whether the linter found an error} */
  public boolean hasErrors() {
    return !errors.findings().isEmpty();
  }

  /**
   * Writes all files into a folder, as {@link Packages#writeTo} does.
   *
   * @param folder the folder, which is created if necessary
   * @param time the time that the files in zips and rocks get
   * @throws IllegalStateException if the linter found an error; nothing is written
   * @throws IOException if a file cannot be written
   */
  public void writeTo(Path folder, Instant time) throws IOException {
    if (hasErrors()) {
      throw new IllegalStateException("the linter found errors: " + errors.findings());
    }
    packages.writeTo(folder, time);
  }
}
