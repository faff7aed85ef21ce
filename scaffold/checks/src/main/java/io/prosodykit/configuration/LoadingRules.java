package io.prosodykit.configuration;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.LoaderRules;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which modules a release loads on its own.
 *
 * @param release the release
 */
record LoadingRules(ProsodyVersion release) {
  private static final LoaderRules LOADER = ServerFacts.reference().loader();
  private static final String INHERIT = "inherit_modules";

  /** {@return what is loaded on every host, unless it is disabled} */
  ImmutableSet<String> always() {
    return LOADER.autoloaded().always(release);
  }

  /**
   * {@return what of the global section is loaded on a component, too}
   *
   * @param module the module of the component
   */
  ImmutableSet<String> inherited(String module) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.addAll(LOADER.autoloaded().inherited(release));
    if (LOADER.reads(INHERIT, release)) {
      hints(module).forEach(hint -> names.addAll(hint.values()));
    }
    return names.build();
  }

  private Stream<LoaderHint> hints(String module) {
    return ModuleCatalog.complete().find(module).flatMap(entry -> entry.evidence()).stream()
        .map(Evidence::behaviour)
        .flatMap(behaviour -> behaviour.hints().stream())
        .filter(hint -> hint.value().key().equals(INHERIT) && hint.holdsOn(release))
        .map(Sourced::value);
  }

  /**
   * {@return the module that is loaded if an option is not set; empty if there is none}
   *
   * @param option for example {@code authentication}
   */
  Optional<String> usual(String option) {
    return LOADER.autoloaded().usual(option, release);
  }
}
