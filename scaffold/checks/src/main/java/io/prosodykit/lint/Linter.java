package io.prosodykit.lint;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.moduletree.TargetChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks modules, and reports what will not work on the releases that they are for.
 *
 * <pre>{@code
 * LintReport report =
 *     Linter.builder(TargetRange.parse("[0.11,13.0]"))
 *         .disable(LintRule.OPTION_UNPREFIXED)
 *         .build()
 *         .lint(List.of(Path.of("src/main/prosody")));
 * System.out.print(LintFormat.TEXT.print(report));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Linter {
  private final LintSettings settings;

  private Linter(LintSettings settings) {
    this.settings = settings;
  }

  /**
   * Begins a linter that checks all modules against the same releases.
   *
   * @param targets the releases; findings name their branches
   * @return a builder
   */
  public static Builder builder(TargetRange targets) {
    return builder(TargetChoice.given(targets));
  }

  /**
   * Begins a linter that checks each module against the releases that are chosen for it.
   *
   * @param targets the choice, for example {@link TargetChoice#RECORDED}
   * @return a builder
   */
  public static Builder builder(TargetChoice targets) {
    return new Builder(targets);
  }

  /**
   * Lints the modules in some folders.
   *
   * @param folders the folders, each as in {@code plugin_paths}
   * @return what was found
   * @throws IOException if a folder or a file cannot be read
   */
  public LintReport lint(List<Path> folders) throws IOException {
    return new LintRun(settings).lint(folders);
  }

  /** Makes a linter. */
  public static final class Builder {
    private final TargetChoice targets;
    private final Set<LintRule> disabled = new HashSet<>();
    private final Map<LintRule, Severity> severities = new HashMap<>();
    private Path base = Path.of("").toAbsolutePath();
    private ServerFacts server = ServerFacts.reference();

    private Builder(TargetChoice targets) {
      this.targets = targets;
    }

    /**
     * Disables a rule.
     *
     * @param rule the rule
     * @return this builder
     */
    public Builder disable(LintRule rule) {
      disabled.add(rule);
      return this;
    }

    /**
     * Sets the severity of a rule's findings.
     *
     * @param rule the rule
     * @param severity the severity
     * @return this builder
     */
    public Builder severity(LintRule rule, Severity severity) {
      severities.put(rule, severity);
      return this;
    }

    /**
     * Sets the severity of a rule's findings, as a command line has it.
     *
     * @param assignment a rule and a severity, for example {@code print-call=error}
     * @return this builder
     * @throws IllegalArgumentException if the text has no equals sign, or names an unknown rule or
     *     severity
     */
    public Builder severity(String assignment) {
      int equals = assignment.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "\""
                + assignment
                + "\" gives no severity: write RULE=SEVERITY, as in print-call=error");
      }
      return severity(
          LintRule.parse(assignment.substring(0, equals).strip()),
          Severity.parse(assignment.substring(equals + 1).strip()));
    }

    /**
     * Sets the folder to which findings name files relatively. The default is the current folder.
     *
     * @param folder the folder
     * @return this builder
     */
    public Builder base(Path folder) {
      base = folder.toAbsolutePath().normalize();
      return this;
    }

    /**
     * Sets what is known about the server, such as its options and events. The default is what
     * comes with this library. What is known about releases and modules comes with the targets.
     *
     * @param facts the facts, for example those of a catalogue
     * @return this builder
     */
    public Builder server(ServerFacts facts) {
      server = facts;
      return this;
    }

    /**
     * Makes the linter.
     *
     * @return a linter, which may be used from several threads
     */
    public Linter build() {
      return new Linter(
          new LintSettings(
              targets,
              ImmutableSet.copyOf(disabled),
              ImmutableMap.copyOf(severities),
              base,
              server));
    }
  }
}
