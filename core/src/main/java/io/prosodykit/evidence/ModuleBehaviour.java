package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How a module takes part in the server that loads it.
 *
 * @param events the events that it handles, sorted by name; of Prosody's and the community's
 *     modules those in the main file, without its {@code .lib.lua}
 * @param fires the events that it fires by names that its source tells, sorted; {@code …} stands
 *     for the rest of a name that goes on with something computed. Of Prosody's modules that is on
 *     record for each release, of the community's for the snapshots that Debian packages
 * @param features the features that it announces, sorted; from the main file
 * @param hints its lines for Prosody's loader, sorted by key
 * @param items the names of the items that it provides, sorted, as far as its source tells them;
 *     since 0.11, from the packages of Debian and from an organisation's own modules; the releases
 *     without a package are assumed to have the names of the nearest one of their branch
 * @param scopes for what it runs, if that is not only the host that loads it; one of each source
 * @since 0.1.0
 */
public record ModuleBehaviour(
    ImmutableList<Sourced<HandledEvent>> events,
    ImmutableList<Sourced<String>> fires,
    ImmutableList<Sourced<String>> features,
    ImmutableList<Sourced<LoaderHint>> hints,
    ImmutableList<Sourced<ProvidedName>> items,
    ImmutableList<Sourced<ModuleScope>> scopes) {
  static final ModuleBehaviour NONE =
      of(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  @JsonCreator
  static ModuleBehaviour of(
      @JsonProperty(value = "events", required = true) List<Sourced<HandledEvent>> events,
      @JsonProperty(value = "fires", required = true) List<Sourced<String>> fires,
      @JsonProperty(value = "features", required = true) List<Sourced<String>> features,
      @JsonProperty(value = "hints", required = true) List<Sourced<LoaderHint>> hints,
      @JsonProperty(value = "items", required = true) List<Sourced<ProvidedName>> items,
      @JsonProperty(value = "scopes", required = true) List<Sourced<ModuleScope>> scopes) {
    return new ModuleBehaviour(
        ImmutableList.copyOf(events),
        ImmutableList.copyOf(fires),
        ImmutableList.copyOf(features),
        ImmutableList.copyOf(hints),
        ImmutableList.copyOf(items),
        ImmutableList.copyOf(scopes));
  }

  ModuleBehaviour carriedOver(String module, Likeness likeness) {
    return new ModuleBehaviour(
        likeness.carry(module, "events", events, HandledEvent::name),
        likeness.carry(module, "fires", fires, event -> event),
        likeness.carry(module, "features", features, feature -> feature),
        likeness.carry(module, "hints", hints, LoaderHint::key),
        likeness.carry(module, "items", items, ProvidedName::name),
        likeness.carry(module, "scopes", scopes, ModuleScope::toString));
  }
}
