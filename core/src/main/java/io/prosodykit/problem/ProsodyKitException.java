package io.prosodykit.problem;

/**
 * A mistake in the input of a user: data, a name, a specification. Its message is written for that
 * user. Faults of disks and processes stay {@link java.io.IOException}.
 *
 * @since 0.1.0
 */
public abstract class ProsodyKitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param message what is wrong and what would be right
   */
  protected ProsodyKitException(String message) {
    super(message);
  }

  /**
   * Makes an exception that another one led to.
   *
   * @param message what is wrong and what would be right
   * @param cause what led to it
   */
  protected ProsodyKitException(String message, Throwable cause) {
    super(message, cause);
  }
}
