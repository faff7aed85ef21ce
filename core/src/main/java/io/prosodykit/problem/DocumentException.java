package io.prosodykit.problem;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A catalogue that cannot be read, with everything that is wrong in it.
 *
 * @since 0.1.0
 */
public final class DocumentException extends ProsodyKitException {
  /** No more problems than this are kept; {@link #omitted()} counts the rest. */
  public static final int MAX_PROBLEMS = 1_000;

  private static final long serialVersionUID = 1L;

  /** Where the catalogue came from. */
  private final String source;

  private final transient ImmutableList<DocumentProblem> problems;

  /** How many problems were not kept. */
  private final int omitted;

  /**
   * Makes an exception.
   *
   * @param source where the document came from: a path, or the name that the caller gave
   * @param problems what is wrong, sorted by place: at least one
   * @param omitted how many more problems there are
   */
  public DocumentException(String source, List<DocumentProblem> problems, int omitted) {
    super(message(source, problems, omitted));
    this.source = source;
    this.problems = ImmutableList.copyOf(problems);
    this.omitted = omitted;
  }

  private static String message(String source, List<DocumentProblem> problems, int omitted) {
    int count = problems.size() + omitted;
    StringBuilder text = new StringBuilder(source);
    text.append(count == 1 ? ": 1 problem" : ": " + count + " problems");
    problems.forEach(
        problem -> text.append("\n  ").append(source).append(':').append(problem.toString()));
    if (omitted > 0) {
      text.append("\n  and ").append(omitted).append(" more");
    }
    return text.toString();
  }

  /** {@return where the catalogue came from: a path, or the name that the caller gave} */
  public String source() {
    return source;
  }

  /**
   * {@return what is wrong, sorted by place: at least one and at most {@link #MAX_PROBLEMS}
   * problems}
   */
  public ImmutableList<DocumentProblem> problems() {
    return problems;
  }

  /** {@return how many problems were found beyond {@link #MAX_PROBLEMS}; zero or more} */
  public int omitted() {
    return omitted;
  }
}
