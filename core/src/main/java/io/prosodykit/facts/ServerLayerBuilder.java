package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a {@link ServerLayer}. Of facts that were added twice, those that name sources have the
 * sources of both; otherwise the later one counts.
 *
 * @since 0.1.0
 */
public final class ServerLayerBuilder {
  private final List<Sourced<RequiredOption>> requiredOptions = new ArrayList<>();
  private final List<Sourced<String>> componentsOnly = new ArrayList<>();
  private final List<Sourced<ModuleConflict>> conflicts = new ArrayList<>();
  private final List<OptionNames> coreOptions = new ArrayList<>();
  private final List<ObsoleteOption> obsoleteOptions = new ArrayList<>();
  private final List<Rock> rocks = new ArrayList<>();
  private final List<ServerEvent> events = new ArrayList<>();
  private final List<FiredEvent> fired = new ArrayList<>();
  private final List<LoadedLibrary> libraries = new ArrayList<>();

  ServerLayerBuilder() {}

  /**
   * {@return this builder with options that a module does not work without}
   *
   * @param needed what it needs
   * @param sources who says so, at least one
   */
  public ServerLayerBuilder requiredOption(RequiredOption needed, List<Source> sources) {
    return add(requiredOptions, needed, sources);
  }

  /**
   * {@return this builder with the module of a component that does not work on a virtual host}
   *
   * @param module its name without {@code mod_}
   * @param sources who says so, at least one
   */
  public ServerLayerBuilder componentOnly(String module, List<Source> sources) {
    return add(componentsOnly, module, sources);
  }

  /**
   * {@return this builder with two modules that do not work on the same host}
   *
   * @param pair the modules
   * @param sources who says so, at least one
   */
  public ServerLayerBuilder conflict(ModuleConflict pair, List<Source> sources) {
    return add(conflicts, pair, sources);
  }

  /**
   * {@return this builder with an option that Prosody reads outside its modules}
   *
   * @param option the option, and the versions that read it
   */
  public ServerLayerBuilder coreOption(OptionNames option) {
    coreOptions.add(option);
    return this;
  }

  /**
   * {@return this builder with an option that Prosody dropped or renamed}
   *
   * @param option the option
   */
  public ServerLayerBuilder obsoleteOption(ObsoleteOption option) {
    obsoleteOptions.add(option);
    return this;
  }

  /**
   * {@return this builder with what installs a library}
   *
   * @param rock the library and its packages
   */
  public ServerLayerBuilder rock(Rock rock) {
    rocks.add(rock);
    return this;
  }

  /**
   * {@return this builder with what an event passes to its handlers}
   *
   * @param event the event
   */
  public ServerLayerBuilder event(ServerEvent event) {
    events.add(event);
    return this;
  }

  /**
   * {@return this builder with an event that a part of Prosody other than a module fires}
   *
   * @param event the event, the part, and the versions in which it does
   */
  public ServerLayerBuilder fires(FiredEvent event) {
    fired.add(event);
    return this;
  }

  /**
   * {@return this builder with what further releases have in a library}
   *
   * @param library the library
   */
  public ServerLayerBuilder library(LoadedLibrary library) {
    libraries.add(library);
    return this;
  }

  private <T> ServerLayerBuilder add(List<Sourced<T>> facts, T fact, List<Source> sources) {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a fact needs at least one source: " + fact);
    }
    facts.add(new Sourced<>(fact, Source.joined(sources, List.of())));
    return this;
  }

  /** {@return what was added} */
  public ServerLayer build() {
    return new ServerLayer(
            ImmutableList.copyOf(requiredOptions),
            ImmutableList.copyOf(componentsOnly),
            ImmutableList.copyOf(conflicts),
            ImmutableList.copyOf(coreOptions),
            ImmutableList.copyOf(obsoleteOptions),
            ImmutableList.copyOf(rocks),
            ImmutableList.copyOf(events),
            ImmutableList.copyOf(fired),
            ImmutableList.copyOf(libraries))
        .plus(ServerLayer.NONE);
  }
}
