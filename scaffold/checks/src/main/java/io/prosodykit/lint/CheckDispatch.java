package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.module.NodeDispatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes modules to checks, and the nodes of their files to the checks that declare their kinds.
 */
final class CheckDispatch {
  private final ImmutableList<Check> checks;

  CheckDispatch(ImmutableList<Check> checks) {
    this.checks = checks;
  }

  /** Runs all checks on a module. */
  void check(LintedModule module, Findings findings, UnreadableFiles unreadable) {
    for (Check check : checks) {
      try {
        check.check(module, findings);
      } catch (IOException e) {
        unreadable.add(module.files().main(), e);
      }
    }
    for (Map.Entry<Path, ModuleCode> file : module.code().entrySet()) {
      checkNodes(new LintedFile(module, file.getKey(), file.getValue()), findings);
    }
  }

  /** Walks a file once for all checks, or not at all if no check reads it. */
  private void checkNodes(LintedFile file, Findings findings) {
    List<FileCheck> readers = new ArrayList<>();
    for (Check check : checks) {
      Optional<FileCheck> reader = check.file(file, findings);
      if (reader.isPresent()) {
        readers.add(reader.get());
      }
    }
    if (readers.isEmpty()) {
      return;
    }
    file.code().chunk().block().walk(new NodeDispatch(readers));
    for (FileCheck reader : readers) {
      reader.end();
    }
  }
}
