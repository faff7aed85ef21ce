package io.prosodykit.facts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;

/**
 * What is known about the options of Prosody's configuration, besides those that {@linkplain
 * Evidence#options() a module reads}.
 *
 * @since 0.1.0
 */
public final class ConfigurationOptions {
  private final ImmutableMap<String, OptionNames> core;
  private final ImmutableList<OptionNames> globalOnly;
  private final ImmutableList<OptionNames> computed;
  private final ImmutableList<ComposedOption> composed;
  private final ImmutableMap<String, ObsoleteOption> obsolete;
  private final ImmutableMap<String, Sourced<String>> shared;
  private final ImmutableList<Sourced<ModulePrefix>> modulePrefixes;

  ConfigurationOptions(
      ImmutableMap<String, OptionNames> core,
      ImmutableList<OptionNames> globalOnly,
      ImmutableList<OptionNames> computed,
      List<ComposedOption> composed,
      ImmutableMap<String, ObsoleteOption> obsolete,
      ImmutableMap<String, Sourced<String>> shared,
      ImmutableList<Sourced<ModulePrefix>> modulePrefixes) {
    this.core = core;
    this.globalOnly = globalOnly;
    this.computed = computed;
    this.composed = ImmutableList.copyOf(composed);
    this.obsolete = obsolete;
    this.shared = shared;
    this.modulePrefixes = modulePrefixes;
  }

  ConfigurationOptions with(ServerLayer layer) {
    return new ConfigurationOptions(
        ServerLayer.sorted(core.values(), layer.coreOptions(), OptionNames::pattern),
        globalOnly,
        computed,
        composed,
        ServerLayer.sorted(obsolete.values(), layer.obsoleteOptions(), ObsoleteOption::name),
        shared,
        modulePrefixes);
  }

  /**
   * {@return the options that Prosody reads outside its modules, for example {@code log}, sorted by
   * name} Their versions are those, from 0.11 on, that read them.
   */
  public ImmutableList<OptionNames> core() {
    return core.values().asList();
  }

  /**
   * {@return whether Prosody reads an option outside its modules}
   *
   * @param name for example {@code ssl}
   * @param version a release, or a branch, of which one release is enough; nothing is recorded
   *     about versions before 0.11
   */
  public boolean isCore(String name, ProsodyVersion version) {
    OptionNames found = core.get(name);
    return found != null && found.holdsOn(version);
  }

  /**
   * {@return the options, of Prosody itself and of its modules, that apply to the whole server, so
   * that they have no effect below a {@code VirtualHost} or {@code Component}, sorted} Their
   * versions are those, from 0.11.9 on, whose {@code prosodyctl check config} reports them there.
   */
  public ImmutableList<OptionNames> globalOnly() {
    return globalOnly;
  }

  /**
   * {@return whether an option applies to the whole server, so that it has no effect below a {@code
   * VirtualHost} or {@code Component}}
   *
   * @param name for example {@code c2s_ports}
   * @param version a release, or a branch, of which one release is enough; nothing is recorded
   *     about versions before 0.11.9
   */
  public boolean isGlobalOnly(String name, ProsodyVersion version) {
    return globalOnly.stream().anyMatch(option -> option.matches(name) && option.holdsOn(version));
  }

  /**
   * {@return the options whose names Prosody puts together, for example {@code *_ports} of the name
   * of a service, sorted} Their versions are those, from 0.11 on, that read them.
   */
  public ImmutableList<OptionNames> computed() {
    return computed;
  }

  /**
   * {@return the patterns of {@link #computed()} that an option matches}
   *
   * @param name for example {@code http_file_share_size_limit}
   * @param version a release, or a branch, of which one release is enough; nothing is recorded
   *     about versions before 0.11
   */
  public ImmutableList<OptionNames> computed(String name, ProsodyVersion version) {
    return computed.stream()
        .filter(option -> option.matches(name) && option.holdsOn(version))
        .collect(toImmutableList());
  }

  /**
   * {@return the options of which modules put the names together from their own, sorted by name} An
   * option has a row for each of its types.
   */
  public ImmutableList<ComposedOption> composed() {
    return composed;
  }

  /**
   * {@return the options of which a module puts the names together from its own}
   *
   * @param module the module, without {@code mod_}
   * @param version a release, or a branch, of which one release is enough
   */
  public ImmutableList<ModuleOption> composed(String module, ProsodyVersion version) {
    return composed.stream()
        .filter(row -> row.module().equals(module) && OptionNames.reaches(row.versions(), version))
        .map(ComposedOption::option)
        .collect(toImmutableList());
  }

  /** {@return the options that Prosody dropped or renamed, up to 13.0, sorted by name} */
  public ImmutableList<ObsoleteOption> obsolete() {
    return obsolete.values().asList();
  }

  /**
   * Finds an option that Prosody dropped or renamed.
   *
   * @param name for example {@code legacy_ssl_ports}
   * @return empty for every other option, known or not
   */
  public Optional<ObsoleteOption> findObsolete(String name) {
    return Optional.ofNullable(obsolete.get(name));
  }

  /**
   * {@return the names of the options that several of Prosody's modules read, besides those of
   * {@link #core()}, sorted} The sources are the releases whose modules read them.
   */
  public ImmutableList<Sourced<String>> shared() {
    return shared.values().asList();
  }

  /**
   * {@return whether an option belongs to no single module: Prosody reads it outside its modules,
   * or several of its modules do}
   *
   * @param name for example {@code admins}
   */
  public boolean isShared(String name) {
    return core.containsKey(name) || shared.containsKey(name);
  }

  /**
   * {@return the prefixes of module names that state the kind of a module, for example {@code
   * auth_}} The names of its options omit them: {@code auth_ldap} reads {@code ldap_server}. The
   * sources contain modules with such names.
   */
  public ImmutableList<Sourced<ModulePrefix>> modulePrefixes() {
    return modulePrefixes;
  }
}
