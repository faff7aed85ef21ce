package io.prosodykit.version;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.text.VisibleText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version of Prosody: a release ({@code 0.12.3}), a branch ({@code 0.12}) or {@code trunk}.
 *
 * <p>Prosody went from 0.12 to 13.0, so the order is 0.9 &lt; 0.10 &lt; 0.11 &lt; 0.12 &lt; 13.0
 * &lt; trunk. A branch comes before its own releases: 0.12 &lt; 0.12.0 &lt; 0.12.1. The name {@code
 * 0.13}, under which 13.0 was developed and which the guide uses, is the same version as 13.0;
 * {@link #written()} remembers how it was spelled.
 *
 * @since 0.1.0
 */
public final class ProsodyVersion implements Comparable<ProsodyVersion> {
  /** The branch 0.9. */
  public static final ProsodyVersion V0_9 = new ProsodyVersion(0, 9, -1, "0.9");

  /** The branch 0.10. */
  public static final ProsodyVersion V0_10 = new ProsodyVersion(0, 10, -1, "0.10");

  /** The branch 0.11. */
  public static final ProsodyVersion V0_11 = new ProsodyVersion(0, 11, -1, "0.11");

  /** The branch 0.12. */
  public static final ProsodyVersion V0_12 = new ProsodyVersion(0, 12, -1, "0.12");

  /** The branch 13.0. */
  public static final ProsodyVersion V13_0 = new ProsodyVersion(13, 0, -1, "13.0");

  /** The development branch, after every release. */
  public static final ProsodyVersion TRUNK = new ProsodyVersion(Integer.MAX_VALUE, 0, -1, "trunk");

  /** The branches about which something is known, the oldest first, without trunk. */
  public static final ImmutableList<ProsodyVersion> BRANCHES =
      ImmutableList.of(V0_9, V0_10, V0_11, V0_12, V13_0);

  /** The first version. */
  static final ProsodyVersion FIRST = new ProsodyVersion(0, 0, -1, "0.0");

  /** The last of {@link #BRANCHES}. */
  public static final ProsodyVersion NEWEST = V13_0;

  private static final String NUMBER = "(0|[1-9][0-9]{0,5})";
  private static final String BUILD = " nightly build [0-9]{1,9}(?: \\([^()]{0,99}\\))?";
  private static final String CANDIDATE = "(?:~?(?:alpha|beta|rc)[0-9]{1,4})?";

  /** What Debian appends to a release: its own revision, and those of others. */
  private static final String PACKAGE = "(?:[-+~][0-9A-Za-z.+~-]{1,99})?";

  /** What Debian writes before a version whose numbering began anew. */
  private static final String EPOCH = "(?:[0-9]{1,4}:)?";

  private static final String REVISION = "~hg[0-9A-Za-z.+~-]{1,99}";

  private static final Pattern VERSION =
      Pattern.compile(
          "(?:Prosody )?%5$s(?:%1$s\\.%1$s(?:\\.%1$s%2$s%3$s|%4$s|%6$s)?|trunk(?:%4$s)?|1nightly[0-9]{1,9}%3$s)"
              .formatted(NUMBER, CANDIDATE, PACKAGE, BUILD, EPOCH, REVISION));

  private static final int LARGEST = 999_999;
  private static final int LAST_MINOR_OF_0 = 12;
  private static final int FIRST_MAJOR = 13;

  private final int major;
  private final int minor;
  private final int patch;
  private final String written;

  private ProsodyVersion(int major, int minor, int patch, String written) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.written = written;
  }

  /**
   * Reads {@code MAJOR.MINOR}, {@code MAJOR.MINOR.PATCH} or {@code trunk}: {@code 0.12}, {@code
   * 0.12.3}, {@code 13.0.1}. {@code 0.13} and {@code 0.13.1} read as 13.0 and 13.0.1.
   *
   * <p>It also reads what servers and packages print, and {@link #written()} remembers it:
   *
   * <ul>
   *   <li>a release in a package, {@code 0.12.3-1+deb12u1} or {@code 13.0.1-1~bpo12+1}, as 0.12.3
   *       and 13.0.1
   *   <li>a candidate, {@code 13.0.0rc1}, as the release that it became, 13.0.0
   *   <li>the same after an epoch of Debian's, {@code 1:0.12.3-1}
   *   <li>{@code 0.12 nightly build 222 (2024-02-01, 5f3a)} and the package of a revision, {@code
   *       0.12~hg5190.5f3a-1}, as the branch 0.12
   *   <li>{@code trunk nightly build 1890 (2024-02-01, 5f3a)} and its package, {@code
   *       1nightly1890}, as trunk
   * </ul>
   *
   * Each may follow {@code Prosody} and a space.
   *
   * @param text the text, without surrounding space
   * @return the version
   * @throws IllegalArgumentException for any other text, and for numbers that Prosody skipped (0.14
   *     … 12.9)
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ProsodyVersion parse(String text) {
    if (text.equals(TRUNK.written)) {
      return TRUNK;
    }
    for (ProsodyVersion branch : BRANCHES) {
      if (branch.written.equals(text)) {
        return branch;
      }
    }
    Matcher matcher = VERSION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "not a Prosody version: \""
              + VisibleText.brief(text)
              + "\"; write 0.12, 0.12.3 or trunk");
    }
    if (matcher.group(1) == null) {
      return new ProsodyVersion(TRUNK.major, TRUNK.minor, TRUNK.patch, text);
    }
    int major = Integer.parseInt(matcher.group(1));
    int minor = Integer.parseInt(matcher.group(2));
    int patch = matcher.group(3) == null ? -1 : Integer.parseInt(matcher.group(3));
    if (major == 0 && minor == FIRST_MAJOR) {
      return new ProsodyVersion(FIRST_MAJOR, 0, patch, text);
    }
    if (major < FIRST_MAJOR && (major > 0 || minor > LAST_MINOR_OF_0)) {
      throw new IllegalArgumentException("there is no Prosody " + text + ": after 0.12 comes 13.0");
    }
    return new ProsodyVersion(major, minor, patch, text);
  }

  /**
   * {@return the version that a text says, as {@link #parse} reads it; empty for any other text}
   *
   * @param text any text
   */
  public static Optional<ProsodyVersion> find(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@return the first number, 0 for 0.12.3; {@link Integer#MAX_VALUE} for trunk} */
  public int major() {
    return major;
  }

  /** {@return the second number, 12 for 0.12.3; 0 for trunk} */
  public int minor() {
    return minor;
  }

  /** {@return the third number, 3 for 0.12.3; empty for a branch and for trunk} */
  public OptionalInt patch() {
    return isBranch() ? OptionalInt.empty() : OptionalInt.of(patch);
  }

  /** {@return the branch of this version: 0.12 for 0.12.3} */
  public ProsodyVersion branch() {
    return isBranch() ? this : new ProsodyVersion(major, minor, -1, digits(-1));
  }

  /**
   * {@return whether this is a branch rather than a release; true for 0.12 and trunk, false for
   * 0.12.3}
   */
  public boolean isBranch() {
    return patch < 0;
  }

  /**
   * {@return the text that this version was read from, for example {@code 0.13} if {@link
   * #toString()} says {@code 13.0}}
   */
  public String written() {
    return written;
  }

  /** The version that comes immediately after; none after trunk. */
  ProsodyVersion successor() {
    if (patch >= 0 && patch < LARGEST) {
      return of(major, minor, patch + 1);
    }
    if (minor == LARGEST) {
      return major == LARGEST ? TRUNK : of(major + 1, 0, -1);
    }
    return major == 0 && minor == LAST_MINOR_OF_0
        ? of(FIRST_MAJOR, 0, -1)
        : of(major, minor + 1, -1);
  }

  /** Whether {@link #predecessor()} is known. */
  boolean hasPredecessor() {
    return !equals(TRUNK) && (patch > 0 || (patch < 0 && (minor > 0 || major == FIRST_MAJOR)));
  }

  /** The version whose {@link #successor()} is this one. */
  ProsodyVersion predecessor() {
    if (patch > 0) {
      return of(major, minor, patch - 1);
    }
    return major == FIRST_MAJOR && minor == 0
        ? of(0, LAST_MINOR_OF_0, -1)
        : of(major, minor - 1, -1);
  }

  private static ProsodyVersion of(int major, int minor, int patch) {
    String branch = major + "." + minor;
    return new ProsodyVersion(major, minor, patch, patch < 0 ? branch : branch + "." + patch);
  }

  private String digits(int patchLevel) {
    return major + "." + minor + (patchLevel < 0 ? "" : "." + patchLevel);
  }

  @Override
  public int compareTo(ProsodyVersion other) {
    if (major != other.major) {
      return Integer.compare(major, other.major);
    }
    return minor != other.minor
        ? Integer.compare(minor, other.minor)
        : Integer.compare(patch, other.patch);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProsodyVersion that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * major + minor) + patch;
  }

  /** Prints the version as Prosody calls it: {@code 13.0} even if it was written {@code 0.13}. */
  @Override
  @JsonValue
  public String toString() {
    return major == Integer.MAX_VALUE ? "trunk" : digits(patch);
  }
}
