package io.prosodykit.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * What the linter looks for. Each rule has a section in {@code RULES.md} with what it finds, why,
 * an example, the fix and the source of its facts.
 *
 * @since 0.1.0
 */
public enum LintRule {
  /** A function of the module API that a target does not have yet, or that no release has. */
  API_MISSING_IN_TARGET(Severity.ERROR, "a function of the module API that a target lacks"),
  /** A function of the module API that a target no longer has. */
  API_REMOVED(Severity.ERROR, "a function of the module API that a target dropped"),
  /** A deprecated function that a target still has. */
  API_DEPRECATED(Severity.WARNING, "a function that a target is about to drop"),
  /** A library of Prosody's that a target does not have. */
  LIBRARY_MISSING_IN_TARGET(Severity.ERROR, "a library that a target lacks"),
  /** Source that no version of Lua accepts. */
  LUA_SYNTAX(Severity.ERROR, "a file that no Lua accepts"),
  /** Grammar that some version of Lua on which a target may run does not accept. */
  LUA_GRAMMAR_MISSING_IN_TARGET(Severity.ERROR, "grammar that a target's Lua lacks"),
  /** A standard function that some version of Lua on which a target may run lacks. */
  LUA_FUNCTION_MISSING_IN_TARGET(Severity.ERROR, "a standard function that a target's Lua lacks"),
  /** A storage that is opened where a target has none. */
  GLOBAL_STORAGE(Severity.ERROR, "a storage in a global module, which a target refuses"),
  /** A dependency that neither a target nor the community has. */
  DEPENDENCY_UNKNOWN(Severity.ERROR, "a dependency that is not available for a target"),
  /** A soft dependency that is hard on a target. */
  SOFT_DEPENDENCY_IGNORED(Severity.WARNING, "a soft dependency that is hard on a target"),
  /** Bounds of an option that a target ignores. */
  OPTION_BOUNDS_IGNORED(Severity.WARNING, "bounds of an option that a target ignores"),
  /** An argument of {@code module:shared} that targets ignore. */
  SHARED_ARGUMENT_IGNORED(Severity.WARNING, "a shared table that a target ignores"),
  /** A module that a target ships itself. */
  MODULE_ABSORBED(Severity.WARNING, "a module that a target ships itself"),
  /** A module that another one replaced. */
  MODULE_REPLACED(Severity.WARNING, "a module that another one replaced in a target"),
  /** An option that is read in contradictory ways. */
  OPTION_INCONSISTENT(Severity.WARNING, "an option read with different types or defaults"),
  /** An option that Prosody dropped or renamed. */
  OPTION_OBSOLETE(Severity.WARNING, "an option that Prosody dropped or renamed"),
  /** An option without the module's name. */
  OPTION_UNPREFIXED(Severity.NOTE, "an option that does not begin with the module's name"),
  /** An assignment to a global variable. */
  GLOBAL_ASSIGNMENT(Severity.WARNING, "an assignment to a global variable"),
  /** A call that stops the whole server while it waits. */
  BLOCKING_CALL(Severity.WARNING, "a call that blocks the server"),
  /** Output that bypasses Prosody's log. */
  PRINT_CALL(Severity.WARNING, "a call of print"),
  /** A namespace that is handled but that no client can discover. */
  NAMESPACE_UNADVERTISED(Severity.NOTE, "a namespace that is handled but not advertised"),
  /** A file in a place where Prosody does not look. */
  FILE_MISPLACED(Severity.WARNING, "a file that Prosody does not find"),
  /**
   * A file that is not read, such as a link out of its module, a device or a file that is too
   * large.
   */
  FILE_UNREADABLE(Severity.ERROR, "a file that cannot be read"),
  /** A README that does not fit its module. */
  README_MISMATCH(Severity.WARNING, "a README that does not fit its module"),
  /** A rockspec that does not fit its module. */
  ROCKSPEC_MISMATCH(Severity.WARNING, "a rockspec that does not fit its module"),
  /** A record that does not state which releases its module is for. */
  RECORD_UNREADABLE(Severity.ERROR, "a record that does not state its module's targets"),
  /** A suppression comment that names no rule. */
  SUPPRESSION_UNKNOWN(Severity.WARNING, "a comment that suppresses no rule");

  private final Severity severity;
  private final String title;

  LintRule(Severity severity, String title) {
    this.severity = severity;
    this.title = title;
  }

  /**
   * Reads the id of a rule.
   *
   * @param text for example {@code api-missing-in-target}
   * @return the rule
   * @throws IllegalArgumentException for any other text; the message names all rules and the
   *     nearest
   */
  public static LintRule parse(String text) {
    return EnumNames.parse("rule", LintRule.class, text);
  }

  /** {@return the id, for example {@code api-missing-in-target}} */
  public String id() {
    return EnumNames.written(this);
  }

  /** {@return the severity of its findings, unless another one is set} */
  public Severity severity() {
    return severity;
  }

  /** {@return what it finds, in a few words, for example {@code a library that a target lacks}} */
  public String title() {
    return title;
  }

  /** Prints the id. */
  @JsonValue
  @Override
  public String toString() {
    return id();
  }
}
