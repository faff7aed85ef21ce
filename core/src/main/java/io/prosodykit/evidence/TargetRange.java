package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.stream.Collectors;

/**
 * The releases of Prosody that a module is for: a {@link VersionRange} of which each part reaches
 * into one of {@link ProsodyVersion#BRANCHES}, so that something is known about it.
 *
 * <p>{@code [0.12,)} is valid: it reaches into 0.12 and 13.0. {@code [14.0,)}, {@code 13.1} and
 * {@code 0.12,[14.0,)} are not. Neither is {@code trunk} alone: it changes every day, and nothing
 * is recorded about it.
 *
 * @param versions the range
 * @since 0.1.0
 */
public record TargetRange(VersionRange versions) {
  /**
   * Checks the range.
   *
   * @param versions the range
   * @throws IllegalArgumentException if a part of the range reaches into no branch on record; the
   *     message names the part and the branches
   */
  public TargetRange {
    var unused = Timeline.targets(versions, ProsodyVersion.BRANCHES);
  }

  /**
   * Reads a range.
   *
   * @param text in the grammar of {@link VersionRange}, for example {@code 0.12,13.0}
   * @return the range
   * @throws IllegalArgumentException if the text does not follow the grammar, or a part of it
   *     reaches into no branch on record
   */
  public static TargetRange parse(String text) {
    return new TargetRange(VersionRange.parse(text));
  }

  /**
   * {@return the default for a module that does not state its releases: the {@linkplain
   * Release#isMaintained() maintained} branches}
   */
  public static TargetRange maintained() {
    return Maintained.RANGE;
  }

  /**
   * {@return the branches that the module is for: at least one of {@link ProsodyVersion#BRANCHES},
   * the oldest first}
   */
  public ImmutableList<ProsodyVersion> branches() {
    return versions.branches();
  }

  /**
   * {@return whether the module is for a release, which this range then contains}
   *
   * @param release a release, a branch or trunk, which is treated like the newest branch on record
   */
  public boolean includes(ProsodyVersion release) {
    return versions.contains(release)
        || (release.equals(ProsodyVersion.TRUNK) && branches().contains(ProsodyVersion.NEWEST));
  }

  /** Prints the range in its shortest form, which {@link #parse} reads back equal. */
  @Override
  public String toString() {
    return versions.toString();
  }

  /** Reads the releases only when the default is needed. */
  private static final class Maintained {
    static final TargetRange RANGE =
        parse(
            Knowledge.builtIn().releases().stream()
                .filter(Release::isMaintained)
                .map(Release::toString)
                .collect(Collectors.joining(",")));
  }
}
