package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * What further releases have in one of Prosody's libraries.
 *
 * @param name the library, without {@code prosody.}: {@code util.jid}
 * @param kind the type of what {@code require} returns
 * @param arity if that is a function, the number of its parameters, as in {@link
 *     LibraryMember#arity}
 * @param sources the releases that were loaded and have the library
 * @param members what it has in these releases, all of it
 * @since 0.1.0
 */
public record LoadedLibrary(
    String name,
    LibraryMember.Kind kind,
    String arity,
    ImmutableList<Source> sources,
    ImmutableList<Sourced<LibraryMember>> members) {

  /** The library as these releases and those that were known before have it. */
  ServerLibrary addTo(@Nullable ServerLibrary known, LoadedReleases loaded) {
    LibraryMembers before =
        known == null
            ? new LibraryMembers(loaded, ImmutableList.of(), ImmutableList.of())
            : known.members();
    return new ServerLibrary(name, kind, arity, before.with(sources, members, loaded));
  }

  /** This library as a later layer adds to it. */
  LoadedLibrary plus(LoadedLibrary later) {
    return new LoadedLibrary(
        name,
        later.kind,
        later.arity,
        Source.joined(sources, later.sources),
        ServerLayer.joined(members, later.members));
  }
}
