package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A branch of Prosody and what modules find in it, from its sources.
 *
 * @since 0.1.0
 */
public final class Release {
  private final ProsodyVersion version;
  private final String date;
  private final boolean maintained;
  private final Optional<String> supportedUntil;
  private final ImmutableList<PointRelease> points;
  private final ImmutableList<Advisory> advisories;
  private final ImmutableList<String> lua;
  private final Optional<String> libraryPrefix;
  private final ImmutableMap<String, VersionRange> functions;
  private final ImmutableMap<String, VersionRange> libraries;
  private final Optional<ProsodyVersion> like;
  private final Gone gone;

  Release(
      ProsodyVersion version,
      String date,
      boolean maintained,
      Optional<String> supportedUntil,
      ImmutableList<PointRelease> points,
      ImmutableList<Advisory> advisories,
      ImmutableList<String> lua,
      Optional<String> libraryPrefix,
      ImmutableMap<String, VersionRange> functions,
      ImmutableMap<String, VersionRange> libraries,
      Optional<ProsodyVersion> like,
      Gone gone) {
    this.version = version;
    this.date = date;
    this.maintained = maintained;
    this.supportedUntil = supportedUntil;
    this.points = points;
    this.advisories = advisories;
    this.lua = lua;
    this.libraryPrefix = libraryPrefix;
    this.functions = functions;
    this.libraries = libraries;
    this.like = like;
    this.gone = gone;
  }

  /**
   * Starts a branch.
   *
   * @param version the branch, for example {@code 13.1}
   * @param date year and month of its first release, {@code 2027-03}
   * @return a builder
   * @throws IllegalArgumentException if the version is not a branch
   */
  public static ReleaseBuilder builder(ProsodyVersion version, String date) {
    return new ReleaseBuilder(version, date);
  }

  /** {@return the branch, for example {@code 0.12}} */
  public ProsodyVersion version() {
    return version;
  }

  /**
   * {@return the older branch of which it has all modules, libraries, functions, options, events
   * and rules, except those that are {@linkplain #gone() gone} and what else is said about it;
   * empty if it has only what is said about it}
   */
  public Optional<ProsodyVersion> like() {
    return like;
  }

  /** {@return what it lacks of all that the branch has that it is {@linkplain #like() like}} */
  public Gone gone() {
    return gone;
  }

  /** {@return year and month of its first release, {@code 2022-03}} */
  public String date() {
    return date;
  }

  /** {@return whether Prosody maintains the branch, which modules are for by default} */
  public boolean isMaintained() {
    return maintained;
  }

  /**
   * {@return the day, {@code 2026-06-30}, or year and month, {@code 2026-06}, until which Prosody
   * announced to support the branch; empty if nothing is known} {@link #isMaintained()} does not
   * depend on it.
   */
  public Optional<String> supportedUntil() {
    return supportedUntil;
  }

  /** {@return its releases whose dates are known, the oldest first} Some may be missing. */
  public ImmutableList<PointRelease> points() {
    return points;
  }

  /** {@return the security advisories that are known, by the release that has the fix} */
  public ImmutableList<Advisory> advisories() {
    return advisories;
  }

  /**
   * {@return those of the {@link #advisories()} that affect a release}
   *
   * @param release for example {@code 13.0.1}
   */
  public ImmutableList<Advisory> advisories(ProsodyVersion release) {
    return advisories.stream()
        .filter(advisory -> advisory.affected().contains(release))
        .collect(toImmutableList());
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

  /**
   * {@return the functions of its module API, without {@code module:}, sorted} It has all that one
   * of its releases has; ask {@link #at} for some releases.
   */
  public ImmutableSet<String> functions() {
    return functions.keySet();
  }

  /**
   * {@return the names by which {@code require} finds its Lua libraries, sorted} Each is also
   * available with the {@link #libraryPrefix()} before its name. It has all that one of its
   * releases has; ask {@link #at} for some releases.
   */
  public ImmutableSet<String> libraries() {
    return libraries.keySet();
  }

  /** {@return the releases of the branch that have each of the {@link #functions()}} */
  public ImmutableMap<String, VersionRange> functionVersions() {
    return functions;
  }

  /** {@return the releases of the branch that have each of the {@link #libraries()}} */
  public ImmutableMap<String, VersionRange> libraryVersions() {
    return libraries;
  }

  /**
   * {@return the branch with the functions and libraries that some of its releases all have}
   *
   * @param versions the releases, for example {@code [0.12.4,)}; if they include the whole branch,
   *     or nothing of it, the branch is returned as it is
   */
  public Release at(VersionRange versions) {
    VersionRange whole = VersionRange.of(version);
    Optional<VersionRange> some = versions.intersection(whole);
    if (some.isEmpty() || some.get().equals(whole)) {
      return this;
    }
    return new Release(
        version,
        date,
        maintained,
        supportedUntil,
        points,
        advisories,
        lua,
        libraryPrefix,
        having(functions, some.get()),
        having(libraries, some.get()),
        like,
        gone);
  }

  /**
   * This branch with what it is said to have in common with an older one.
   *
   * @param older the older branch, as its newest release is
   */
  Release likeOlder(Release older) {
    return new Release(
        version,
        date,
        maintained,
        supportedUntil,
        points,
        advisories,
        lua.isEmpty() ? older.lua : lua,
        libraryPrefix.or(() -> older.libraryPrefix),
        joined(older.functions.keySet(), gone.functions(), functions),
        joined(older.libraries.keySet(), gone.libraries(), libraries),
        like,
        gone);
  }

  private ImmutableMap<String, VersionRange> joined(
      Set<String> older, Set<String> without, Map<String, VersionRange> own) {
    Map<String, VersionRange> all = new TreeMap<>(own);
    for (String name : older) {
      if (!without.contains(name)) {
        all.putIfAbsent(name, VersionRange.of(version));
      }
    }
    return ImmutableMap.copyOf(all);
  }

  private static ImmutableMap<String, VersionRange> having(
      ImmutableMap<String, VersionRange> names, VersionRange releases) {
    return ImmutableMap.copyOf(Maps.filterValues(names, range -> range.encloses(releases)));
  }

  /**
   * {@return whether {@code require} finds a library by a name}
   *
   * @param name with or without the {@link #libraryPrefix()}
   */
  public boolean hasLibrary(String name) {
    return libraries.containsKey(name)
        || (libraryPrefix.isPresent()
            && name.startsWith(libraryPrefix.get())
            && libraries.containsKey(name.substring(libraryPrefix.get().length())));
  }

  private List<Object> parts() {
    return List.of(
        version,
        date,
        maintained,
        supportedUntil,
        points,
        advisories,
        lua,
        libraryPrefix,
        functions,
        libraries,
        like,
        gone);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Release that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return version.hashCode();
  }

  /** Prints the branch, for people. */
  @Override
  public String toString() {
    return version.toString();
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("version", version).put("date", date).put("maintained", maintained);
    like.ifPresent(older -> fields.put("like", older));
    if (!gone.isEmpty()) {
      fields.put("gone", gone);
    }
    supportedUntil.ifPresent(until -> fields.put("supportedUntil", until));
    fields.put("points", points).put("advisories", advisories).put("lua", lua);
    libraryPrefix.ifPresent(prefix -> fields.put("libraryPrefix", prefix));
    return fields.put("functions", functions).put("libraries", libraries).buildOrThrow();
  }
}
