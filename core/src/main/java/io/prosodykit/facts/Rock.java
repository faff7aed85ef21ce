package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * A library that is neither Lua's nor Prosody's, and what installs it.
 *
 * @param library what {@code require} finds it by, for example {@code DBI}; or what precedes a dot
 *     in the names of its parts, for example {@code openssl} of {@code openssl.digest}
 * @param rock the rock of LuaRocks that has it; the empty text if none is known
 * @param debian the packages of Debian that have it, one of which is enough, sorted
 * @param optionalFor the modules that load it and run without it, sorted
 * @param comesWith the package that needs it as well, so that it is there: {@code prosody}; the
 *     empty text if it has to be installed
 * @since 0.1.0
 */
public record Rock(
    String library,
    String rock,
    ImmutableList<String> debian,
    ImmutableList<String> optionalFor,
    String comesWith) {

  @JsonCreator
  static Rock of(
      @JsonProperty(value = "library", required = true) String library,
      @JsonProperty(value = "rock", required = true) String rock,
      @JsonProperty(value = "debian", required = true) List<String> debian,
      @JsonProperty(value = "optionalFor", required = true) List<String> optionalFor,
      @JsonProperty(value = "comesWith", required = true) String comesWith) {
    return new Rock(
        library, rock, ImmutableList.copyOf(debian), ImmutableList.copyOf(optionalFor), comesWith);
  }

  /** {@return whether a name is that of the library or of one of its parts} */
  boolean has(String name) {
    return name.equals(library) || name.startsWith(library + ".");
  }

  /**
   * {@return what to install, in words, for example {@code lua-ldap (Debian) or lualdap
   * (LuaRocks)}}
   */
  public String packages() {
    List<String> packages = new ArrayList<>();
    if (!debian.isEmpty()) {
      String one = debian.size() == 1 ? "" : "one of ";
      packages.add(one + String.join(", ", debian) + " (Debian)");
    }
    if (!rock.isEmpty()) {
      packages.add(rock + " (LuaRocks)");
    }
    return String.join(" or ", packages);
  }

  /** Prints the library and its packages, for people. */
  @Override
  public String toString() {
    return library + ": " + packages();
  }
}
