package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Knowledge;

/**
 * A Lua library of Prosody's, as a module gets it from {@code require}.
 *
 * @param name its name, {@code util.jid}; since 13.0 also {@code prosody.util.jid}
 * @param kind the type of what {@code require} returns
 * @param arity if that is a function, the number of its parameters, as in {@link
 *     LibraryMember#arity}
 * @param members what it has, if it is a table
 * @since 0.1.0
 */
public record ServerLibrary(
    String name, LibraryMember.Kind kind, String arity, LibraryMembers members) {

  /** This library, of which further releases may have been loaded. */
  ServerLibrary in(LoadedReleases loaded) {
    return new ServerLibrary(
        name, kind, arity, members.with(ImmutableList.of(), ImmutableList.of(), loaded));
  }

  /** This one, which branches that are like others have as well. */
  ServerLibrary carriedOver(Knowledge knowledge) {
    return new ServerLibrary(name, kind, arity, members.carriedOver(name, knowledge));
  }

  /** Prints the name. */
  @Override
  public String toString() {
    return name;
  }
}
