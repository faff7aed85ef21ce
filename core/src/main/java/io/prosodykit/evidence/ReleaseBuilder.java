package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
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
  private ImmutableSet<String> functions = ImmutableSet.of();
  private ImmutableSet<String> libraries = ImmutableSet.of();
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
   * @throws IllegalArgumentException if the release with the fix is of another branch
   */
  public ReleaseBuilder advisory(Advisory advisory) {
    checkBranch(advisory.fixedIn());
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
   * Sets the functions of its module API.
   *
   * @param names without {@code module:}
   * @return this builder
   */
  public ReleaseBuilder functions(Collection<String> names) {
    functions = ImmutableSet.copyOf(names);
    return this;
  }

  /**
   * Sets the names of its Lua libraries.
   *
   * @param names without the prefix
   * @return this builder
   */
  public ReleaseBuilder libraries(Collection<String> names) {
    libraries = ImmutableSet.copyOf(names);
    return this;
  }

  /** {@return the branch} */
  public Release build() {
    return new Release(
        version,
        date,
        maintained,
        supportedUntil,
        ImmutableList.copyOf(points.values()),
        ImmutableList.copyOf(advisories.values()),
        lua,
        libraryPrefix,
        functions,
        libraries);
  }
}
