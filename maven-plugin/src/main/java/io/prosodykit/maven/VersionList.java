package io.prosodykit.maven;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.catalog.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Versions and ranges of versions, with commas between, as a parameter has them. */
final class VersionList {
  private VersionList() {}

  /**
   * Reads the parameter. A range stands for each branch of Prosody in it.
   *
   * @param given what Maven made of it, which splits ranges at their commas, too
   */
  static List<ProsodyVersion> read(
      Mistakes mistakes, String parameter, List<@Nullable String> given) {
    return mistakes
        .readSome(parameter, split(given), "0.12.3,[0.11,13.0]", VersionList::versions)
        .stream()
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  private static ImmutableList<ProsodyVersion> versions(String text) {
    return isRange(text)
        ? VersionRange.parse(text).branches()
        : ImmutableList.of(ProsodyVersion.parse(text));
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
