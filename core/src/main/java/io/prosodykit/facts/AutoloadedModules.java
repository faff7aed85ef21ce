package io.prosodykit.facts;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Optional;

/**
 * The modules that Prosody loads by itself, from 0.11 on.
 *
 * @since 0.1.0
 */
public final class AutoloadedModules {
  private final ImmutableMap<String, VersionRange> always;
  private final ImmutableMap<String, VersionRange> inherited;
  private final ImmutableMap<String, VersionRange> defaults;
  private final ImmutableMap<String, String> options;

  AutoloadedModules(
      ImmutableMap<String, VersionRange> always,
      ImmutableMap<String, VersionRange> inherited,
      ImmutableMap<String, VersionRange> defaults,
      ImmutableMap<String, String> options) {
    this.always = always;
    this.inherited = inherited;
    this.defaults = defaults;
    this.options = options;
  }

  /**
   * {@return the modules that Prosody loads on every virtual host, unless the configuration
   * disables them}
   *
   * @param version a release or a branch, which stands for all its releases
   */
  public ImmutableSet<String> always(ProsodyVersion version) {
    return names(always, version);
  }

  /**
   * {@return the modules that Prosody loads on a component, too, if it loads them on every virtual
   * host}
   *
   * @param version a release or a branch, which stands for all its releases
   */
  public ImmutableSet<String> inherited(ProsodyVersion version) {
    return names(inherited, version);
  }

  /**
   * {@return the module that Prosody loads on a host whose configuration lacks an option; empty if
   * it loads none}
   *
   * @param option for example {@code authentication}
   * @param version a release or a branch
   */
  public Optional<String> usual(String option, ProsodyVersion version) {
    return names(defaults, version).stream()
        .filter(module -> option.equals(options.get(module)))
        .findFirst();
  }

  private static ImmutableSet<String> names(
      ImmutableMap<String, VersionRange> modules, ProsodyVersion version) {
    return modules.keySet().stream()
        .filter(name -> LoaderRules.holdsOn(modules, name, version))
        .collect(toImmutableSet());
  }
}
