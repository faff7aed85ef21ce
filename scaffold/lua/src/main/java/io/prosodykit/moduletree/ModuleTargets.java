package io.prosodykit.moduletree;

import io.prosodykit.catalog.TargetRange;
import java.util.Optional;

/**
 * The releases that a module is for.
 *
 * @param range the releases
 * @param origin who says so
 * @param problem why the module's record does not state them; empty if it does, if there is no
 *     record, or if somebody else says so
 */
public record ModuleTargets(TargetRange range, Origin origin, Optional<TreeProblem> problem) {
  /** Who says which releases a module is for. */
  public enum Origin {
    /** A user, for all modules. */
    GIVEN,
    /** The module's record. */
    RECORDED,
    /** Nobody. */
    ASSUMED
  }

  static ModuleTargets of(TargetRange range, Origin origin) {
    return new ModuleTargets(range, origin, Optional.empty());
  }

  /**
   * Tells whether anybody says which releases the module is for.
   *
   * @return false if the range is a default
   */
  public boolean isStated() {
    return origin != Origin.ASSUMED;
  }
}
