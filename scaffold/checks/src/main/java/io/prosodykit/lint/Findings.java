package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.module.MetadataProblem;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what the checks find in one module. */
final class Findings {
  static final ImmutableList<ProsodyVersion> ANY = ImmutableList.of();

  /** The range of a finding that concerns a whole file. */
  static final LuaRange WHOLE = LuaRange.at(LuaPosition.BEGINNING);

  private final LintSettings settings;
  private final Map<Path, Suppressions> suppressions = new HashMap<>();
  private final Map<Path, SourceLines> texts = new HashMap<>();
  private final Map<Path, Path> shown = new HashMap<>();
  private final List<Finding> found = new ArrayList<>();

  Findings(LintSettings settings) {
    this.settings = settings;
  }

  /** Registers a Lua file, with its suppressions. */
  void open(Path file, ModuleCode code) {
    texts.put(file, new SourceLines(code.text()));
    suppressions.put(file, Suppressions.read(code));
  }

  /** {@return what is wrong with the suppression comments of a Lua file} */
  ImmutableList<MetadataProblem> suppressionProblems(Path file) {
    Suppressions read = suppressions.get(file);
    return read == null ? ImmutableList.of() : read.problems();
  }

  /** Registers the text of another file. */
  void open(Path file, String text) {
    texts.put(file, new SourceLines(text));
  }

  /** Adds a finding, unless the rule is disabled or suppressed there. */
  void add(
      LintRule rule,
      Path file,
      LuaRange range,
      ImmutableList<ProsodyVersion> targets,
      String message,
      String fix) {
    if (!settings.isEnabled(rule)) {
      return;
    }
    Suppressions suppressed = suppressions.get(file);
    if (suppressed != null && suppressed.covers(rule, range.begin().line())) {
      return;
    }
    found.add(
        Finding.builder(rule, shown(file), range, message)
            .severity(settings.severity(rule))
            .targets(targets)
            .fix(fix)
            .source(source(file, range.begin()))
            .build());
  }

  /** Adds a finding about a whole file. */
  void add(LintRule rule, Path file, String message, String fix) {
    add(rule, file, WHOLE, ANY, message, fix);
  }

  /** Adds a finding about what a module states about itself. */
  void add(LintRule rule, Path file, MetadataProblem problem) {
    LuaRange range = problem.range();
    LuaRange shown = range.begin().equals(range.end()) ? word(file, range.begin()) : range;
    add(rule, file, shown, ANY, problem.message(), problem.fix());
  }

  /** {@return the range of the word at a place of a file; empty if the file was not opened} */
  LuaRange word(Path file, LuaPosition position) {
    SourceLines lines = texts.get(file);
    return lines == null ? LuaRange.at(position) : lines.word(position);
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

  List<Finding> found() {
    return found;
  }
}
