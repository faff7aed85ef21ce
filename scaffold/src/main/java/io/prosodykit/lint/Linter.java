package io.prosodykit.lint;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.catalog.VersionRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads modules and says what will not work on the releases that they are for.
 *
 * <pre>{@code
 * LintReport report =
 *     Linter.builder(VersionRange.parse("[0.11,13.0]"))
 *         .disable(LintRule.OPTION_UNPREFIXED)
 *         .build()
 *         .lint(List.of(Path.of("src/main/prosody")));
 * System.out.print(LintFormat.TEXT.print(report));
 * }</pre>
 */
public final class Linter {
  private final LintSettings settings;

  private Linter(LintSettings settings) {
    this.settings = settings;
  }

  /**
   * Begins a linter for the branches in a range.
   *
   * @param targets a range that reaches into a {@linkplain ProsodyVersion#BRANCHES known branch}
   * @return a builder
   * @throws IllegalArgumentException if the range reaches into none
   */
  public static Builder builder(VersionRange targets) {
    return builder(targets.branches());
  }

  /**
   * Begins a linter for some releases.
   *
   * @param targets releases, branches or trunk; at least one
   * @return a builder
   * @throws IllegalArgumentException if there is none, or nothing is {@linkplain
   *     Evidence#isRecorded recorded} of one
   */
  public static Builder builder(Collection<ProsodyVersion> targets) {
    return new Builder(targets);
  }

  /**
   * Lints the modules in some folders.
   *
   * @param folders the folders, each as it would stand in {@code plugin_paths}
   * @return what was found
   * @throws IOException if a folder or a file cannot be read
   */
  public LintReport lint(List<Path> folders) throws IOException {
    return new LintRun(settings).lint(folders);
  }

  /** Makes a linter. */
  public static final class Builder {
    private final ImmutableSet<ProsodyVersion> targets;
    private final Set<LintRule> disabled = new HashSet<>();
    private final Map<LintRule, Severity> severities = new HashMap<>();
    private Path base = Path.of("").toAbsolutePath();

    private Builder(Collection<ProsodyVersion> targets) {
      this.targets = ImmutableSet.copyOf(new TreeSet<>(targets));
      if (this.targets.isEmpty()) {
        throw new IllegalArgumentException(
            "no target is a known branch of Prosody: choose among " + ProsodyVersion.BRANCHES);
      }
      for (ProsodyVersion target : this.targets) {
        if (!Evidence.isRecorded(target)) {
          throw new IllegalArgumentException(
              "nothing is known of Prosody "
                  + target
                  + ": choose among "
                  + ProsodyVersion.BRANCHES);
        }
      }
    }

    /**
     * Leaves a rule out.
     *
     * @param rule the rule
     * @return this builder
     */
    public Builder disable(LintRule rule) {
      disabled.add(rule);
      return this;
    }

    /**
     * Sets how bad the findings of a rule are.
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
     * Sets the folder from which findings name files. Without this it is the current one.
     *
     * @param folder the folder
     * @return this builder
     */
    public Builder base(Path folder) {
      base = folder.toAbsolutePath().normalize();
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
              targets, ImmutableSet.copyOf(disabled), ImmutableMap.copyOf(severities), base));
    }
  }
}
