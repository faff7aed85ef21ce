package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of a module's place over time.
 *
 * @param kind what changed
 * @param since the branch of Prosody in which it changed
 * @param advice what an operator of that branch, or a later one, should do about it
 * @since 0.1.0
 */
public record ModuleTransition(Kind kind, ProsodyVersion since, String advice) {

  /** How the place of a module can change. */
  public enum Kind {
    /** Prosody took it over from the community. */
    ABSORBED,
    /** Another module took its place. */
    REPLACED,
    /** Prosody no longer ships it. */
    REMOVED;

    /** Prints the kind in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  static ImmutableList<ModuleTransition> of(Evidence evidence, List<ProsodyVersion> branches) {
    List<ModuleTransition> changes = new ArrayList<>();
    evidence
        .absorbed()
        .ifPresent(
            since ->
                changes.add(
                    new ModuleTransition(
                        Kind.ABSORBED,
                        since,
                        "part of Prosody since "
                            + since
                            + ": remove the community's copy from plugin_paths")));
    evidence
        .succession()
        .ifPresent(
            succession ->
                changes.add(
                    new ModuleTransition(
                        Kind.REPLACED,
                        succession.since(),
                        "replaced by "
                            + succession.module()
                            + " since "
                            + succession.since()
                            + ": enable that instead")));
    ImmutableList<ProsodyVersion> ships = evidence.ships();
    if (!ships.isEmpty() && !ships.contains(branches.get(branches.size() - 1))) {
      ProsodyVersion last = ships.get(ships.size() - 1);
      ProsodyVersion since = branches.get(branches.indexOf(last) + 1);
      boolean goesOn =
          evidence.community().stream()
              .anyMatch(snapshot -> snapshot.release().compareTo(since) >= 0);
      changes.add(
          new ModuleTransition(
              Kind.REMOVED,
              since,
              "removed from Prosody in "
                  + since
                  + (goesOn
                      ? ": install the community's module"
                      : ": remove it from modules_enabled")));
    }
    changes.sort(Comparator.comparing(ModuleTransition::since));
    return ImmutableList.copyOf(changes);
  }
}
