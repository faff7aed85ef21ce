package io.prosodykit.lint;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.files.FileFault;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.moduletree.ModuleLayout;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Collects files that the linter does not read: they cannot be read, or Prosody does not find them.
 */
final class UnreadableFiles {
  /** The rules that it reports, in addition to those of the {@linkplain CheckRegistry checks}. */
  static final ImmutableSet<LintRule> RULES =
      ImmutableSet.of(LintRule.FILE_MISPLACED, LintRule.FILE_UNREADABLE);

  private final Findings findings;

  UnreadableFiles(LintSettings settings) {
    this.findings = new Findings(settings);
  }

  List<Finding> found() {
    return findings.found();
  }

  /** Adds an unreadable file in the folder of another one; all other files are still linted. */
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

  /** Adds what is wrong with the layout of a folder. */
  void add(ModuleLayout layout) {
    for (SourceProblem problem : layout.problems()) {
      findings.add(
          LintRule.FILE_MISPLACED,
          problem.file(),
          problem.message(),
          "put a module x into mod_x.lua, in the folder itself or in a folder named mod_x");
    }
    for (Map.Entry<Path, String> link : layout.refused().entrySet()) {
      findings.add(
          LintRule.FILE_UNREADABLE,
          link.getKey(),
          link.getValue(),
          "replace the link with a copy of what it leads to");
    }
  }
}
