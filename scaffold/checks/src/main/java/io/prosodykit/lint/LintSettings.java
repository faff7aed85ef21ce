package io.prosodykit.lint;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.moduletree.TargetChoice;
import java.nio.file.Path;

/** The settings of a linter, and the facts about servers. */
record LintSettings(
    TargetChoice targets,
    ImmutableSet<LintRule> disabled,
    ImmutableMap<LintRule, Severity> severities,
    Path base,
    ServerFacts facts) {
  boolean isEnabled(LintRule rule) {
    return !disabled.contains(rule);
  }

  Severity severity(LintRule rule) {
    return severities.getOrDefault(rule, rule.severity());
  }

  /** {@return the file as findings name it} */
  Path shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(base) ? base.relativize(absolute) : file;
  }
}
