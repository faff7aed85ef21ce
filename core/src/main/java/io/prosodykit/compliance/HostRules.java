package io.prosodykit.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import java.util.Collection;
import java.util.Optional;

/** What is known about modules together, on one version. */
interface HostRules {
  /** The options that modules do not work without. */
  ImmutableList<RequiredOption> requiredOptions(Collection<String> modules);

  /** Modules, and what they load. */
  ImmutableSet<String> loading(Collection<String> modules);

  /** The conflicts between modules, and what they load, that run on the same host. */
  ImmutableList<ModuleConflict> conflicts(Collection<String> modules);

  /** The component that a module belongs to, if it is to be loaded by one. */
  Optional<String> component(String module);
}
