package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What a branch has in common with the older one that it is {@linkplain Release#like like}.
 *
 * @since 0.1.0
 */
public final class CarriedFacts {
  private CarriedFacts() {}

  /**
   * {@return a table of facts, of which those of an older branch also hold for a branch that is
   * like it, unless the table says something else about the same for the newer one}
   *
   * @param <T> what a fact is
   * @param knowledge what is known about the branches
   * @param facts the table
   * @param sources the sources that the table speaks of
   * @param name what tells a fact from others
   * @param isGone whether a fact is among what is gone in the newer branch
   */
  public static <T> ImmutableList<Sourced<T>> of(
      Knowledge knowledge,
      ImmutableList<Sourced<T>> facts,
      Collection<Source> sources,
      Function<T, String> name,
      BiPredicate<T, Gone> isGone) {
    ImmutableList<Sourced<T>> all = facts;
    for (Likeness likeness : knowledge.timeline().likenesses()) {
      all = likeness.carry(all, sources, name, isGone);
    }
    return all;
  }

  /**
   * {@return who says that a branch has a module because an older one has it; empty if that is
   * known of the branch itself, or the module is not available}
   *
   * @param knowledge what is known about the branches
   * @param module the module
   * @param version a release, counted by its branch, a branch, or trunk, which is treated like the
   *     newest branch on record
   */
  public static Optional<Source> assumption(
      Knowledge knowledge, Evidence module, ProsodyVersion version) {
    ProsodyVersion branch = knowledge.branchOf(version);
    Presence presence = module.presence(version);
    if (!presence.isAvailable()
        || module.said().stream().anyMatch(since -> since.branch().equals(branch))) {
      return Optional.empty();
    }
    return knowledge.timeline().likenesses().stream()
        .filter(likeness -> likeness.branch().version().equals(branch))
        .flatMap(likeness -> likeness.copies().values().stream())
        .filter(
            copy ->
                presence == Presence.SHIPPED
                    ? copy.kind() == Source.Kind.RELEASE
                    : module.community().contains(copy))
        .findFirst();
  }
}
