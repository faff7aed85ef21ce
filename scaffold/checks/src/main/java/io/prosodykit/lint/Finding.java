package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that a rule found. */
public final class Finding {
  private final Path file;
  private final LuaRange range;
  private final LintRule rule;
  private final Severity severity;
  private final ImmutableList<ProsodyVersion> targets;
  private final String message;
  private final String fix;
  private final SourceExcerpt source;

  private Finding(Builder builder) {
    this.file = builder.file;
    this.range = builder.range;
    this.rule = builder.rule;
    this.severity = builder.severity;
    this.targets = builder.targets;
    this.message = builder.message;
    this.fix = builder.fix;
    this.source = builder.source;
  }

  /**
   * Begins a finding of the rule's own severity that has nothing to do with releases.
   *
   * @param rule the rule
   * @param file the file
   * @param range where in the file; empty and at its beginning for what concerns all of it
   * @param message what is wrong, in one line
   * @return a builder
   */
  public static Builder builder(LintRule rule, Path file, LuaRange range, String message) {
    return new Builder(rule, file, range, message);
  }

  /**
   * Returns the file.
   *
   * @return a path relative to the folder that the linter was told to show files from, where the
   *     file lies below it
   */
  public Path file() {
    return file;
  }

  /**
   * Returns where in the file it is.
   *
   * @return the part of the source; empty where a place is known and no end
   */
  public LuaRange range() {
    return range;
  }

  /**
   * Returns where its {@linkplain #range range} begins.
   *
   * @return line and column, from 1; the beginning for what concerns the whole file
   */
  public LuaPosition position() {
    return range.begin();
  }

  /**
   * Returns the rule.
   *
   * @return the rule that raised it
   */
  public LintRule rule() {
    return rule;
  }

  /**
   * Returns how bad it is.
   *
   * @return the severity
   */
  public Severity severity() {
    return severity;
  }

  /**
   * Returns the targets that it concerns.
   *
   * @return the branches, the oldest first; empty if it has nothing to do with releases
   */
  public ImmutableList<ProsodyVersion> targets() {
    return targets;
  }

  /**
   * Returns what is wrong.
   *
   * @return one line
   */
  public String message() {
    return message;
  }

  /**
   * Returns what to do about it.
   *
   * @return one line
   */
  public String fix() {
    return fix;
  }

  /**
   * Returns the line of the file on which it begins, or the part of it around the place.
   *
   * @return the excerpt; empty if the linter did not read the file
   */
  public SourceExcerpt source() {
    return source;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Finding finding
        && file.equals(finding.file)
        && range.equals(finding.range)
        && rule == finding.rule
        && severity == finding.severity
        && targets.equals(finding.targets)
        && message.equals(finding.message)
        && fix.equals(finding.fix)
        && source.equals(finding.source);
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, range, rule, message);
  }

  /** Prints file, line, column, rule and message. */
  @Override
  public String toString() {
    return file + ":" + range.begin() + ": " + rule + ": " + message;
  }

  /** Makes a finding. */
  public static final class Builder {
    private final LintRule rule;
    private final Path file;
    private final LuaRange range;
    private final String message;
    private Severity severity;
    private ImmutableList<ProsodyVersion> targets = ImmutableList.of();
    private String fix = "";
    private SourceExcerpt source = SourceExcerpt.NONE;

    private Builder(LintRule rule, Path file, LuaRange range, String message) {
      this.rule = rule;
      this.file = file;
      this.range = range;
      this.message = message;
      this.severity = rule.severity();
    }

    /**
     * Sets how bad it is.
     *
     * @param severity the severity
     * @return this builder
     */
    public Builder severity(Severity severity) {
      this.severity = severity;
      return this;
    }

    /**
     * Sets the targets that it concerns.
     *
     * @param targets the branches, the oldest first
     * @return this builder
     */
    public Builder targets(ImmutableList<ProsodyVersion> targets) {
      this.targets = targets;
      return this;
    }

    /**
     * Sets what to do about it.
     *
     * @param fix one line
     * @return this builder
     */
    public Builder fix(String fix) {
      this.fix = fix;
      return this;
    }

    /**
     * Sets the line of the file.
     *
     * @param source the part of the line that shows the finding
     * @return this builder
     */
    public Builder source(SourceExcerpt source) {
      this.source = source;
      return this;
    }

    /**
     * Makes the finding.
     *
     * @return the finding
     */
    public Finding build() {
      return new Finding(this);
    }
  }
}
