package io.prosodykit.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;

/**
 * The modules that a release loads on a host: because of its configuration, by default, and because
 * other modules need them.
 *
 * @param host the name of the host
 * @param modules the modules: that of a component first, which the release loads first, and the
 *     others by name. Those of {@code storage} are loaded when a module opens such a store
 * @param skipped the modules that the configuration enables and that the release does not load,
 *     because it loads another one that does the same, or because one that they need is disabled;
 *     their reasons name it
 * @since 0.1.0
 */
public record HostModules(
    String host, ImmutableList<LoadedModule> modules, ImmutableList<LoadedModule> skipped) {
  /** {@return the names of the modules that are loaded} */
  public ImmutableSet<String> names() {
    return modules.stream().map(LoadedModule::name).collect(ImmutableSet.toImmutableSet());
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "host",
        host,
        "modules",
        Lists.transform(modules, LoadedModule::document),
        "skipped",
        Lists.transform(skipped, LoadedModule::document));
  }
}
