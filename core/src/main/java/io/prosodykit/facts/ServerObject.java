package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Knowledge;

/**
 * An object that modules meet in Prosody.
 *
 * @param name what it is: {@code stanza}, {@code set}, {@code session}
 * @param from the function that makes it, {@code util.stanza.stanza}; the empty text for {@code
 *     session}, that of a client that has sent its first presence, its {@code connection} and its
 *     {@code host}
 * @param members its methods and fields; a field that is empty at the time is missing
 * @since 0.1.0
 */
public record ServerObject(String name, String from, LibraryMembers members) {

  /** This object, of which further releases may have been loaded. */
  ServerObject in(LoadedReleases loaded) {
    return new ServerObject(
        name, from, members.with(ImmutableList.of(), ImmutableList.of(), loaded));
  }

  /** This one, which branches that are like others have as well. */
  ServerObject carriedOver(Knowledge knowledge) {
    return new ServerObject(name, from, members.carriedOver(name, knowledge));
  }

  /** Prints the name. */
  @Override
  public String toString() {
    return name;
  }
}
