package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the checks find in one module. */
final class Findings {
  static final ImmutableList<ProsodyVersion> ANY = ImmutableList.of();

  static final LuaPosition BEGINNING = new LuaPosition(1, 1);

  private final LintSettings settings;
  private final Map<Path, Suppressions> suppressions = new HashMap<>();
  private final Map<Path, SourceLines> texts = new HashMap<>();
  private final Map<Path, Path> shown = new HashMap<>();
  private final List<Finding> found = new ArrayList<>();

  Findings(LintSettings settings) {
    this.settings = settings;
  }

  /** Makes a Lua file known, with its suppressions. */
  void open(Path file, ModuleCode code) {
    texts.put(file, new SourceLines(code.text()));
    Suppressions read = Suppressions.read(code);
    suppressions.put(file, read);
    for (Suppressions.Flaw flaw : read.flaws()) {
      add(
          LintRule.SUPPRESSION_UNKNOWN,
          file,
          flaw.position(),
          ANY,
          flaw.message(),
          "write for example -- prosodykit: ignore print-call");
    }
  }

  /** Makes the text of another file known. */
  void open(Path file, String text) {
    texts.put(file, new SourceLines(text));
  }

  /** Adds a finding, unless the rule is disabled or suppressed there. */
  void add(
      LintRule rule,
      Path file,
      LuaPosition position,
      ImmutableList<ProsodyVersion> targets,
      String message,
      String mend) {
    if (!settings.isEnabled(rule)) {
      return;
    }
    Suppressions suppressed = suppressions.get(file);
    if (suppressed != null && suppressed.covers(rule, position.line())) {
      return;
    }
    found.add(
        new Finding(
            shown(file),
            position,
            rule,
            settings.severity(rule),
            targets,
            message,
            mend,
            source(file, position)));
  }

  private SourceExcerpt source(Path file, LuaPosition position) {
    SourceLines lines = texts.get(file);
    return lines == null ? SourceExcerpt.NONE : lines.excerpt(position);
  }

  private Path shown(Path file) {
    Path known = shown.get(file);
    if (known == null) {
      known = settings.shown(file);
      shown.put(file, known);
    }
    return known;
  }

  /** Adds a finding about a whole file. */
  void add(LintRule rule, Path file, String message, String mend) {
    add(rule, file, BEGINNING, ANY, message, mend);
  }

  List<Finding> found() {
    return found;
  }
}
