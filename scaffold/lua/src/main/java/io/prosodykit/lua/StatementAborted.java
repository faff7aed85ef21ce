package io.prosodykit.lua;

/**
 * Thrown when a statement cannot be read any further; the reason has already been reported as a
 * problem.
 */
final class StatementAborted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one without a stack trace, since it is always caught. */
  StatementAborted() {
    super("a statement breaks down", null, false, false);
  }
}
