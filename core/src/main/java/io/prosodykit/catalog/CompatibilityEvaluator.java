package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.evidence.CarriedFacts;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Source;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.text.ModuleName;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;

/** Evaluates one module on one version, and says why. */
final class CompatibilityEvaluator {
  private final String name;
  private final ProsodyVersion version;
  private final Optional<ModuleEntry> entry;

  /** The entry, if the guide lists the module: the policy speaks of no other. */
  private final Optional<ModuleEntry> listed;

  /** What to write instead of an unknown name. */
  private final String suggestion;

  private final Knowledge known;
  private final Optional<Evidence> evidence;
  private final Optional<ReferenceGuide.Policy> row;
  private final Presence presence;
  private final Verdict policy;

  /** Why Prosody's loader refuses the module; empty if it does not. */
  private final Optional<String> refusal;

  CompatibilityEvaluator(ModuleEntry entry, ProsodyVersion version) {
    this(entry.name(), Optional.of(entry), entry.server(), version, "");
  }

  /** Evaluates a module of a catalogue, or a name that the catalogue does not have. */
  static Compatibility evaluate(CatalogContent catalog, String name, ProsodyVersion version) {
    Optional<ModuleEntry> entry = catalog.find(name);
    String suggestion = entry.isPresent() ? "" : catalog.suggestion(name).toString();
    return new CompatibilityEvaluator(
            ModuleName.withoutPrefix(name), entry, catalog.server(), version, suggestion)
        .result();
  }

  private CompatibilityEvaluator(
      String name,
      Optional<ModuleEntry> entry,
      ServerFacts server,
      ProsodyVersion version,
      String suggestion) {
    this.name = name;
    this.version = version;
    this.entry = entry;
    this.suggestion = suggestion;
    this.known = server.knowledge();
    this.evidence = known.evidence(name);
    this.listed = ModuleCatalog.reference().find(name).map(listing -> entry.orElse(listing));
    this.row = listed.flatMap(own -> ReferenceGuide.reference().policyFor(version));
    this.presence = evidence.map(facts -> facts.presence(version)).orElseGet(this::unheardOf);
    this.policy =
        row.map(this::covers)
            .map(covers -> covers ? Verdict.COMPATIBLE : Verdict.INCOMPATIBLE)
            .orElse(Verdict.UNKNOWN);
    // the rules are read only for what they concern
    this.refusal =
        presence != Presence.SHIPPED && presence.isAvailable()
            ? server.loader().refusal(evidence.orElseThrow(), version, known)
            : Optional.empty();
  }

  /** An unknown name is not that of a module if all modules of the branch are on record. */
  private Presence unheardOf() {
    return entry.isEmpty()
            && known.isRecorded(version)
            && known.hasWholeSnapshot(known.branchOf(version))
        ? Presence.ABSENT
        : Presence.UNRECORDED;
  }

  private boolean covers(ReferenceGuide.Policy policyRow) {
    return policyRow.shippedOnly()
        ? presence == Presence.SHIPPED
        : policyRow.stabilities().contains(listed.orElseThrow().stability());
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
    evidence.flatMap(Evidence::knownAs).map(this::knownAs).ifPresent(reasons::add);
    evidence.stream()
        .flatMap(facts -> facts.changes().stream())
        .filter(change -> change.since().compareTo(version.branch()) <= 0)
        .forEach(change -> reasons.add("advice: " + change.advice()));
    return new Compatibility(
        name, version, verdict, policy, evidenceVerdict(), presence, reasons.build());
  }

  private String knownAs(String other) {
    boolean available =
        known.evidence(other).filter(module -> module.presence(version).isAvailable()).isPresent();
    return "advice: the community has it as "
        + other
        + (available ? ": load that instead" : ", but not at the time of " + version);
  }

  private Optional<String> difference(Verdict verdict) {
    if (verdict == Verdict.DISPUTED) {
      return Optional.of(
          presence == Presence.SHIPPED
              ? "policy and evidence differ: the guide excludes a module that Prosody ships"
              : "policy and evidence differ: the guide covers a module that "
                  + (refusal.isPresent() ? "Prosody refuses to load" : "is not available"));
    }
    return policy == Verdict.COMPATIBLE && presence == Presence.UNRECORDED
        ? Optional.of("only the policy says so: no evidence confirms that it is available")
        : Optional.empty();
  }

  /** The verdict alone, without the reasons. */
  Verdict verdict() {
    return switch (policy) {
      case COMPATIBLE ->
          evidenceVerdict() == Verdict.INCOMPATIBLE ? Verdict.DISPUTED : Verdict.COMPATIBLE;
      case INCOMPATIBLE -> presence == Presence.SHIPPED ? Verdict.DISPUTED : Verdict.INCOMPATIBLE;
      default -> evidenceVerdict();
    };
  }

  private Verdict evidenceVerdict() {
    return switch (presence) {
      case SHIPPED -> Verdict.COMPATIBLE;
      case COMMUNITY, LOCAL -> refusal.isPresent() ? Verdict.INCOMPATIBLE : Verdict.COMPATIBLE;
      case UNRECORDED -> Verdict.UNKNOWN;
      case ABSENT -> Verdict.INCOMPATIBLE;
    };
  }

  private String policyReason() {
    if (row.isEmpty()) {
      return listed.isPresent()
          ? "the guide says nothing about " + version.branch()
          : "the guide does not list " + VisibleText.brief(name);
    }
    ReferenceGuide.Policy policyRow = row.get();
    String said = "for " + rowName(policyRow) + " the guide says \"" + policyRow.statement() + "\"";
    boolean covered = policy == Verdict.COMPATIBLE;
    if (policyRow.shippedOnly()) {
      return said
          + (covered ? ", which covers " : ", which excludes ")
          + name
          + ", because "
          + version.branch()
          + (covered ? " ships it" : " does not ship it");
    }
    return said
        + (covered ? ", which covers " : ", which excludes ")
        + name
        + " ("
        + listed.orElseThrow().stability()
        + ")";
  }

  /** The versions as the guide writes them, followed by Prosody's own names if these differ. */
  private static String rowName(ReferenceGuide.Policy policyRow) {
    String versions = policyRow.versions().toString();
    return policyRow.written()
        + (versions.equals(policyRow.written()) ? "" : " (" + versions + ")");
  }

  private String evidenceReason() {
    if (!known.isRecorded(version)) {
      return "nothing is recorded about Prosody " + version.branch();
    }
    ProsodyVersion branch = known.branchOf(version);
    if (evidence.isEmpty()) {
      return nothing(branch);
    }
    Evidence facts = evidence.get();
    String shipping = shipping(facts.ships());
    String here =
        switch (presence) {
          case SHIPPED -> "";
          case COMMUNITY -> "on " + branch + " it is a community module" + snapshots(facts, branch);
          case LOCAL ->
              "on " + branch + " it is one of your own modules" + snapshots(facts, branch);
          case UNRECORDED, ABSENT ->
              facts.community().isEmpty() ? absent(facts, branch) : elsewhere(facts, branch);
        };
    String place = shipping.isEmpty() || here.isEmpty() ? shipping + here : shipping + "; " + here;
    String assumed =
        presence == Presence.SHIPPED
            ? CarriedFacts.assumption(known, facts, version)
                .map(source -> " (" + source + ")")
                .orElse("")
            : "";
    String joined = place + assumed + refusal.map(why -> ", but " + why).orElse("");
    return version.equals(ProsodyVersion.TRUNK)
        ? joined + "; trunk is treated like " + branch + ", the newest branch on record"
        : joined;
  }

  private String nothing(ProsodyVersion branch) {
    if (entry.isPresent()) {
      return "nothing is recorded about " + name;
    }
    String module = "module \"" + VisibleText.brief(name) + "\"" + suggestion;
    return presence == Presence.ABSENT
        ? "neither Prosody " + branch + " nor the community of its time has a " + module
        : "the catalogue has no " + module;
  }

  private String elsewhere(Evidence facts, ProsodyVersion branch) {
    if (facts.community().stream().allMatch(source -> source.kind() == Source.Kind.LOCAL)) {
      return "your own module" + snapshots(facts, branch) + " is not for " + branch;
    }
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
