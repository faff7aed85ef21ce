package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.facts.ServerFacts;

/** Hooks for all known events, for tests in other packages. */
public final class EventHooks {
  private EventHooks() {}

  /** Returns hooks for each event, on the host and on the server. */
  public static ImmutableList<HookSpec> all() {
    ImmutableList.Builder<HookSpec> hooks = ImmutableList.builder();
    for (String event : ServerFacts.reference().events().names()) {
      hooks.add(HookSpec.of(event).withPriority(1000), HookSpec.of(event).onServer());
    }
    return hooks.build();
  }
}
