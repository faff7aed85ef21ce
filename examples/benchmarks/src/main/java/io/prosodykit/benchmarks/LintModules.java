package io.prosodykit.benchmarks;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lint.Linter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that only lints the modules below folders. */
public final class LintModules {
  private LintModules() {}

  /**
   * Runs the program.
   *
   * @param args the targets, for example {@code 0.11,0.12,13.0}, and the folders
   * @throws IOException if a folder cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      folders.add(Path.of(args[i]));
    }
    Linter linter = Linter.builder(TargetRange.parse(args[0])).build();
    System.out.println(linter.lint(folders).findings().size() + " findings");
  }
}
