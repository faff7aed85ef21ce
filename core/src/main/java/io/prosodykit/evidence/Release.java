package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A branch of Prosody and what modules find in it, from its sources.
 *
 * @since 0.1.0
 */
public final class Release {
  private final ProsodyVersion version;
  private final String date;
  private final boolean maintained;
  private final ImmutableList<String> lua;
  private final Optional<String> libraryPrefix;
  private final ImmutableSet<String> functions;
  private final ImmutableSet<String> libraries;

  Release(
      ProsodyVersion version,
      String date,
      boolean maintained,
      ImmutableList<String> lua,
      Optional<String> libraryPrefix,
      ImmutableSet<String> functions,
      ImmutableSet<String> libraries) {
    this.version = version;
    this.date = date;
    this.maintained = maintained;
    this.lua = lua;
    this.libraryPrefix = libraryPrefix;
    this.functions = functions;
    this.libraries = libraries;
  }

  /** {@return the branch, for example {@code 0.12}} */
  public ProsodyVersion version() {
    return version;
  }

  /** {@return year and month of its first release, {@code 2022-03}} */
  public String date() {
    return date;
  }

  /** {@return whether Prosody maintains the branch, which modules are for by default} */
  public boolean isMaintained() {
    return maintained;
  }

  /** {@return the versions of Lua that it runs on, the oldest first, {@code 5.4}} */
  public ImmutableList<String> lua() {
    return lua;
  }

  /**
   * {@return what may precede the names of its {@link #libraries()}: {@code prosody.} since 13.0}
   */
  public Optional<String> libraryPrefix() {
    return libraryPrefix;
  }

  /** {@return the functions of its module API, without {@code module:}, sorted} */
  public ImmutableSet<String> functions() {
    return functions;
  }

  /**
   * {@return the names by which {@code require} finds its Lua libraries, sorted} Each is also
   * available with the {@link #libraryPrefix()} before its name.
   */
  public ImmutableSet<String> libraries() {
    return libraries;
  }

  /**
   * {@return whether {@code require} finds a library by a name}
   *
   * @param name with or without the {@link #libraryPrefix()}
   */
  public boolean hasLibrary(String name) {
    return libraries.contains(name)
        || (libraryPrefix.isPresent()
            && name.startsWith(libraryPrefix.get())
            && libraries.contains(name.substring(libraryPrefix.get().length())));
  }

  /** Prints the branch, for people. */
  @Override
  public String toString() {
    return version.toString();
  }

  /**
   * {@return the branches on record, which are those of {@link ProsodyVersion#BRANCHES}, the oldest
   * first}
   */
  public static ImmutableList<Release> all() {
    return ReleaseReader.RELEASES;
  }

  /**
   * {@return the branch of a version}
   *
   * @param version a release or a branch; trunk is treated like the newest branch
   * @throws IllegalArgumentException if nothing is recorded about it; the message lists the
   *     branches on record
   */
  public static Release get(ProsodyVersion version) {
    return find(version)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "nothing is known about Prosody "
                        + version
                        + ": choose from "
                        + names()
                        + ", "
                        + ProsodyVersion.TRUNK));
  }

  /** The names of the branches on record, separated by commas. */
  static String names() {
    return ProsodyVersion.BRANCHES.stream()
        .map(ProsodyVersion::toString)
        .collect(Collectors.joining(", "));
  }

  /**
   * Finds the branch of a version.
   *
   * @param version a release or a branch; trunk is treated like the newest branch
   * @return empty if nothing is recorded about it
   */
  public static Optional<Release> find(ProsodyVersion version) {
    ProsodyVersion branch = branchOf(version);
    for (Release release : all()) {
      if (release.version.equals(branch)) {
        return Optional.of(release);
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the branch that stands for a version, whether or not it is on record}
   *
   * @param version a release or a branch; trunk is treated like the newest branch
   */
  public static ProsodyVersion branchOf(ProsodyVersion version) {
    return version.equals(ProsodyVersion.TRUNK) ? ProsodyVersion.NEWEST : version.branch();
  }

  /**
   * {@return whether anything is recorded about a version: whether its branch is one of {@link
   * ProsodyVersion#BRANCHES}, or it is trunk}
   *
   * @param version a release, a branch or trunk
   */
  public static boolean isRecorded(ProsodyVersion version) {
    return ProsodyVersion.BRANCHES.contains(branchOf(version));
  }

  /**
   * {@return whether a snapshot has all that the community had at the time of a branch, so that
   * what it lacks was not available}
   *
   * @param branch a branch of Prosody, for example {@code 0.12}
   */
  public static boolean hasWholeSnapshot(ProsodyVersion branch) {
    return ReleaseReader.WHOLE_SNAPSHOTS.contains(branch);
  }
}
