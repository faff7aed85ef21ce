package io.prosodykit.text;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Finds what someone probably meant by a name that is not known. */
public final class NearestNames {
  public static final int MOST = 3;
  private static final int LONGEST = 100;
  private static final int LONG_ENOUGH = 4;

  private NearestNames() {}

  /**
   * Returns the candidates that differ from a name by few letters (about one in three), or that
   * contain it or are contained in it.
   *
   * @param name the unknown name
   * @param candidates the known ones
   * @return at most three, the nearest first; empty where none is near
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
   * Puts names into a question for the end of a message.
   *
   * @param nearest names as {@link #of} returns them
   * @return {@code "; did you mean a or b?"}, or an empty text without names
   */
  public static String question(ImmutableList<String> nearest) {
    return nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
  }

  private static String lower(String candidate) {
    return candidate.toLowerCase(Locale.ROOT);
  }

  /** Whether one of two names is in the other, and long enough to mean something. */
  private static boolean share(String wanted, String known) {
    return wanted.length() >= LONG_ENOUGH
        && known.length() >= LONG_ENOUGH
        && (known.contains(wanted) || wanted.contains(known));
  }

  /** Levenshtein's distance, by rows. */
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
