package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Compatibility.PolicyAnswer;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Source;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;

/** Evaluates one module on one version, and says why. */
final class CompatibilityEvaluator {
  private final ModuleEntry entry;
  private final ProsodyVersion version;
  private final Optional<ReferenceGuide.Policy> row;
  private final Knowledge known;
  private final Optional<Evidence> evidence;
  private final PolicyAnswer policy;
  private final Presence presence;

  CompatibilityEvaluator(ModuleEntry entry, ProsodyVersion version) {
    this.entry = entry;
    this.version = version;
    this.known = entry.knowledge();
    this.evidence = entry.evidence();
    this.row = isOutsideGuide() ? Optional.empty() : ReferenceGuide.reference().policyFor(version);
    this.presence = evidence.map(facts -> facts.presence(version)).orElse(Presence.UNRECORDED);
    this.policy =
        row.map(this::covers)
            .map(covers -> covers ? PolicyAnswer.COVERED : PolicyAnswer.NOT_COVERED)
            .orElse(PolicyAnswer.SILENT);
  }

  /** Whether the evidence knows a module that the guide does not list. */
  private boolean isOutsideGuide() {
    return evidence.isPresent() && ModuleCatalog.reference().find(entry.name()).isEmpty();
  }

  private boolean covers(ReferenceGuide.Policy policyRow) {
    return policyRow.shippedOnly()
        ? presence == Presence.SHIPPED
        : policyRow.stabilities().contains(entry.stability());
  }

  Compatibility result() {
    ImmutableList.Builder<String> reasons = ImmutableList.builder();
    reasons.add("policy: " + policyReason()).add("evidence: " + evidenceReason());
    Verdict verdict = verdict();
    difference(verdict).ifPresent(reasons::add);
    if (presence == Presence.COMMUNITY) {
      evidence
          .flatMap(Evidence::folder)
          .ifPresent(
              folder ->
                  reasons.add(
                      "advice: it is in the folder "
                          + folder
                          + " of another module: add that folder to plugin_paths"));
    }
    evidence.stream()
        .flatMap(facts -> facts.changes().stream())
        .filter(change -> change.since().compareTo(version.branch()) <= 0)
        .forEach(change -> reasons.add("advice: " + change.advice()));
    return new Compatibility(entry.name(), version, verdict, policy, presence, reasons.build());
  }

  private Optional<String> difference(Verdict verdict) {
    if (verdict == Verdict.DISPUTED) {
      return Optional.of(
          presence == Presence.SHIPPED
              ? "policy and evidence differ: the guide excludes a module that Prosody ships"
              : "policy and evidence differ: the guide covers a module that is not available");
    }
    return policy == PolicyAnswer.COVERED && presence == Presence.UNRECORDED
        ? Optional.of("only the policy says so: no evidence confirms that it is available")
        : Optional.empty();
  }

  /** The verdict alone, without the reasons. */
  Verdict verdict() {
    return switch (policy) {
      case COVERED -> presence == Presence.ABSENT ? Verdict.DISPUTED : Verdict.COMPATIBLE;
      case NOT_COVERED -> presence == Presence.SHIPPED ? Verdict.DISPUTED : Verdict.INCOMPATIBLE;
      case SILENT ->
          switch (presence) {
            case SHIPPED, COMMUNITY -> Verdict.COMPATIBLE;
            case UNRECORDED -> Verdict.UNKNOWN;
            case ABSENT -> Verdict.INCOMPATIBLE;
          };
    };
  }

  private String policyReason() {
    if (row.isEmpty()) {
      return isOutsideGuide()
          ? "the guide does not list " + entry.name()
          : "the guide says nothing about " + version.branch();
    }
    ReferenceGuide.Policy policyRow = row.get();
    String said = "for " + rowName(policyRow) + " the guide says \"" + policyRow.statement() + "\"";
    boolean covered = policy == PolicyAnswer.COVERED;
    if (policyRow.shippedOnly()) {
      return said
          + (covered ? ", which covers " : ", which excludes ")
          + entry.name()
          + ", because "
          + version.branch()
          + (covered ? " ships it" : " does not ship it");
    }
    return said
        + (covered ? ", which covers " : ", which excludes ")
        + entry.name()
        + " ("
        + entry.stability()
        + ")";
  }

  /** The versions as the guide writes them, followed by Prosody's own names if these differ. */
  private static String rowName(ReferenceGuide.Policy policyRow) {
    String versions = policyRow.versions().toString();
    return policyRow.written()
        + (versions.equals(policyRow.written()) ? "" : " (" + versions + ")");
  }

  private String evidenceReason() {
    if (evidence.isEmpty()) {
      return "nothing is recorded about " + entry.name();
    }
    Evidence facts = evidence.get();
    ProsodyVersion branch = known.branchOf(version);
    if (!known.isRecorded(version)) {
      return "nothing is recorded about Prosody " + version.branch();
    }
    String shipping = shipping(facts.ships());
    String here =
        switch (presence) {
          case SHIPPED -> "";
          case COMMUNITY -> "on " + branch + " it is a community module" + snapshots(facts, branch);
          case UNRECORDED, ABSENT ->
              facts.community().isEmpty() ? absent(facts, branch) : elsewhere(facts, branch);
        };
    String joined = shipping.isEmpty() || here.isEmpty() ? shipping + here : shipping + "; " + here;
    return version.equals(ProsodyVersion.TRUNK)
        ? joined + "; trunk is treated like " + branch + ", the newest branch on record"
        : joined;
  }

  private String elsewhere(Evidence facts, ProsodyVersion branch) {
    return "the community had it"
        + snapshots(facts, branch)
        + (known.hasWholeSnapshot(branch)
            ? ", but not at the time of " + branch
            : "; what it had at the time of " + branch + " is recorded in part");
  }

  private static String absent(Evidence facts, ProsodyVersion branch) {
    return facts.ships().isEmpty()
        ? "no Prosody release and no community snapshot on record has it"
        : branch + " does not have it, and no community snapshot on record does";
  }

  /** The branches that ship it, in words: "has shipped with Prosody since 0.12". */
  private String shipping(ImmutableList<ProsodyVersion> ships) {
    if (ships.isEmpty()) {
      return "";
    }
    ProsodyVersion first = ships.get(0);
    ProsodyVersion last = ships.get(ships.size() - 1);
    if (last.equals(known.newest())) {
      boolean always = first.equals(known.branches().get(0));
      return "has shipped with Prosody since " + first + (always ? " or earlier" : "");
    }
    return "shipped with Prosody from " + first + " to " + last;
  }

  private static String snapshots(Evidence facts, ProsodyVersion branch) {
    ImmutableList<Source> all = facts.community();
    Source shown =
        all.stream()
            .filter(snapshot -> snapshot.release().equals(branch))
            .findFirst()
            .or(() -> all.stream().filter(old -> isBefore(old, branch)).reduce((a, b) -> b))
            .orElse(all.get(0));
    return " (" + shown + ")";
  }

  private static boolean isBefore(Source snapshot, ProsodyVersion branch) {
    return snapshot.release().compareTo(branch) < 0;
  }
}
