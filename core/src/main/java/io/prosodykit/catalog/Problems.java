package io.prosodykit.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Gathers what is wrong with one source, and bounds how much of it is kept. */
final class Problems {
  private static final Comparator<CatalogProblem> BY_PLACE =
      Comparator.comparingInt(CatalogProblem::line).thenComparingInt(CatalogProblem::column);

  private final String source;
  private final List<CatalogProblem> kept = new ArrayList<>();
  private int omitted;

  Problems(String source) {
    this.source = source;
  }

  /** Adds a problem; its texts are made only if it is kept. */
  void add(int line, int column, Supplier<String> pointer, Supplier<String> message) {
    if (kept.size() < CatalogException.MAX_PROBLEMS) {
      kept.add(new CatalogProblem(pointer.get(), line, column, message.get()));
    } else {
      omitted++;
    }
  }

  /** Throws all problems, if there are any. */
  void check() {
    if (!kept.isEmpty()) {
      kept.sort(BY_PLACE);
      throw new CatalogException(source, kept, omitted);
    }
  }
}
