package io.prosodykit.catalog;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with one source, and bounds how much of it is kept. */
final class Problems {
  private final String source;
  private final List<CatalogProblem> kept = new ArrayList<>();
  private int omitted;

  Problems(String source) {
    this.source = source;
  }

  void add(String pointer, int line, int column, String message) {
    if (kept.size() < CatalogException.MAX_PROBLEMS) {
      kept.add(new CatalogProblem(pointer, line, column, message));
    } else {
      omitted++;
    }
  }

  /** Counts a problem that stands after more than enough others. */
  void omit() {
    omitted++;
  }

  /** Throws all problems, if there are any. */
  void check() {
    if (!kept.isEmpty()) {
      throw new CatalogException(source, kept, omitted);
    }
  }
}
