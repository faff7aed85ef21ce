package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A branch that has what an older one has, but for what is said about it. Each source of the older
 * branch has a copy, which speaks for all releases of the new one, and says so in its title.
 *
 * @param branch the new branch, as it is described
 * @param copies the copies by their originals; all releases have that of the newest
 */
record Likeness(Release branch, ImmutableMap<Source, Source> copies) {

  /**
   * What a branch is like.
   *
   * @param sources all sources, those of older branches with their copies
   * @param saidBy what its makers call the description
   */
  static Likeness of(Release branch, Collection<Source> sources, String saidBy) {
    ImmutableSet<Source.Kind> whole =
        sources.stream()
            .filter(source -> source.release().equals(branch.version()))
            .filter(source -> source.kind() != Source.Kind.RELEASE && source.isWhole())
            .map(Source::kind)
            .collect(toImmutableSet());
    ProsodyVersion older = branch.like().orElseThrow();
    Optional<Source> newest = newest(sources, older);
    ImmutableMap.Builder<Source, Source> copies = ImmutableMap.builder();
    for (Source source : sources) {
      if (source.release().equals(older) && !whole.contains(source.kind())) {
        Source original = isRelease(source) ? newest.orElse(source) : source;
        copies.put(source, copy(original, branch.version(), older, saidBy));
      }
    }
    return new Likeness(branch, copies.buildKeepingLast());
  }

  private static Source copy(
      Source source, ProsodyVersion branch, ProsodyVersion older, String saidBy) {
    return new Source(
        source.id() + " for " + branch,
        source.kind(),
        branch,
        source.date(),
        "as in " + older + ", says " + saidBy + ": " + source.title(),
        source.isWhole());
  }

  private static boolean isRelease(Source source) {
    return source.kind() == Source.Kind.RELEASE;
  }

  /** The newest release of a branch. */
  private static Optional<Source> newest(Collection<Source> sources, ProsodyVersion branch) {
    return sources.stream()
        .filter(source -> isRelease(source) && source.release().equals(branch))
        .max(Source.OLDEST_FIRST);
  }

  private ProsodyVersion older() {
    return branch.like().orElseThrow();
  }

  private boolean has(String module) {
    return !branch.gone().modules().contains(module);
  }

  /** The versions since which each branch ships a module, with this one if the older one does. */
  ImmutableList<ProsodyVersion> ships(String module, ImmutableList<ProsodyVersion> ships) {
    return ships(ships, older()) && !ships(ships, branch.version()) && has(module)
        ? ImmutableList.sortedCopyOf(
            ImmutableList.<ProsodyVersion>builder().addAll(ships).add(branch.version()).build())
        : ships;
  }

  private static boolean ships(List<ProsodyVersion> ships, ProsodyVersion wanted) {
    return ships.stream().anyMatch(version -> version.branch().equals(wanted));
  }

  /** The snapshots that have a module, with the copies of those of the older branch. */
  ImmutableList<Source> community(
      String module, ImmutableList<ProsodyVersion> ships, ImmutableList<Source> community) {
    return has(module) && !ships(ships, branch.version())
        ? Source.joined(community, copies(community, Optional.empty()))
        : community;
  }

  /** The copies of sources, of releases only of the newest, and of what itself is a copy. */
  private ImmutableSet<Source> copies(Collection<Source> sources, Optional<Source> newest) {
    return sources.stream()
        .filter(
            source ->
                !isRelease(source)
                    || source.version().isBranch()
                    || newest.equals(Optional.of(source)))
        .filter(copies::containsKey)
        .map(copies::get)
        .collect(toImmutableSet());
  }

  /**
   * Facts of one kind about one module.
   *
   * @param kind one of {@link GoneFact#KINDS}
   * @param name what a fact names
   */
  <T> ImmutableList<Sourced<T>> carry(
      String module, String kind, ImmutableList<Sourced<T>> facts, Function<T, String> name) {
    return carry(
        facts,
        newest(copies.keySet(), older()),
        name,
        (fact, gone) ->
            gone.modules().contains(module)
                || gone.facts().contains(new GoneFact(module, kind, name.apply(fact))));
  }

  /**
   * The facts of a table.
   *
   * @param sources those that the table speaks of; the newest release of the older branch among
   *     them stands for the branch
   */
  <T> ImmutableList<Sourced<T>> carry(
      ImmutableList<Sourced<T>> facts,
      Collection<Source> sources,
      Function<T, String> name,
      BiPredicate<T, Gone> isGone) {
    return carry(facts, newest(sources, older()), name, isGone);
  }

  /** What is said for this branch about a name takes the place of what the older one has. */
  private <T> ImmutableList<Sourced<T>> carry(
      ImmutableList<Sourced<T>> facts,
      Optional<Source> newest,
      Function<T, String> name,
      BiPredicate<T, Gone> isGone) {
    ImmutableSet<String> said =
        facts.stream()
            .filter(fact -> fact.sources().stream().anyMatch(this::isOwn))
            .map(fact -> name.apply(fact.value()))
            .collect(toImmutableSet());
    return facts.stream()
        .map(
            fact ->
                said.contains(name.apply(fact.value())) || isGone.test(fact.value(), branch.gone())
                    ? fact
                    : fact.alsoIn(copies(fact.sources(), newest)))
        .collect(toImmutableList());
  }

  private boolean isOwn(Source source) {
    return source.release().equals(branch.version());
  }
}
