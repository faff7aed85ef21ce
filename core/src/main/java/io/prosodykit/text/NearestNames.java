package io.prosodykit.text;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Finds the known names that are similar to an unknown one. */
public final class NearestNames {
  /** The most names that are suggested. */
  public static final int MOST = 3;

  private static final int LONGEST = 100;
  private static final int LONG_ENOUGH = 4;
  private static final String VOWELS = "aeiou";

  private NearestNames() {}

  /**
   * {@return at most three candidates, the most similar first, that differ from a name by a few
   * letters (about one in three), that contain it, or that it contains; empty if none is similar}
   *
   * @param name the unknown name
   * @param candidates the known ones
   */
  public static ImmutableList<String> of(String name, Iterable<String> candidates) {
    if (name.length() > LONGEST) {
      return ImmutableList.of();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    int near = Math.max(1, (wanted.length() + 1) / 3);
    return StreamSupport.stream(candidates.spliterator(), false)
        .map(candidate -> Map.entry(candidate, editDistance(wanted, lower(candidate))))
        .filter(entry -> entry.getValue() <= near || share(wanted, lower(entry.getKey())))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .collect(toImmutableList());
  }

  /**
   * Suggests names, at the end of a message about an unknown one.
   *
   * @param kind what the names are, for example {@code module}
   * @param nearest names as {@link #of} returns them
   * @return for example {@code : a module with a similar name exists: "smacks"}; empty without
   *     names
   */
  public static String suggestion(String kind, ImmutableList<String> nearest) {
    if (nearest.isEmpty()) {
      return "";
    }
    String names = nearest.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    if (nearest.size() > 1) {
      return ": similar names exist: " + names;
    }
    String article = VOWELS.indexOf(kind.charAt(0)) < 0 ? "a " : "an ";
    return ": " + article + kind + " with a similar name exists: " + names;
  }

  private static String lower(String candidate) {
    return candidate.toLowerCase(Locale.ROOT);
  }

  /** Whether one name contains the other, and both are long enough to mean something. */
  private static boolean share(String wanted, String known) {
    return wanted.length() >= LONG_ENOUGH
        && known.length() >= LONG_ENOUGH
        && (known.contains(wanted) || wanted.contains(known));
  }

  /** The Levenshtein distance, row by row. */
  private static int editDistance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
