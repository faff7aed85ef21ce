package io.prosodykit.json;

import io.prosodykit.problem.DocumentException;
import io.prosodykit.problem.DocumentProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one source, and keeps the first ones. */
public final class DocumentProblems {
  private static final int MOST = DocumentException.MAX_PROBLEMS;
  private final String source;
  private final List<DocumentProblem> kept = new ArrayList<>();
  private int omitted;

  public DocumentProblems(String source) {
    this.source = source;
  }

  public void add(String pointer, int line, int column, String message) {
    kept.add(new DocumentProblem(pointer, line, column, message));
    if (kept.size() == 2 * MOST) {
      sort();
    }
  }

  /** Counts a problem that is not kept, because there are enough before it. */
  void omit() {
    omitted++;
  }

  /** Throws all problems, if there are any. */
  public void check() {
    if (!kept.isEmpty()) {
      sort();
      throw new DocumentException(source, kept, omitted);
    }
  }

  private void sort() {
    kept.sort(
        Comparator.comparingInt(DocumentProblem::line).thenComparingInt(DocumentProblem::column));
    if (kept.size() > MOST) {
      omitted += kept.size() - MOST;
      kept.subList(MOST, kept.size()).clear();
    }
  }
}
