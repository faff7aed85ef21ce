package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes a {@link Release}.
 *
 * @since 0.1.0
 */
public final class ReleaseBuilder {
  private final ProsodyVersion version;
  private final String date;
  private boolean maintained;
  private Optional<String> supportedUntil = Optional.empty();
  private ImmutableList<String> lua = ImmutableList.of();
  private Optional<String> libraryPrefix = Optional.empty();
  private Optional<ProsodyVersion> like = Optional.empty();
  private Gone gone = Gone.NOTHING;
  private final Map<String, VersionRange> functions = new LinkedHashMap<>();
  private final Map<String, VersionRange> libraries = new LinkedHashMap<>();
  private final Map<ProsodyVersion, PointRelease> points = new TreeMap<>();
  private final Map<String, Advisory> advisories = new LinkedHashMap<>();

  ReleaseBuilder(ProsodyVersion version, String date) {
    if (!version.isBranch() || version.equals(ProsodyVersion.TRUNK)) {
      throw new IllegalArgumentException(version + " is not a branch; write for example 13.1");
    }
    this.version = version;
    this.date = date;
  }

  ProsodyVersion version() {
    return version;
  }

  /**
   * Sets whether Prosody maintains the branch.
   *
   * @param isMaintained the default is false
   * @return this builder
   */
  public ReleaseBuilder maintained(boolean isMaintained) {
    maintained = isMaintained;
    return this;
  }

  /**
   * Sets until when Prosody announced to support the branch.
   *
   * @param until a day, or year and month, {@code 2026-06}
   * @return this builder
   */
  public ReleaseBuilder supportedUntil(String until) {
    supportedUntil = Optional.of(until);
    return this;
  }

  /**
   * Sets an older branch, of which this one has all that nothing else is said about.
   *
   * @param older for example {@code 13.0}
   * @return this builder
   * @throws IllegalArgumentException if it is not a branch that is older
   */
  public ReleaseBuilder like(ProsodyVersion older) {
    if (!older.isBranch() || older.compareTo(version) >= 0) {
      throw new IllegalArgumentException(
          version + " can only be like a branch that is older, not like " + older);
    }
    like = Optional.of(older);
    return this;
  }

  /**
   * Sets what the branch lacks of all that the branch has that it is {@linkplain #like like}.
   *
   * @param lacking the default is nothing
   * @return this builder
   */
  public ReleaseBuilder gone(Gone lacking) {
    gone = lacking;
    return this;
  }

  /**
   * Adds a release of the branch, in place of one with the same version.
   *
   * @param point the release
   * @return this builder
   * @throws IllegalArgumentException if it is of another branch
   */
  public ReleaseBuilder point(PointRelease point) {
    checkBranch(point.version());
    points.put(point.version(), point);
    return this;
  }

  /**
   * Adds a security advisory, in place of one with the same address.
   *
   * @param advisory what it says about the branch
   * @return this builder
   * @throws IllegalArgumentException if the release with the fix is of an older branch
   */
  public ReleaseBuilder advisory(Advisory advisory) {
    if (advisory.fixedIn().compareTo(version) < 0) {
      throw new IllegalArgumentException(
          advisory.fixedIn() + " is older than " + version + ", so it fixes nothing in it");
    }
    advisories.put(advisory.url(), advisory);
    return this;
  }

  private void checkBranch(ProsodyVersion point) {
    if (!point.branch().equals(version)) {
      throw new IllegalArgumentException(point + " is not a release of " + version);
    }
  }

  /**
   * Sets the versions of Lua that it runs on.
   *
   * @param versions the oldest first
   * @return this builder
   */
  public ReleaseBuilder lua(Collection<String> versions) {
    lua = ImmutableList.copyOf(versions);
    return this;
  }

  /**
   * Sets what may precede the names of its libraries.
   *
   * @param prefix for example {@code prosody.}
   * @return this builder
   */
  public ReleaseBuilder libraryPrefix(String prefix) {
    libraryPrefix = Optional.of(prefix);
    return this;
  }

  /**
   * Adds functions of its module API.
   *
   * @param names without {@code module:}
   * @return this builder
   */
  public ReleaseBuilder functions(Collection<String> names) {
    names.forEach(name -> function(name, VersionRange.of(version)));
    return this;
  }

  /**
   * Adds a function that some releases of the branch have.
   *
   * @param name without {@code module:}
   * @param versions the releases, for example {@code [0.12.4,0.12]}
   * @return this builder
   * @throws IllegalArgumentException if some of them are of another branch
   */
  public ReleaseBuilder function(String name, VersionRange versions) {
    functions.put(name, checkWithin(versions));
    return this;
  }

  /**
   * Adds names of its Lua libraries.
   *
   * @param names without the prefix
   * @return this builder
   */
  public ReleaseBuilder libraries(Collection<String> names) {
    names.forEach(name -> library(name, VersionRange.of(version)));
    return this;
  }

  /**
   * Adds a Lua library that some releases of the branch have.
   *
   * @param name without the prefix
   * @param versions the releases, for example {@code [0.11.7,0.11]}
   * @return this builder
   * @throws IllegalArgumentException if some of them are of another branch
   */
  public ReleaseBuilder library(String name, VersionRange versions) {
    libraries.put(name, checkWithin(versions));
    return this;
  }

  private VersionRange checkWithin(VersionRange versions) {
    if (!VersionRange.of(version).encloses(versions)) {
      throw new IllegalArgumentException(versions + " has releases that are not of " + version);
    }
    return versions;
  }

  /**
   * {@return the branch}
   *
   * @throws IllegalArgumentException if something is gone, but the branch is like no other
   */
  public Release build() {
    if (like.isEmpty() && !gone.isEmpty()) {
      throw new IllegalArgumentException(
          version + " is like no other branch, so nothing can be gone; add like, or remove gone");
    }
    return new Release(
        version,
        date,
        maintained,
        supportedUntil,
        ImmutableList.copyOf(points.values()),
        ImmutableList.copyOf(advisories.values()),
        lua,
        libraryPrefix,
        ImmutableMap.copyOf(functions),
        ImmutableMap.copyOf(libraries),
        like,
        gone);
  }
}
