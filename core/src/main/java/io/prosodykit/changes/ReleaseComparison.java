package io.prosodykit.changes;

import static com.google.common.collect.ImmutableList.sortedCopyOf;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.evidence.Succession;
import io.prosodykit.facts.ModuleApi;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.text.ModuleName;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares what is known of two versions. */
final class ReleaseComparison {
  private final Knowledge knowledge;
  private final ServerFacts server;
  private final ProsodyVersion from;
  private final ProsodyVersion to;
  private final Release before;
  private final Release after;
  private final ImmutableList<Source> toSources;

  private final List<ModuleChange> modules = new ArrayList<>();
  private final List<OptionChange> options = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final RuleComparison rules;

  ReleaseComparison(ServerFacts server, ProsodyVersion from, ProsodyVersion to) {
    this.knowledge = server.knowledge();
    this.server = server;
    this.from = from;
    this.to = to;
    this.before = knowledge.release(from).at(VersionRange.of(from));
    this.after = knowledge.release(to).at(VersionRange.of(to));
    this.toSources = sources(to);
    this.rules =
        new RuleComparison(
            server, from, to, Sets.union(Set.copyOf(sources(from)), Set.copyOf(toSources)));
  }

  ReleaseChanges of(Iterable<String> names) {
    Set<String> unique = new LinkedHashSet<>();
    names.forEach(name -> unique.add(ModuleName.withoutPrefix(name)));
    for (String name : unique) {
      knowledge.evidence(name).ifPresentOrElse(this::compare, () -> unknown.add(name));
    }
    return changes();
  }

  private ReleaseChanges changes() {
    ModuleApi api = server.moduleApi();
    return new ReleaseChanges(
        from,
        to,
        sources(from),
        toSources,
        support(from),
        support(to),
        sortedCopyOf(Comparator.comparing(ModuleChange::kind), modules),
        ImmutableList.copyOf(options),
        rules.changes(),
        names(before.functions(), after.functions(), api::functionReplacement),
        names(before.libraries(), after.libraries(), api::libraryReplacement),
        MemberComparison.compare(server.libraries(), from, to),
        new EventComparison(server).between(from, to, releases()),
        new LuaChange(before.lua(), after.lua()),
        ImmutableList.copyOf(unknown));
  }

  /** The release that stands for a version, and the snapshots of its time. */
  private ImmutableList<Source> sources(ProsodyVersion version) {
    ProsodyVersion branch = knowledge.branchOf(version);
    Optional<Source> release = knowledge.representative(version);
    return knowledge.sources().stream()
        .filter(
            source ->
                source.kind() == Source.Kind.RELEASE
                    ? release.equals(Optional.of(source))
                    : source.release().equals(branch))
        .collect(toImmutableList());
  }

  /** Nothing is known about trunk: it is not the newest branch here. */
  private ReleaseSupport support(ProsodyVersion version) {
    if (version.equals(ProsodyVersion.TRUNK)) {
      return new ReleaseSupport("", ImmutableList.of());
    }
    Release branch = knowledge.release(version);
    ProsodyVersion point =
        version.isBranch()
            ? knowledge.representative(version).map(Source::version).orElse(version)
            : version;
    return new ReleaseSupport(branch.supportedUntil().orElse(""), branch.advisories(point));
  }

  private void compare(Evidence evidence) {
    rules.compare(evidence.module());
    Presence then = evidence.presence(from);
    Presence now = evidence.presence(to);
    kind(evidence, then, now)
        .ifPresent(
            kind ->
                modules.add(
                    new ModuleChange(
                        evidence.module(),
                        kind,
                        then,
                        now,
                        evidence
                            .succession()
                            .filter(successor -> successor.since().compareTo(to) <= 0)
                            .map(Succession::module)
                            .orElse(""),
                        refusal(evidence, to),
                        sources(evidence, now))));
    if (then.isAvailable() && now.isAvailable()) {
      compareOptions(evidence);
    }
  }

  private Optional<ModuleChange.Kind> kind(Evidence evidence, Presence then, Presence now) {
    Optional<ProsodyVersion> replaced = evidence.succession().map(Succession::since);
    if (then.isAvailable() && isBetween(replaced)) {
      return Optional.of(ModuleChange.Kind.REPLACED);
    }
    if (then.isAvailable()
        && now.isAvailable()
        && refusal(evidence, from).isEmpty()
        && !refusal(evidence, to).isEmpty()) {
      return Optional.of(ModuleChange.Kind.REFUSED);
    }
    if (then == now) {
      return Optional.empty();
    }
    if (now == Presence.SHIPPED) {
      return Optional.of(
          then == Presence.COMMUNITY ? ModuleChange.Kind.ABSORBED : ModuleChange.Kind.ADDED);
    }
    if (then == Presence.SHIPPED) {
      return Optional.of(
          now.isAvailable() ? ModuleChange.Kind.HANDED_OVER : ModuleChange.Kind.REMOVED);
    }
    // what is unrecorded may be there
    if (then == Presence.ABSENT && now.isAvailable()) {
      return Optional.of(ModuleChange.Kind.APPEARED);
    }
    return then.isAvailable() && now == Presence.ABSENT
        ? Optional.of(ModuleChange.Kind.DISAPPEARED)
        : Optional.empty();
  }

  private String refusal(Evidence evidence, ProsodyVersion version) {
    return server.loader().refusal(evidence, version, knowledge).orElse("");
  }

  private boolean isBetween(Optional<ProsodyVersion> since) {
    return since.filter(at -> at.compareTo(from) > 0 && at.compareTo(to) <= 0).isPresent();
  }

  /** Those that say where a module is available for the second version. */
  private ImmutableList<Source> sources(Evidence evidence, Presence now) {
    return toSources.stream()
        .filter(
            source ->
                switch (now) {
                  case SHIPPED -> source.kind() == Source.Kind.RELEASE;
                  case COMMUNITY, LOCAL -> evidence.community().contains(source);
                  case UNRECORDED, ABSENT ->
                      source.kind() == Source.Kind.RELEASE || source.isWhole();
                })
        .collect(toImmutableList());
  }

  private void compareOptions(Evidence evidence) {
    Set<String> names = new TreeSet<>();
    evidence.options().forEach(option -> names.add(option.value().name()));
    for (String name : names) {
      OptionChange change =
          new OptionChange(
              evidence.module(),
              name,
              reads(evidence, name, from),
              reads(evidence, name, to),
              server.options().isCore(name, to));
      if (!change.kinds().isEmpty()) {
        options.add(change);
      }
    }
  }

  private ImmutableList<Sourced<ModuleOption>> reads(
      Evidence evidence, String option, ProsodyVersion version) {
    ProsodyVersion release = knowledge.representative(version).map(Source::version).orElse(version);
    return evidence.options().stream()
        .filter(read -> read.value().name().equals(option) && knowledge.holds(read, release))
        .collect(toImmutableList());
  }

  /** The releases from the time of the second version. */
  private ImmutableList<Source> releases() {
    return toSources.stream()
        .filter(source -> source.kind() == Source.Kind.RELEASE)
        .collect(toImmutableList());
  }

  private ImmutableList<ApiChange> names(
      Set<String> then, Set<String> now, Function<String, Optional<String>> replacement) {
    ImmutableList<Source> releases = releases();
    ImmutableList.Builder<ApiChange> changes = ImmutableList.builder();
    for (String name : new TreeSet<>(Sets.symmetricDifference(then, now))) {
      changes.add(
          now.contains(name)
              ? new ApiChange(name, ApiChange.Kind.ADDED, "", releases)
              : new ApiChange(
                  name, ApiChange.Kind.GONE, replacement.apply(name).orElse(""), releases));
    }
    return changes.build();
  }
}
