package io.prosodykit.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one source, and keeps the first ones. */
final class Problems {
  private static final int MOST = CatalogException.MAX_PROBLEMS;
  private final String source;
  private final List<CatalogProblem> kept = new ArrayList<>();
  private int omitted;

  Problems(String source) {
    this.source = source;
  }

  void add(String pointer, int line, int column, String message) {
    kept.add(new CatalogProblem(pointer, line, column, message));
    if (kept.size() == 2 * MOST) {
      sort();
    }
  }

  /** Counts a problem that is not kept, because there are enough before it. */
  void omit() {
    omitted++;
  }

  /** Throws all problems, if there are any. */
  void check() {
    if (!kept.isEmpty()) {
      sort();
      throw new CatalogException(source, kept, omitted);
    }
  }

  private void sort() {
    kept.sort(
        Comparator.comparingInt(CatalogProblem::line).thenComparingInt(CatalogProblem::column));
    if (kept.size() > MOST) {
      omitted += kept.size() - MOST;
      kept.subList(MOST, kept.size()).clear();
    }
  }
}
