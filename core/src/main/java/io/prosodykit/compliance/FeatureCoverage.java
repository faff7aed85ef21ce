package io.prosodykit.compliance;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.compliance.ComplianceSuite.Level;
import io.prosodykit.compliance.ComplianceSuite.Role;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.EnumNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server has, and lacks, of one cell of the compliance suites.
 *
 * @since 0.1.0
 */
public final class FeatureCoverage {
  private final SuiteFeature feature;
  private final Role role;
  private final Level level;
  private final Verdict verdict;
  private final ImmutableList<Implementation> implemented;
  private final ImmutableList<Gap> missing;

  FeatureCoverage(
      SuiteFeature feature,
      Role role,
      Level level,
      Verdict verdict,
      ImmutableList<Implementation> implemented,
      ImmutableList<Gap> missing) {
    this.feature = feature;
    this.role = role;
    this.level = level;
    this.verdict = verdict;
    this.implemented = implemented;
    this.missing = missing;
  }

  /** {@return the row of the suite} */
  public SuiteFeature feature() {
    return feature;
  }

  /** {@return who must meet the requirement} */
  public Role role() {
    return role;
  }

  /** {@return at which level} */
  public Level level() {
    return level;
  }

  /** {@return the overall result} */
  public Verdict verdict() {
    return verdict;
  }

  /** {@return the specifications of the row that the server implements, in the suite's order} */
  public ImmutableList<Implementation> implemented() {
    return implemented;
  }

  /** {@return those that it does not; empty for clients, and where nothing can be required} */
  public ImmutableList<Gap> missing() {
    return missing;
  }

  static FeatureCoverage of(
      SuiteFeature feature,
      Role role,
      Level level,
      ImmutableList<Implementation> implemented,
      ImmutableList<Gap> missing,
      Set<String> conditional) {
    boolean client = role == Role.CLIENT;
    boolean isSure = implemented.stream().allMatch(known -> known.isSure(conditional));
    boolean isOneSure = implemented.stream().anyMatch(known -> known.isSure(conditional));
    Verdict required =
        missing.isEmpty() ? isSure ? Verdict.COVERED : Verdict.IF_CONFIGURED : Verdict.MISSING;
    Verdict oneRequired =
        implemented.isEmpty()
            ? Verdict.MISSING
            : isOneSure ? Verdict.COVERED : Verdict.IF_CONFIGURED;
    Verdict verdict =
        switch (feature.demand(role, level)) {
          case REQUIRED -> client ? Verdict.FOR_CLIENTS : required;
          case ONE_REQUIRED -> client ? Verdict.FOR_CLIENTS : oneRequired;
          case NOT_REQUIRED -> Verdict.NOT_REQUIRED;
          case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
        };
    boolean silent = client || verdict == Verdict.NOT_APPLICABLE;
    return new FeatureCoverage(
        feature, role, level, verdict, implemented, silent ? ImmutableList.of() : missing);
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("category", feature.category().toString()).put("feature", feature.name());
    fields.put("role", role.toString()).put("level", level.toString());
    fields.put("verdict", verdict.toString()).put("remark", feature.remark(role).orElse(""));
    fields.put("implemented", Lists.transform(implemented, Implementation::specification));
    return fields.put("missing", Lists.transform(missing, Gap::document)).buildOrThrow();
  }

  private List<Object> parts() {
    return List.of(feature, role, level, verdict, implemented, missing);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeatureCoverage that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** Prints {@code LEVEL ROLE, CATEGORY: FEATURE: VERDICT}. */
  @Override
  public String toString() {
    return level + " " + role + ", " + feature.category() + ": " + feature.name() + ": " + verdict;
  }

  /**
   * A specification that is missing.
   *
   * @param specification what is missing
   * @param add the modules that are available for the version and implement it, any of which is
   *     enough: those that Prosody's statement or its sources name, else those of the catalogue;
   *     what Prosody ships comes first; empty if none is known
   */
  public record Gap(SpecRef specification, ImmutableList<String> add) {
    @JsonValue
    ImmutableMap<String, Object> document() {
      return ImmutableMap.of("specification", specification, "add", add);
    }
  }

  /** The overall result for a cell. */
  public enum Verdict {
    /** The server has what is required. */
    COVERED,
    /**
     * The server has what is required if its configuration, which is not known, has the {@linkplain
     * Coverage#requiredOptions() options} without which the modules do not work.
     */
    IF_CONFIGURED,
    /** The server lacks something that is required. */
    MISSING,
    /** Nothing is required. */
    NOT_REQUIRED,
    /** Nothing can be required. */
    NOT_APPLICABLE,
    /** It is required of clients, about which a server's modules say nothing. */
    FOR_CLIENTS;

    /** Prints the verdict in lower case, for example {@code not-required}. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
