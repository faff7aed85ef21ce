package io.prosodykit.facts;

import com.google.common.base.Suppliers;
import io.prosodykit.evidence.Knowledge;
import java.util.function.Supplier;

/**
 * The facts that come with this library and a layer on top. Each part is made when it is needed.
 */
final class OverlaidFacts {
  private final Supplier<ConfigurationOptions> options;
  private final Supplier<ServerLibraries> libraries;
  private final Supplier<ConfigurationRules> rules;
  private final Supplier<ServerEvents> events;
  private final Supplier<Rocks> rocks;

  OverlaidFacts(ServerLayer layer, Knowledge knowledge) {
    ServerFacts builtIn = ServerFacts.reference();
    options = Suppliers.memoize(() -> builtIn.options().with(layer));
    libraries = Suppliers.memoize(() -> builtIn.libraries().with(layer, knowledge));
    rules = Suppliers.memoize(() -> builtIn.rules().with(layer, knowledge));
    events = Suppliers.memoize(() -> builtIn.events().with(layer));
    rocks = Suppliers.memoize(() -> builtIn.rocks().with(layer));
  }

  ConfigurationOptions options() {
    return options.get();
  }

  ServerLibraries libraries() {
    return libraries.get();
  }

  ConfigurationRules rules() {
    return rules.get();
  }

  ServerEvents events() {
    return events.get();
  }

  Rocks rocks() {
    return rocks.get();
  }
}
