package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.FileFault;
import io.prosodykit.moduletree.ModuleLayout;
import io.prosodykit.moduletree.TreeProblem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files that the linter does not get to read: they cannot be read, or lie where none belong. */
final class UnreadableFiles {
  /** The rules that it raises, beside those of the {@linkplain CheckRegistry checks}. */
  static final ImmutableSet<LintRule> RULES =
      ImmutableSet.of(LintRule.FILE_MISPLACED, LintRule.FILE_UNREADABLE);

  private final Findings findings;

  UnreadableFiles(LintSettings settings) {
    this.findings = new Findings(settings);
  }

  List<Finding> found() {
    return findings.found();
  }

  /** Adds a file of the folder of another one, so that all others are linted. */
  void add(Path near, IOException e) {
    Path file =
        e instanceof FileSystemException fault && fault.getFile() != null
            ? near.resolveSibling(fault.getFile())
            : near;
    findings.add(
        LintRule.FILE_UNREADABLE,
        file,
        FileFault.reason(e),
        "make it a file that this user can read");
  }

  /** Adds what is wrong with how the files of a folder lie in it. */
  void add(ModuleLayout layout) {
    for (TreeProblem problem : layout.problems()) {
      findings.add(
          LintRule.FILE_MISPLACED,
          problem.file(),
          problem.message(),
          "a module x is mod_x.lua, in the folder itself or in one called mod_x");
    }
    for (Map.Entry<Path, String> link : layout.refused().entrySet()) {
      findings.add(
          LintRule.FILE_UNREADABLE, link.getKey(), link.getValue(), "copy what it leads to");
    }
  }
}
