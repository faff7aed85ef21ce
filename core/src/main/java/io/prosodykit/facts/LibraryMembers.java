package io.prosodykit.facts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.CarriedFacts;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;

/**
 * The members of a library of Prosody's, or of an object, in each of the releases that {@link
 * ServerLibraries#releases()} lists.
 *
 * @since 0.1.0
 */
@JsonPropertyOrder({"sources", "all"})
public final class LibraryMembers {
  private final LoadedReleases releases;
  private final ImmutableList<Source> sources;
  private final ImmutableList<Sourced<LibraryMember>> facts;

  LibraryMembers(
      LoadedReleases releases,
      ImmutableList<Source> sources,
      ImmutableList<Sourced<LibraryMember>> facts) {
    this.releases = releases;
    this.sources = sources;
    this.facts = facts;
  }

  /** These members and further ones, of releases that were loaded. */
  LibraryMembers with(
      List<Source> further, List<Sourced<LibraryMember>> members, LoadedReleases loaded) {
    return new LibraryMembers(
        loaded, Source.joined(sources, further), ServerLayer.joined(facts, members));
  }

  /** These members, of which branches that are like others have the same. */
  LibraryMembers carriedOver(String owner, Knowledge knowledge) {
    ImmutableList<Sourced<LibraryMember>> all =
        CarriedFacts.of(
            knowledge,
            facts,
            releases.sources(),
            LibraryMember::name,
            (member, gone) -> gone.members().contains(owner + "." + member.name()));
    ImmutableList<Sourced<String>> library =
        CarriedFacts.of(
            knowledge,
            ImmutableList.of(new Sourced<>(owner, sources)),
            releases.sources(),
            name -> name,
            (name, gone) -> gone.libraries().contains(name));
    return new LibraryMembers(releases, library.get(0).sources(), all);
  }

  /** {@return the releases in which there is such a library or object} */
  @JsonProperty
  public ImmutableList<Source> sources() {
    return sources;
  }

  /**
   * {@return all members by name, one that changed once for each form, with the releases in which
   * it has it} Ask {@link #on} or {@link #find} for other releases.
   */
  @JsonProperty
  public ImmutableList<Sourced<LibraryMember>> all() {
    return facts;
  }

  /**
   * {@return whether a version has the library or the object, as far as is known}
   *
   * @param version a release, for which the {@linkplain ServerLibraries#release nearest} one stands
   *     that was loaded; a branch or trunk
   */
  public boolean holdsOn(ProsodyVersion version) {
    return releases.holds(sources, version);
  }

  /**
   * {@return the members in a version, by name; none if the version does not have the library or
   * object, or was not loaded}
   *
   * @param version a release, a branch or trunk, as for {@link #holdsOn}
   */
  public ImmutableList<LibraryMember> on(ProsodyVersion version) {
    return facts.stream()
        .filter(fact -> releases.holds(fact.sources(), version))
        .map(Sourced::value)
        .collect(toImmutableList());
  }

  /**
   * Finds a member.
   *
   * @param name for example {@code bare}
   * @param version a release, a branch or trunk, as for {@link #holdsOn}
   * @return empty if the version does not have it, or was not loaded
   */
  public Optional<LibraryMember> find(String name, ProsodyVersion version) {
    return on(version).stream().filter(member -> member.name().equals(name)).findFirst();
  }
}
