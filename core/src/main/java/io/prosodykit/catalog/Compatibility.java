package io.prosodykit.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.prosodykit.evidence.Presence;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a module works on a version of Prosody, by the guide's policy and by the evidence, and
 * why.
 *
 * <p>The evidence is compatible if Prosody ships the module or the community had it at the time,
 * incompatible if it is absent, or if Prosody's loader refuses the community's module because of a
 * feature that it requires or conflicts with. The policy is unknown for a module that the guide
 * does not list, and for a version that its table does not have.
 *
 * <table>
 * <caption>How the verdict is derived from both</caption>
 * <tr><th>policy</th><th>shipped</th><th>community</th><th>unrecorded</th><th>absent</th></tr>
 * <tr><td>compatible</td><td>compatible</td><td>compatible</td><td>compatible</td>
 *     <td>disputed</td></tr>
 * <tr><td>incompatible</td><td>disputed</td><td>incompatible</td><td>incompatible</td>
 *     <td>incompatible</td></tr>
 * <tr><td>unknown</td><td>compatible</td><td>compatible</td><td>unknown</td>
 *     <td>incompatible</td></tr>
 * </table>
 *
 * <p>If only the policy says that a module is compatible, a reason states it. In JSON a result is
 * an object of its components, versions and enums in lower case as they print.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder({"module", "version", "verdict", "policy", "evidence", "presence", "reasons"})
public final class Compatibility {
  private final String module;
  private final ProsodyVersion version;
  private final Verdict verdict;
  private final Verdict policy;
  private final Verdict evidence;
  private final Presence presence;
  private final ImmutableList<String> reasons;

  Compatibility(
      String module,
      ProsodyVersion version,
      Verdict verdict,
      Verdict policy,
      Verdict evidence,
      Presence presence,
      ImmutableList<String> reasons) {
    this.module = module;
    this.version = version;
    this.verdict = verdict;
    this.policy = policy;
    this.evidence = evidence;
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

  /** {@return the verdict by the policy and the evidence} */
  @JsonProperty
  public Verdict verdict() {
    return verdict;
  }

  /**
   * {@return the verdict by one of them, or by both}
   *
   * @param basis what to judge by
   */
  public Verdict verdict(Basis basis) {
    return switch (basis) {
      case POLICY -> policy;
      case EVIDENCE -> evidence;
      case BOTH -> verdict;
    };
  }

  /** {@return the verdict by the guide's table alone, which is never disputed} */
  @JsonProperty
  public Verdict policy() {
    return policy;
  }

  /** {@return the verdict by the evidence alone, which is never disputed} */
  @JsonProperty
  public Verdict evidence() {
    return evidence;
  }

  /** {@return where the module is available for this version} */
  @JsonProperty
  public Presence presence() {
    return presence;
  }

  /**
   * {@return why, in plain English: a sentence that begins with {@code policy:} and one that begins
   * with {@code evidence:}, one more where the two differ or the evidence confirms nothing, what is
   * wrong with a {@code configuration:}, and what to do, beginning with {@code advice:}}
   */
  @JsonProperty
  public ImmutableList<String> reasons() {
    return reasons;
  }

  /**
   * {@return the reasons that one of the two verdicts has, or both have}
   *
   * @param basis what to judge by
   */
  public ImmutableList<String> reasons(Basis basis) {
    return switch (basis) {
      case POLICY -> beginning("policy:");
      case EVIDENCE -> beginning("evidence:", "configuration:", "advice:");
      case BOTH -> reasons;
    };
  }

  private ImmutableList<String> beginning(String... topics) {
    return reasons.stream()
        .filter(reason -> Arrays.stream(topics).anyMatch(reason::startsWith))
        .collect(toImmutableList());
  }

  @JsonCreator
  static Compatibility of(
      @JsonProperty(value = "module", required = true) String module,
      @JsonProperty(value = "version", required = true) ProsodyVersion version,
      @JsonProperty(value = "verdict", required = true) Verdict verdict,
      @JsonProperty(value = "policy", required = true) Verdict policy,
      @JsonProperty(value = "evidence", required = true) Verdict evidence,
      @JsonProperty(value = "presence", required = true) Presence presence,
      @JsonProperty(value = "reasons", required = true) List<String> reasons) {
    return new Compatibility(
        Objects.requireNonNull(module, "module"),
        Objects.requireNonNull(version, "version"),
        Objects.requireNonNull(verdict, "verdict"),
        Objects.requireNonNull(policy, "policy"),
        Objects.requireNonNull(evidence, "evidence"),
        Objects.requireNonNull(presence, "presence"),
        ImmutableList.copyOf(reasons));
  }

  /**
   * {@return the result for a module on a version}
   *
   * @param entry the module
   * @param version a release, a branch or trunk
   */
  public static Compatibility of(ModuleEntry entry, ProsodyVersion version) {
    return new CompatibilityEvaluator(entry, version).result();
  }

  /**
   * {@return the results on every branch on record, the oldest first, and on trunk}
   *
   * @param entry the module
   */
  public static ImmutableList<Compatibility> onEveryBranch(ModuleEntry entry) {
    ImmutableList.Builder<Compatibility> results = ImmutableList.builder();
    entry.knowledge().branches().forEach(branch -> results.add(of(entry, branch)));
    return results.add(of(entry, ProsodyVersion.TRUNK)).build();
  }

  /**
   * {@return a JSON document with the one field {@code compatibility}, an array, and a newline}
   *
   * @param results the results, in the order to keep
   */
  public static String toJson(Iterable<Compatibility> results) {
    return CompatibilityWriter.write(ImmutableList.copyOf(results));
  }

  /**
   * {@return this result with one more thing to do}
   *
   * @param advice a clause without a full stop
   */
  public Compatibility withAdvice(String advice) {
    List<String> more = Lists.newArrayList(reasons);
    more.add("advice: " + advice);
    return of(module, version, verdict, policy, evidence, presence, more);
  }

  private List<Object> parts() {
    return List.of(module, version, verdict, policy, evidence, presence, reasons);
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
    return "%s on %s: %s; %s"
        .formatted(VisibleText.brief(module), version, verdict, String.join("; ", reasons));
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
     * {@return a verdict, read in any case}
     *
     * @param text for example {@code compatible}
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

  /** What to judge a module by. */
  public enum Basis {
    /** The guide's table. */
    POLICY,
    /** What Prosody's releases and the community's snapshots contain. */
    EVIDENCE,
    /** Both, which may contradict each other. */
    BOTH;

    /**
     * {@return a basis, read in any case}
     *
     * @param text for example {@code evidence}
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Basis parse(String text) {
      return EnumNames.parse("basis", Basis.class, text);
    }

    /** Prints the basis in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
