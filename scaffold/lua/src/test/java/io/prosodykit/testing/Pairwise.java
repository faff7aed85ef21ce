package io.prosodykit.testing;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Combines the values of several parameters so that each value of one meets each value of every
 * other at least once, in far fewer rows than the full product.
 */
public final class Pairwise {
  private record Pair(int one, int first, int other, int second) {}

  private record Value(int question, int value) {}

  private Pairwise() {}

  /**
   * {@return the rows, the same ones each time}
   *
   * @param sizes how many values each question has, at least 1
   */
  public static ImmutableList<ImmutableList<Integer>> rows(List<Integer> sizes) {
    Set<Pair> open = pairs(sizes);
    Multiset<Value> used = HashMultiset.create();
    ImmutableList.Builder<ImmutableList<Integer>> rows = ImmutableList.builder();
    while (!open.isEmpty()) {
      List<Integer> row = new ArrayList<>();
      Pair begin = open.iterator().next();
      for (int question = 0; question < sizes.size(); question++) {
        row.add(question == begin.one ? begin.first : question == begin.other ? begin.second : -1);
      }
      for (int question = 0; question < sizes.size(); question++) {
        if (row.get(question) < 0) {
          row.set(question, best(question, sizes.get(question), row, open, used));
        }
      }
      open.removeAll(pairsOf(row));
      for (int question = 0; question < sizes.size(); question++) {
        used.add(new Value(question, row.get(question)));
      }
      rows.add(ImmutableList.copyOf(row));
    }
    return rows.build();
  }

  /** The value that covers most new pairs in the row so far; among equals, the one used least. */
  private static int best(
      int question, int size, List<Integer> row, Set<Pair> open, Multiset<Value> used) {
    int best = 0;
    long most = -1;
    for (int value = 0; value < size; value++) {
      List<Integer> tried = new ArrayList<>(row);
      tried.set(question, value);
      long covered = pairsOf(tried).stream().filter(open::contains).count();
      boolean rarer =
          used.count(new Value(question, value)) < used.count(new Value(question, best));
      if (covered > most || (covered == most && rarer)) {
        most = covered;
        best = value;
      }
    }
    return best;
  }

  private static Set<Pair> pairs(List<Integer> sizes) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (int one = 0; one < sizes.size(); one++) {
      for (int other = one + 1; other < sizes.size(); other++) {
        for (int first = 0; first < sizes.get(one); first++) {
          for (int second = 0; second < sizes.get(other); second++) {
            pairs.add(new Pair(one, first, other, second));
          }
        }
      }
    }
    return pairs;
  }

  private static List<Pair> pairsOf(List<Integer> row) {
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < row.size(); one++) {
      for (int other = one + 1; other < row.size(); other++) {
        if (row.get(one) >= 0 && row.get(other) >= 0) {
          pairs.add(new Pair(one, row.get(one), other, row.get(other)));
        }
      }
    }
    return pairs;
  }
}
