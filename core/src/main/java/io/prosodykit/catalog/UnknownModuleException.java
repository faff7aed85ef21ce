package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.problem.ProsodyKitException;
import io.prosodykit.text.VisibleText;

/**
 * Thrown for a module name that the catalogue does not have.
 *
 * @since 0.1.0
 */
public final class UnknownModuleException extends ProsodyKitException {
  private static final long serialVersionUID = 1L;

  /** The name as it was given. */
  private final String name;

  private final transient ImmutableList<String> nearest;

  UnknownModuleException(String name, ImmutableList<String> nearest, String suggestion) {
    super("unknown module \"" + VisibleText.brief(name) + "\"" + suggestion);
    this.name = name;
    this.nearest = nearest;
  }

  /** {@return the unknown name as it was given} */
  public String name() {
    return name;
  }

  /**
   * {@return the names that are most similar to it, the most similar first; empty if none is
   * similar}
   */
  public ImmutableList<String> nearest() {
    return nearest;
  }
}
