package io.prosodykit.module;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ServerFacts;
import org.jspecify.annotations.Nullable;

/** Knows the fields of {@code prosody} by which code tells releases apart. */
final class ReleaseFields {
  /** The prefix of the paths of all fields of {@code prosody}. */
  static final String SERVER = "prosody.";

  private static final ImmutableSet<String> ALL;

  /** Those that every release has, so that only their values differ. */
  private static final ImmutableSet<String> VALUES;

  static {
    ImmutableSet.Builder<String> all = ImmutableSet.builder();
    ImmutableSet.Builder<String> values = ImmutableSet.builder();
    for (Sourced<String> field : ServerFacts.reference().moduleApi().releaseFields()) {
      all.add(field.value());
      if (field.isOnAllBranches()) {
        values.add(field.value());
      }
    }
    ALL = all.build();
    VALUES = values.build();
  }

  private ReleaseFields() {}

  /** Whether a path leads to such a field, or into it. */
  static boolean isIn(String path) {
    for (String field : ALL) {
      if (path.startsWith(field)
          && (path.length() == field.length() || path.charAt(field.length()) == '.')) {
        return true;
      }
    }
    return false;
  }

  /** Whether a path leads to a field whose value reveals the release. */
  static boolean isValue(@Nullable String path) {
    return path != null && VALUES.contains(path);
  }
}
