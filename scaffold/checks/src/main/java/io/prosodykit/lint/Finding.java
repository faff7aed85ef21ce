package io.prosodykit.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A problem that a rule found.
 *
 * @since 0.1.0
 */
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
   * Begins a finding with the severity of its rule and without targets.
   *
   * @param rule the rule
   * @param file the file
   * @param range where in the file; empty and at its beginning if the finding concerns the whole
   *     file
   * @param message what is wrong, in one line
   * @return a builder
   */
  public static Builder builder(LintRule rule, Path file, LuaRange range, String message) {
    return new Builder(rule, file, range, message);
  }

  /** {@return the file: a path relative to the linter's base folder if the file is below it} */
  public Path file() {
    return file;
  }

  /** {@return the part of the source that it concerns; empty if only a place is known} */
  public LuaRange range() {
    return range;
  }

  /**
   * {@return the line and column, from 1, where its {@linkplain #range range} begins; the beginning
   * of the file if it concerns the whole file}
   */
  public LuaPosition position() {
    return range.begin();
  }

  /** {@return the rule that reported it} */
  public LintRule rule() {
    return rule;
  }

  /** {@return how severe it is} */
  public Severity severity() {
    return severity;
  }

  /**
   * {@return the branches that it concerns, the oldest first; empty if it does not depend on
   * releases}
   */
  public ImmutableList<ProsodyVersion> targets() {
    return targets;
  }

  /** {@return what is wrong, in one line} */
  public String message() {
    return message;
  }

  /** {@return what to do about it, in one line} */
  public String fix() {
    return fix;
  }

  /**
   * {@return the line of the file on which it begins, or the part of it around the place; empty if
   * the linter did not read the file}
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

  /** {@return file, line, column, rule and message} */
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
     * Sets the targets that the finding concerns.
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

  @JsonValue
  ImmutableMap<String, Object> document() {
    return JsonWriter.fields(this).buildOrThrow();
  }
}
