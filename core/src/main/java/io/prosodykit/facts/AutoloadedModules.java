package io.prosodykit.facts;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Map;
import java.util.Optional;

/**
 * The modules that Prosody loads by itself, or instead of what is enabled, from 0.11 on.
 *
 * @since 0.1.0
 */
public final class AutoloadedModules {
  private final ImmutableMap<String, VersionRange> always;
  private final ImmutableMap<String, VersionRange> inherited;
  private final ImmutableMap<String, VersionRange> defaults;
  private final ImmutableMap<String, String> options;
  private final ImmutableMap<String, OptionNames> renamed;
  private final ImmutableMap<String, OptionNames> skipped;

  AutoloadedModules(
      ImmutableMap<String, VersionRange> always,
      ImmutableMap<String, VersionRange> inherited,
      ImmutableMap<String, VersionRange> defaults,
      ImmutableMap<String, String> options,
      ImmutableMap<String, OptionNames> renamed,
      ImmutableMap<String, OptionNames> skipped) {
    this.always = always;
    this.inherited = inherited;
    this.defaults = defaults;
    this.options = options;
    this.renamed = renamed;
    this.skipped = skipped;
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

  /**
   * {@return the modules that Prosody loads instead of what a configuration enables, by the old
   * names that it may still have}
   *
   * @param version a release or a branch
   */
  public ImmutableMap<String, String> renamed(ProsodyVersion version) {
    return on(renamed, version);
  }

  /**
   * {@return the modules that Prosody skips on a host, each with the module that makes it do so if
   * the configuration enables both}
   *
   * @param version a release or a branch
   */
  public ImmutableMap<String, String> skipped(ProsodyVersion version) {
    return on(skipped, version);
  }

  private static ImmutableMap<String, String> on(
      ImmutableMap<String, OptionNames> modules, ProsodyVersion version) {
    return modules.entrySet().stream()
        .filter(module -> module.getValue().holdsOn(version))
        .collect(toImmutableMap(Map.Entry::getKey, module -> module.getValue().pattern()));
  }

  private static ImmutableSet<String> names(
      ImmutableMap<String, VersionRange> modules, ProsodyVersion version) {
    return modules.keySet().stream()
        .filter(name -> LoaderRules.holdsOn(modules, name, version))
        .collect(toImmutableSet());
  }
}
