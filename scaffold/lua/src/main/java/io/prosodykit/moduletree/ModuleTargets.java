package io.prosodykit.moduletree;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lua.SourceProblem;
import java.util.Optional;

/**
 * The releases that a module is for.
 *
 * @param range the releases
 * @param origin who states them
 * @param problem why the module's record does not state them; empty if it does, if there is no
 *     record, or if the user states them
 * @since 0.1.0
 */
public record ModuleTargets(TargetRange range, Origin origin, Optional<SourceProblem> problem) {
  /** Who states which releases a module is for. */
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
   * {@return whether the releases that the module is for are stated; false if the range is a
   * default}
   */
  public boolean isStated() {
    return origin != Origin.ASSUMED;
  }
}
