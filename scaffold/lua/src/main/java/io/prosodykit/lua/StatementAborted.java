package io.prosodykit.lua;

/**
 * Says that a statement cannot be read any further; the problem that tells why is known already.
 */
final class StatementAborted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one without a stack trace, since it is always caught. */
  StatementAborted() {
    super("a statement breaks down", null, false, false);
  }
}
