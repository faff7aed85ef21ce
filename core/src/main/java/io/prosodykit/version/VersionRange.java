package io.prosodykit.version;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import io.prosodykit.text.VisibleText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of Prosody versions, written as one or more parts, separated by commas:
 *
 * <ul>
 *   <li>{@code 0.12} or {@code 0.12.x}: the branch 0.12 with all of its releases;
 *   <li>{@code 0.12.3}: that release alone;
 *   <li>{@code [0.11,0.12]}: from the branch 0.11 to the end of the branch 0.12;
 *   <li>{@code [0.11,0.12)}: without 0.12; {@code (0.11,0.12]}: without 0.11;
 *   <li>{@code [0.12,)}: 0.12 and everything after it, including trunk; {@code (,0.11]}: up to
 *       0.11;
 *   <li>{@code [0.10,0.11.9],[0.12.3,13.0]}: a union, here with a gap.
 * </ul>
 *
 * <p>Ranges are equal when they hold the same versions, however they were written: {@code
 * 0.11,0.12} equals {@code [0.11,0.12]}, because nothing lies between the two.
 *
 * @since 0.1.0
 */
public final class VersionRange {
  private static final String GRAMMAR =
      "write for example 0.12.x, 0.11,0.12,13.0, [0.11,0.12], [0.12,) or a union of these";

  private final ImmutableRangeSet<ProsodyVersion> ranges;

  private VersionRange(ImmutableRangeSet<ProsodyVersion> ranges) {
    this.ranges = ranges;
  }

  /**
   * Reads a range in the grammar that the class describes. Spaces around parts are allowed.
   *
   * @param text the text
   * @return the range
   * @throws IllegalArgumentException if the text does not follow the grammar, names a version that
   *     does not exist, or contains an empty interval ({@code [0.12,0.11]})
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static VersionRange parse(String text) {
    TreeRangeSet<ProsodyVersion> ranges = TreeRangeSet.create();
    int start = 0;
    while (start <= text.length()) {
      int end = endOfPart(text, start);
      ranges.add(part(text.substring(start, end).strip(), text));
      start = end + 1;
    }
    return new VersionRange(ImmutableRangeSet.copyOf(ranges));
  }

  /**
   * {@return the range of one version: a release alone, or a branch with all of its releases}
   *
   * @param version the version
   */
  public static VersionRange of(ProsodyVersion version) {
    return new VersionRange(ImmutableRangeSet.of(closed(version, version)));
  }

  /**
   * {@return the {@linkplain #ranges() intervals} of this range, each as a separate range: at least
   * one, in ascending order}
   */
  public ImmutableList<VersionRange> parts() {
    return ranges.asRanges().stream()
        .map(interval -> new VersionRange(ImmutableRangeSet.of(interval)))
        .collect(toImmutableList());
  }

  private static int endOfPart(String text, int start) {
    boolean inside = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '[' || c == '(') {
        inside = true;
      } else if (c == ']' || c == ')') {
        inside = false;
      } else if (c == ',' && !inside) {
        return i;
      }
    }
    return text.length();
  }

  private static Range<ProsodyVersion> part(String part, String whole) {
    if (part.startsWith("[") || part.startsWith("(")) {
      return interval(part, whole);
    }
    String version = part.endsWith(".x") ? part.substring(0, part.length() - 2) : part;
    ProsodyVersion parsed = version(version, whole);
    boolean numberedBranch = parsed.isBranch() && !parsed.equals(ProsodyVersion.TRUNK);
    if (version.length() < part.length() && !numberedBranch) {
      throw wrong(whole, "\"" + part + "\" has one part too many");
    }
    return closed(parsed, parsed);
  }

  private static Range<ProsodyVersion> interval(String part, String whole) {
    if (!part.endsWith("]") && !part.endsWith(")")) {
      throw wrong(whole, "\"" + VisibleText.brief(part) + "\" has no closing bracket");
    }
    BoundType lowerBound = part.charAt(0) == '[' ? BoundType.CLOSED : BoundType.OPEN;
    BoundType upperBound = part.endsWith("]") ? BoundType.CLOSED : BoundType.OPEN;
    String[] ends = part.substring(1, part.length() - 1).split(",", -1);
    if (ends.length == 1 && lowerBound == BoundType.CLOSED && upperBound == BoundType.CLOSED) {
      ProsodyVersion only = version(ends[0].strip(), whole);
      return closed(only, only);
    }
    if (ends.length != 2) {
      throw wrong(whole, "\"" + VisibleText.brief(part) + "\" needs a lower and an upper end");
    }
    Range<ProsodyVersion> lower = lower(ends[0].strip(), lowerBound, whole);
    Range<ProsodyVersion> upper = upper(ends[1].strip(), upperBound, whole);
    if (!lower.isConnected(upper) || lower.intersection(upper).isEmpty()) {
      throw wrong(whole, "\"" + VisibleText.brief(part) + "\" contains no version");
    }
    return lower.intersection(upper);
  }

  private static Range<ProsodyVersion> lower(String text, BoundType bound, String whole) {
    if (text.isEmpty()) {
      return Range.all();
    }
    ProsodyVersion version = version(text, whole);
    if (bound == BoundType.CLOSED) {
      return from(version);
    }
    if (version.equals(ProsodyVersion.TRUNK)) {
      throw wrong(whole, "nothing comes after trunk");
    }
    return Range.atLeast(version.successor());
  }

  private static Range<ProsodyVersion> upper(String text, BoundType bound, String whole) {
    if (text.isEmpty()) {
      return Range.all();
    }
    ProsodyVersion version = version(text, whole);
    if (bound == BoundType.CLOSED) {
      return upTo(version);
    }
    if (version.equals(ProsodyVersion.FIRST)) {
      throw wrong(whole, "nothing comes before " + version);
    }
    return Range.lessThan(version);
  }

  private static Range<ProsodyVersion> closed(ProsodyVersion lower, ProsodyVersion upper) {
    return from(lower).intersection(upTo(upper));
  }

  /** A range from the first version on equals a range without a lower end. */
  private static Range<ProsodyVersion> from(ProsodyVersion version) {
    return version.equals(ProsodyVersion.FIRST) ? Range.all() : Range.atLeast(version);
  }

  private static Range<ProsodyVersion> upTo(ProsodyVersion version) {
    return version.equals(ProsodyVersion.TRUNK) ? Range.all() : Range.lessThan(version.successor());
  }

  private static ProsodyVersion version(String text, String whole) {
    if (text.isEmpty()) {
      throw wrong(whole, "a version is missing");
    }
    try {
      return ProsodyVersion.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(whole, e.getMessage());
    }
  }

  private static IllegalArgumentException wrong(String whole, @Nullable String why) {
    return new IllegalArgumentException(
        "not a range of Prosody versions: \""
            + VisibleText.brief(whole)
            + "\": "
            + why
            + "; "
            + GRAMMAR);
  }

  /**
   * {@return whether a version is in this range} A branch counts as a version immediately before
   * its first release: {@code 0.12} is in {@code [0.12,)} and not in {@code [0.12.0,)}.
   *
   * @param version the version
   */
  public boolean contains(ProsodyVersion version) {
    return ranges.contains(version);
  }

  /**
   * {@return whether this range contains every version of another one}
   *
   * @param other the other range
   */
  public boolean encloses(VersionRange other) {
    return ranges.enclosesAll(other.ranges);
  }

  /**
   * {@return the versions that are in this range and in another one; empty if there are none}
   *
   * @param other the other range
   */
  public Optional<VersionRange> intersection(VersionRange other) {
    ImmutableRangeSet<ProsodyVersion> common = ranges.intersection(other.ranges);
    return common.isEmpty() ? Optional.empty() : Optional.of(new VersionRange(common));
  }

  /**
   * {@return the known branches that this range reaches into, because it contains them or one of
   * their releases: some of {@link ProsodyVersion#BRANCHES}, the oldest first}
   */
  public ImmutableList<ProsodyVersion> branches() {
    return branches(ProsodyVersion.BRANCHES);
  }

  /**
   * {@return those of some branches that this range reaches into, because it contains them or one
   * of their releases}
   *
   * @param known branches, in the order to keep
   */
  public ImmutableList<ProsodyVersion> branches(Iterable<ProsodyVersion> known) {
    ImmutableList.Builder<ProsodyVersion> branches = ImmutableList.builder();
    for (ProsodyVersion branch : known) {
      if (ranges.intersects(closed(branch, branch))) {
        branches.add(branch);
      }
    }
    return branches.build();
  }

  /** {@return the first version of this range; empty if the range has no lower end} */
  public Optional<ProsodyVersion> lowest() {
    Range<ProsodyVersion> span = ranges.span();
    return span.hasLowerBound() ? Optional.of(span.lowerEndpoint()) : Optional.empty();
  }

  /**
   * {@return the intervals of this range, at least one; each is closed below and open above, and
   * they neither overlap nor touch}
   */
  public ImmutableRangeSet<ProsodyVersion> ranges() {
    return ranges;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VersionRange that && ranges.equals(that.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  /** Prints the range in its shortest form, which {@link #parse} reads back equal. */
  @Override
  @JsonValue
  public String toString() {
    return ranges.asRanges().stream().map(VersionRange::print).collect(joining(","));
  }

  private static String print(Range<ProsodyVersion> range) {
    if (range.hasLowerBound()) {
      ProsodyVersion lower = range.lowerEndpoint();
      if (range.equals(closed(lower, lower))) {
        return lower.isBranch() && !lower.equals(ProsodyVersion.TRUNK)
            ? lower + ".x"
            : lower.toString();
      }
    }
    String lower = range.hasLowerBound() ? "[" + range.lowerEndpoint() : "(";
    if (!range.hasUpperBound()) {
      return lower + ",)";
    }
    ProsodyVersion upper = range.upperEndpoint();
    return lower + "," + (upper.hasPredecessor() ? upper.predecessor() + "]" : upper + ")");
  }
}
