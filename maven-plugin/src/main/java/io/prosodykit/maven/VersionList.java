package io.prosodykit.maven;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Release;
import io.prosodykit.catalog.TargetRange;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Versions and ranges of versions, with commas between, as parameters have them. */
final class VersionList {
  private VersionList() {}

  /**
   * Reads versions to ask about. A range stands for each branch of Prosody in it; what nothing is
   * known of is a mistake.
   *
   * @param given what Maven made of it, which splits ranges at their commas, too
   */
  static List<ProsodyVersion> read(
      ParameterErrors mistakes, String parameter, List<@Nullable String> given) {
    return mistakes
        .readSome(parameter, split(given), "0.12.3,[0.11,13.0]", VersionList::versions)
        .stream()
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static ImmutableList<ProsodyVersion> versions(String text) {
    return isRange(text) ? TargetRange.parse(text).branches() : ImmutableList.of(known(text));
  }

  /** Reads one version to ask about; what nothing is known of is a mistake. */
  static ProsodyVersion known(String text) {
    ProsodyVersion version = ProsodyVersion.parse(text);
    var unused = Release.get(version);
    return version;
  }

  /**
   * Reads {@code prosody.targets}, the releases that all modules are for. Without the parameter it
   * is up to each module.
   *
   * @param given what Maven made of it, which splits ranges at their commas, too
   */
  static TargetChoice targets(ParameterErrors mistakes, List<@Nullable String> given) {
    if (given.isEmpty()) {
      return TargetChoice.RECORDED;
    }
    List<TargetRange> parts =
        mistakes.readSome("prosody.targets", split(given), "[0.11,13.0]", VersionList::targetRange);
    return parts.isEmpty()
        ? TargetChoice.RECORDED
        : TargetChoice.given(TargetRange.parse(Joined.commas(parts)));
  }

  private static TargetRange targetRange(String text) {
    return isRange(text)
        ? TargetRange.parse(text)
        : new TargetRange(VersionRange.of(ProsodyVersion.parse(text)));
  }

  private static boolean isRange(String text) {
    return text.startsWith("[") || text.startsWith("(") || text.endsWith(".x");
  }

  /** Splits at the commas that are not between brackets. */
  private static List<@Nullable String> split(List<@Nullable String> given) {
    String text = given.stream().filter(Objects::nonNull).collect(Collectors.joining(","));
    List<@Nullable String> parts = new ArrayList<>();
    int start = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      inside = inside ? c != ']' && c != ')' : c == '[' || c == '(';
      if (c == ',' && !inside) {
        parts.add(text.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }
}
