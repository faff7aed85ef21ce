package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Versions of Prosody and ranges of them, with commas between, as a command line has them: {@code
 * 0.12.3,[0.11,13.0]}. Parts that are blank are skipped.
 *
 * @since 0.1.0
 */
public final class VersionList {
  private VersionList() {}

  /**
   * Reads versions to ask about.
   *
   * @param text releases, branches, {@code trunk}, or ranges in the grammar of {@link
   *     VersionRange}, each of which stands for the branches in it, and for trunk if it has no end
   * @param knowledge what is known
   * @return the versions in the order of the text, each once
   * @throws IllegalArgumentException if a part is not a version or a range, nothing is known of it,
   *     or there is no part; the message has a line for each problem
   */
  public static ImmutableList<ProsodyVersion> parse(String text, Knowledge knowledge) {
    return parts(text, part -> versions(part, knowledge)).stream()
        .flatMap(List::stream)
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<ProsodyVersion> versions(String part, Knowledge knowledge) {
    if (!isRange(part)) {
      return ImmutableList.of(parseOne(part, knowledge));
    }
    VersionRange range = VersionRange.parse(part);
    ImmutableList.Builder<ProsodyVersion> versions = ImmutableList.builder();
    versions.addAll(knowledge.targets(range));
    if (range.contains(ProsodyVersion.TRUNK)) {
      versions.add(ProsodyVersion.TRUNK);
    }
    return versions.build();
  }

  /**
   * Reads one version to ask about.
   *
   * @param text a release, a branch or {@code trunk}
   * @param knowledge what is known
   * @return the version
   * @throws IllegalArgumentException if the text is not a version, or nothing is known of it
   */
  public static ProsodyVersion parseOne(String text, Knowledge knowledge) {
    ProsodyVersion version = ProsodyVersion.parse(text);
    var unused = knowledge.release(version);
    return version;
  }

  /**
   * Reads the releases that modules are for.
   *
   * @param text versions and ranges
   * @param knowledge what is known
   * @return their union
   * @throws IllegalArgumentException if a part is not a version or a range, {@link TargetRange}
   *     refuses it, or there is no part; the message has a line for each problem
   */
  public static TargetRange parseTargets(String text, Knowledge knowledge) {
    return TargetRange.of(
        VersionRange.parse(
            parts(text, part -> targetRange(part, knowledge)).stream()
                .map(TargetRange::toString)
                .collect(Collectors.joining(","))),
        knowledge);
  }

  private static TargetRange targetRange(String part, Knowledge knowledge) {
    return TargetRange.of(
        isRange(part) ? VersionRange.parse(part) : VersionRange.of(ProsodyVersion.parse(part)),
        knowledge);
  }

  private static boolean isRange(String part) {
    return part.startsWith("[") || part.startsWith("(") || part.endsWith(".x");
  }

  private static <T> ImmutableSet<T> parts(String text, Function<String, T> reader) {
    Set<T> values = new LinkedHashSet<>();
    List<String> problems = new ArrayList<>();
    for (String part : split(text)) {
      try {
        values.add(reader.apply(part));
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is no version; an example is 0.12.3,[0.11,13.0]");
    }
    return ImmutableSet.copyOf(values);
  }

  /** Splits at the commas that are not between brackets. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean inside = false;
    for (int at = 0; at <= text.length(); at++) {
      char c = at == text.length() ? ',' : text.charAt(at);
      if (c == ',' && (!inside || at == text.length())) {
        parts.add(text.substring(start, at).strip());
        start = at + 1;
      }
      inside = inside ? c != ']' && c != ')' : c == '[' || c == '(';
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
