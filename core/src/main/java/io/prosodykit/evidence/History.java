package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;

/** Where a module has been over time, in a few words. */
final class History {
  private History() {}

  static String of(Evidence evidence, ProsodyVersion newest) {
    ImmutableList<ProsodyVersion> community =
        evidence.community().stream()
            .map(Source::release)
            .distinct()
            .collect(ImmutableList.toImmutableList());
    ImmutableList<ProsodyVersion> ships = evidence.ships();
    if (ships.isEmpty() && isLocal(evidence)) {
      return "one of your own modules";
    }
    if (ships.isEmpty()) {
      return community.isEmpty()
          ? "in no release and in no snapshot on record"
              + evidence.knownAs().map(name -> "; the community has it as " + name).orElse("")
          : "a community module, on record " + span(community, "for ", newest);
    }
    String shipped = "part of Prosody " + span(ships, "", newest);
    if (community.isEmpty()) {
      return shipped;
    }
    return community.get(0).compareTo(ships.get(0)) < 0
        ? "a community module until " + last(community) + ", " + shipped
        : shipped + ", a community module since " + community.get(0);
  }

  private static boolean isLocal(Evidence evidence) {
    return !evidence.community().isEmpty()
        && evidence.community().stream().allMatch(source -> source.kind() == Source.Kind.LOCAL);
  }

  private static String span(
      List<ProsodyVersion> branches, String preposition, ProsodyVersion newest) {
    ProsodyVersion first = branches.get(0);
    ProsodyVersion last = last(branches);
    if (last.equals(newest)) {
      return "since " + first;
    }
    return preposition + (first.equals(last) ? first : first + " to " + last);
  }

  private static ProsodyVersion last(List<ProsodyVersion> branches) {
    return branches.get(branches.size() - 1);
  }
}
