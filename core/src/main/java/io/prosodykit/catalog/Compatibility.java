package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a module works on a version of Prosody, by the guide's policy and by the evidence, and
 * why.
 *
 * <table>
 * <caption>How the verdict is derived</caption>
 * <tr><th>policy</th><th>shipped</th><th>community</th><th>unrecorded</th><th>absent</th></tr>
 * <tr><td>covered</td><td>compatible</td><td>compatible</td><td>compatible</td><td>disputed</td></tr>
 * <tr><td>not covered</td><td>disputed</td><td>incompatible</td><td>incompatible</td>
 *     <td>incompatible</td></tr>
 * <tr><td>silent</td><td>compatible</td><td>compatible</td><td>unknown</td><td>incompatible</td>
 *     </tr>
 * </table>
 *
 * <p>Compatible means that nothing speaks against the module: the policy covers it or Prosody ships
 * it, and the evidence does not contradict that. If only the policy says so, a reason states it.
 *
 * <p>In JSON it is an object of its components, versions and enums in lower case as they print.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder({"module", "version", "verdict", "policy", "presence", "reasons"})
public final class Compatibility {
  private final String module;
  private final ProsodyVersion version;
  private final Verdict verdict;
  private final PolicyAnswer policy;
  private final Presence presence;
  private final ImmutableList<String> reasons;

  Compatibility(
      String module,
      ProsodyVersion version,
      Verdict verdict,
      PolicyAnswer policy,
      Presence presence,
      ImmutableList<String> reasons) {
    this.module = module;
    this.version = version;
    this.verdict = verdict;
    this.policy = policy;
    this.presence = presence;
    this.reasons = reasons;
  }

  /** {@return the module's name as it was asked for, without {@code mod_}} */
  @JsonProperty
  public String module() {
    return module;
  }

  /** {@return the version that was asked for} */
  @JsonProperty
  public ProsodyVersion version() {
    return version;
  }

  /** {@return the verdict} */
  @JsonProperty
  public Verdict verdict() {
    return verdict;
  }

  /** {@return whether the guide's table covers the module on this version} */
  @JsonProperty
  public PolicyAnswer policy() {
    return policy;
  }

  /** {@return where the module is available for this version} */
  @JsonProperty
  public Presence presence() {
    return presence;
  }

  /**
   * {@return why, in plain English: at least one sentence, each beginning with {@code policy:} or
   * {@code evidence:}, and one more where the two differ or the evidence confirms nothing}
   */
  @JsonProperty
  public ImmutableList<String> reasons() {
    return reasons;
  }

  @JsonCreator
  static Compatibility of(
      @JsonProperty(value = "module", required = true) String module,
      @JsonProperty(value = "version", required = true) ProsodyVersion version,
      @JsonProperty(value = "verdict", required = true) Verdict verdict,
      @JsonProperty(value = "policy", required = true) PolicyAnswer policy,
      @JsonProperty(value = "presence", required = true) Presence presence,
      @JsonProperty(value = "reasons", required = true) List<String> reasons) {
    // JSON's null counts as a value that is present
    return new Compatibility(
        Objects.requireNonNull(module, "module"),
        Objects.requireNonNull(version, "version"),
        Objects.requireNonNull(verdict, "verdict"),
        Objects.requireNonNull(policy, "policy"),
        Objects.requireNonNull(presence, "presence"),
        ImmutableList.copyOf(reasons));
  }

  /**
   * Evaluates a module.
   *
   * @param entry the module
   * @param version a release, a branch or trunk
   * @return the result
   */
  public static Compatibility of(ModuleEntry entry, ProsodyVersion version) {
    return new CompatibilityEvaluator(entry, version).result();
  }

  static Compatibility ofUnknown(String name, ProsodyVersion version, String suggestion) {
    return new Compatibility(
        ModuleName.withoutPrefix(name),
        version,
        Verdict.UNKNOWN,
        PolicyAnswer.SILENT,
        Presence.UNRECORDED,
        ImmutableList.of(
            "evidence: the catalogue has no module \""
                + VisibleText.brief(name)
                + "\""
                + suggestion));
  }

  /**
   * Evaluates a module on every branch on record and on trunk.
   *
   * @param entry the module
   * @return one result for each, the oldest branch first, trunk last
   */
  public static ImmutableList<Compatibility> onEveryBranch(ModuleEntry entry) {
    ImmutableList.Builder<Compatibility> results = ImmutableList.builder();
    entry.knowledge().branches().forEach(branch -> results.add(of(entry, branch)));
    return results.add(of(entry, ProsodyVersion.TRUNK)).build();
  }

  /**
   * Writes results as a JSON document with the one field {@code compatibility}, an array.
   *
   * @param results the results, in the order to keep
   * @return the document, which ends in a newline
   */
  public static String toJson(Iterable<Compatibility> results) {
    return CompatibilityWriter.write(ImmutableList.copyOf(results));
  }

  /**
   * {@return the row of the guide's table that speaks about the version; empty where the guide is
   * silent}
   */
  @JsonIgnore
  public Optional<ReferenceGuide.Policy> policyRow() {
    return ReferenceGuide.reference().policyFor(version);
  }

  /**
   * {@return the facts that the verdict is based on; empty for a module about which nothing is
   * recorded}
   */
  @JsonIgnore
  public Optional<Evidence> evidence() {
    return Knowledge.builtIn().evidence(module);
  }

  private List<Object> parts() {
    return List.of(module, version, verdict, policy, presence, reasons);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Compatibility that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /** Prints {@code MODULE on VERSION: VERDICT} and the reasons, separated by semicolons. */
  @Override
  public String toString() {
    return VisibleText.brief(module)
        + " on "
        + version
        + ": "
        + verdict
        + "; "
        + String.join("; ", reasons);
  }

  /** The overall result. */
  public enum Verdict {
    /** Nothing speaks against the module. */
    COMPATIBLE,
    /** Policy and evidence contradict each other. */
    DISPUTED,
    /** The policy excludes the module, or it is not available. */
    INCOMPATIBLE,
    /** Neither policy nor evidence settles the question. */
    UNKNOWN;

    /**
     * Reads a verdict, in any case.
     *
     * @param text for example {@code compatible}
     * @return the verdict
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Verdict parse(String text) {
      return EnumNames.parse("verdict", Verdict.class, text);
    }

    /** Prints the verdict in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }

  /** What the guide's table says. */
  public enum PolicyAnswer {
    /** The row of the version covers the module. */
    COVERED,
    /** The row of the version excludes the module. */
    NOT_COVERED,
    /** The table has no row for the version. */
    SILENT;

    /** Prints the answer in lower case, for example {@code not-covered}. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
