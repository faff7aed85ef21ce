package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.VisibleText;

/** A module name that the catalogue does not have. */
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

  /**
   * Returns the name that was asked for.
   *
   * @return the name as it was given
   */
  public String name() {
    return name;
  }

  /**
   * Returns the names that come nearest to it.
   *
   * @return the nearest first; empty where none is near
   */
  public ImmutableList<String> nearest() {
    return nearest;
  }
}
