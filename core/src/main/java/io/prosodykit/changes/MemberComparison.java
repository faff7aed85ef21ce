package io.prosodykit.changes;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import io.prosodykit.facts.LibraryMember;
import io.prosodykit.facts.LibraryMembers;
import io.prosodykit.facts.ServerLibraries;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what libraries and objects have in two versions. */
final class MemberComparison {
  /** The library with the module API, of which the functions are compared by themselves. */
  private static final String MODULE_API = "core.moduleapi";

  private final ProsodyVersion from;
  private final ProsodyVersion to;
  private final ImmutableList<Source> sources;
  private final List<MemberChange> changes = new ArrayList<>();

  private MemberComparison(ProsodyVersion from, ProsodyVersion to, ImmutableList<Source> sources) {
    this.from = from;
    this.to = to;
    this.sources = sources;
  }

  /** The changes by owner and member; none if nothing is known about one of the versions. */
  static ImmutableList<MemberChange> compare(
      ServerLibraries libraries, ProsodyVersion from, ProsodyVersion to) {
    Optional<Source> before = libraries.release(from);
    Optional<Source> after = libraries.release(to);
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return ImmutableList.of();
    }
    MemberComparison comparison =
        new MemberComparison(from, to, ImmutableList.of(before.get(), after.get()));
    libraries
        .all()
        .values()
        .forEach(library -> comparison.compare(library.name(), library.members()));
    libraries
        .objects()
        .values()
        .forEach(object -> comparison.compare(object.name(), object.members()));
    return ImmutableList.copyOf(comparison.changes);
  }

  private void compare(String owner, LibraryMembers members) {
    if (!members.holdsOn(from) || !members.holdsOn(to)) {
      return;
    }
    Map<String, String> then = signatures(members.on(from));
    Map<String, String> now = signatures(members.on(to));
    Map<String, String> names = new TreeMap<>(then);
    names.putAll(now);
    for (String name : names.keySet()) {
      String before = then.getOrDefault(name, "");
      String after = now.getOrDefault(name, "");
      MemberChange.Kind kind = kind(before, after);
      if (!before.equals(after)
          && (kind == MemberChange.Kind.CHANGED || !owner.equals(MODULE_API))) {
        changes.add(new MemberChange(owner, name, kind, before, after, sources));
      }
    }
  }

  private static MemberChange.Kind kind(String before, String after) {
    if (before.isEmpty()) {
      return MemberChange.Kind.ADDED;
    }
    return after.isEmpty() ? MemberChange.Kind.GONE : MemberChange.Kind.CHANGED;
  }

  private static Map<String, String> signatures(List<LibraryMember> members) {
    Map<String, String> signatures = new TreeMap<>();
    members.forEach(member -> signatures.put(member.name(), member.signature()));
    return signatures;
  }
}
