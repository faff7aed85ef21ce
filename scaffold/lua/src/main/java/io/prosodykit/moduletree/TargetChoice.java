package io.prosodykit.moduletree;

import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.moduletree.ModuleTargets.Origin;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Chooses the releases that modules are for: those that a user names for all modules, or those that
 * each module's record names, {@code .prosodykit.json} in its own folder, or else a default.
 *
 * @since 0.1.0
 */
public final class TargetChoice {
  /** The releases in each module's record, or else {@link TargetRange#maintained}. */
  public static final TargetChoice RECORDED = new TargetChoice(TargetRange::maintained, false);

  private final Supplier<TargetRange> range;
  private final boolean isGiven;

  private TargetChoice(Supplier<TargetRange> range, boolean isGiven) {
    this.range = range;
    this.isGiven = isGiven;
  }

  /**
   * Chooses for each module the releases that its record names, or else {@link
   * TargetRange#maintained(Knowledge)}.
   *
   * @param knowledge what is known about releases
   * @return the choice
   */
  public static TargetChoice recorded(Knowledge knowledge) {
    return new TargetChoice(() -> TargetRange.maintained(knowledge), false);
  }

  /**
   * Chooses the same releases for all modules. No record is read.
   *
   * @param range the releases
   * @return the choice
   */
  public static TargetChoice given(TargetRange range) {
    return new TargetChoice(() -> range, true);
  }

  /**
   * Chooses for each module the releases that its record names.
   *
   * @param fallback the releases for modules without a record, or with one that does not state any;
   *     records are checked against what it {@linkplain TargetRange#knowledge() knows}
   * @return the choice
   */
  public static TargetChoice recordedOr(TargetRange fallback) {
    return new TargetChoice(() -> fallback, false);
  }

  /**
   * {@return the releases that are chosen if no record names others: those that a user names for
   * all modules, or the default}
   */
  public TargetRange range() {
    return range.get();
  }

  /**
   * Chooses the releases for one module.
   *
   * @param main the file that Prosody loads, {@code mod_x.lua}
   * @return the releases. A record that does not state any is a {@linkplain ModuleTargets#problem
   *     problem} of the result
   */
  public ModuleTargets of(Path main) {
    if (isGiven) {
      return ModuleTargets.of(range(), Origin.GIVEN);
    }
    Optional<TargetRecord> record = TargetRecord.find(main);
    return record.isPresent()
        ? record.get().targets(range())
        : ModuleTargets.of(range(), Origin.ASSUMED);
  }
}
