package io.prosodykit.catalog;

import com.google.common.collect.Streams;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.Sourced;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The layer that a module is assigned to, and who says so.
 *
 * @param layer the layer
 * @param because {@code the guide}, {@code rule:} and the rule, {@code reviewed:} and why the rule
 *     was not followed, or {@code its catalogue}
 * @since 0.1.0
 */
public record LayerAssignment(Layer layer, String because) {

  /**
   * Explains why a module is in its layer.
   *
   * @param entry the module
   * @return its layer and the reason
   */
  public static LayerAssignment of(ModuleEntry entry) {
    Layer layer = entry.layer();
    if (ModuleCatalog.reference().find(entry.name()).filter(m -> m.layer() == layer).isPresent()) {
      return new LayerAssignment(layer, "the guide");
    }
    LayerAssignment override = LayerReader.OVERRIDES.get(entry.name());
    if (override != null && override.layer() == layer) {
      return override;
    }
    LayerRule rule = rule(entry);
    return new LayerAssignment(layer, rule.layer() == layer ? "rule: " + rule : "its catalogue");
  }

  /** The rule for a module, by the evidence. */
  static LayerRule rule(ModuleEntry entry) {
    String module = entry.name();
    return entry
        .evidence()
        .map(
            facts ->
                LayerRule.find(
                    module,
                    names(facts.provides(), item -> item),
                    facts.dependencies().stream()
                        .map(Sourced::value)
                        .filter(needed -> needed.kind() != ModuleDependency.Kind.CONDITIONAL)
                        .map(ModuleDependency::module)
                        .collect(Collectors.toSet())))
        .orElseGet(() -> LayerRule.find(module, Set.of(), Set.of()));
  }

  private static <T> Set<String> names(Iterable<Sourced<T>> facts, Function<T, String> name) {
    return Streams.stream(facts).map(fact -> name.apply(fact.value())).collect(Collectors.toSet());
  }
}
