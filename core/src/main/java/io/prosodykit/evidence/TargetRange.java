package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The releases of Prosody that a module is for: a {@link VersionRange} of which each part reaches
 * into one of the {@linkplain Knowledge#branches() branches} on record, so that something is known
 * about it.
 *
 * <p>With what comes with this library, {@code [0.12,)} is valid: it reaches into 0.12 and 13.0.
 * {@code [14.0,)}, {@code 13.1} and {@code 0.12,[14.0,)} are not, unless a catalogue file describes
 * these branches. Neither is {@code trunk} alone: it changes every day, and nothing is recorded
 * about it.
 *
 * @since 0.1.0
 */
public final class TargetRange {
  private final VersionRange versions;
  private final Knowledge knowledge;
  private final ImmutableList<ProsodyVersion> branches;

  private TargetRange(VersionRange versions, Knowledge knowledge) {
    this.versions = versions;
    this.knowledge = knowledge;
    this.branches = knowledge.targets(versions);
  }

  /**
   * Checks a range against what comes with this library.
   *
   * @param versions the range
   * @return the range
   * @throws IllegalArgumentException if a part of the range reaches into no branch on record; the
   *     message names the part and the branches
   */
  public static TargetRange of(VersionRange versions) {
    return of(versions, Knowledge.builtIn());
  }

  /**
   * Checks a range.
   *
   * @param versions the range
   * @param knowledge what is known
   * @return the range
   * @throws IllegalArgumentException if a part of the range reaches into no branch on record; the
   *     message names the part and the branches
   */
  public static TargetRange of(VersionRange versions, Knowledge knowledge) {
    return new TargetRange(versions, knowledge);
  }

  /**
   * Reads a range, and checks it against what comes with this library.
   *
   * @param text in the grammar of {@link VersionRange}, for example {@code 0.12,13.0}
   * @return the range
   * @throws IllegalArgumentException if the text does not follow the grammar, or a part of it
   *     reaches into no branch on record
   */
  public static TargetRange parse(String text) {
    return of(VersionRange.parse(text));
  }

  /**
   * {@return the default for a module that does not state its releases: the {@linkplain
   * Release#isMaintained() maintained} branches of what comes with this library}
   */
  public static TargetRange maintained() {
    return Maintained.RANGE;
  }

  /**
   * {@return the default for a module that does not state its releases: the {@linkplain
   * Release#isMaintained() maintained} branches, or else the newest branch}
   *
   * @param knowledge what is known
   */
  public static TargetRange maintained(Knowledge knowledge) {
    String maintained =
        knowledge.releases().stream()
            .filter(Release::isMaintained)
            .map(Release::toString)
            .collect(Collectors.joining(","));
    return of(
        maintained.isEmpty() ? VersionRange.of(knowledge.newest()) : VersionRange.parse(maintained),
        knowledge);
  }

  /** {@return the range} */
  public VersionRange versions() {
    return versions;
  }

  /** {@return what is known about the releases} */
  public Knowledge knowledge() {
    return knowledge;
  }

  /** {@return the branches that the module is for: at least one, the oldest first} */
  public ImmutableList<ProsodyVersion> branches() {
    return branches;
  }

  /** {@return the {@link #branches()}, each with what its releases in the range all have} */
  public ImmutableList<Release> releases() {
    return branches.stream()
        .map(branch -> knowledge.release(branch).at(versions))
        .collect(toImmutableList());
  }

  /**
   * {@return whether the module is for a release, which this range then contains}
   *
   * @param release a release, a branch or trunk, which is treated like the newest branch on record
   */
  public boolean includes(ProsodyVersion release) {
    return versions.contains(release)
        || (release.equals(ProsodyVersion.TRUNK) && branches.contains(knowledge.newest()));
  }

  /** {@return whether the other range has the same versions, and the same is known about them} */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TargetRange that
        && versions.equals(that.versions)
        && knowledge.equals(that.knowledge);
  }

  @Override
  public int hashCode() {
    return versions.hashCode();
  }

  /** Prints the range in its shortest form. */
  @JsonValue
  @Override
  public String toString() {
    return versions.toString();
  }

  /** Reads the releases only when the default is needed. */
  private static final class Maintained {
    static final TargetRange RANGE = maintained(Knowledge.builtIn());
  }
}
