package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.ModuleName;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a {@link ModuleEntry}.
 *
 * @since 0.1.0
 */
public final class ModuleEntryBuilder {
  private final String name;
  private final Set<SpecRef> specifications = new LinkedHashSet<>();
  private final Set<String> dependencies = new LinkedHashSet<>();
  private Layer layer;
  private Stability stability;
  private String purpose;

  ModuleEntryBuilder(String name, Layer layer, Stability stability, String purpose) {
    refuse(ModuleName.problem(name));
    this.name = name;
    this.layer = Objects.requireNonNull(layer, "layer");
    this.stability = Objects.requireNonNull(stability, "stability");
    this.purpose = checked(purpose);
  }

  private static void refuse(Optional<String> problem) {
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
  }

  private static String checked(String purpose) {
    refuse(ModuleEntry.problemWithPurpose(purpose));
    return purpose;
  }

  /**
   * Replaces the layer.
   *
   * @param newLayer the layer
   * @return this builder
   */
  public ModuleEntryBuilder layer(Layer newLayer) {
    this.layer = Objects.requireNonNull(newLayer, "layer");
    return this;
  }

  /**
   * Replaces the stability.
   *
   * @param newStability the stability
   * @return this builder
   */
  public ModuleEntryBuilder stability(Stability newStability) {
    this.stability = Objects.requireNonNull(newStability, "stability");
    return this;
  }

  /**
   * Replaces the purpose.
   *
   * @param newPurpose a few words
   * @return this builder
   * @throws IllegalArgumentException if it is blank, longer than {@link ModuleEntry#MAX_PURPOSE} or
   *     not Unicode
   */
  public ModuleEntryBuilder purpose(String newPurpose) {
    this.purpose = checked(newPurpose);
    return this;
  }

  /**
   * Adds a specification, once.
   *
   * @param specification what the module implements
   * @return this builder
   */
  public ModuleEntryBuilder addSpecification(SpecRef specification) {
    specifications.add(Objects.requireNonNull(specification, "specification"));
    return this;
  }

  /**
   * Adds a module that this one loads, once.
   *
   * @param module its name without {@code mod_}
   * @return this builder
   * @throws IllegalArgumentException if that is not a module name
   */
  public ModuleEntryBuilder addDependency(String module) {
    refuse(ModuleName.problem(module));
    dependencies.add(module);
    return this;
  }

  /**
   * Makes the entry.
   *
   * @return the entry
   */
  public ModuleEntry build() {
    return new ModuleEntry(
        name,
        layer,
        stability,
        purpose,
        ImmutableList.copyOf(specifications),
        ImmutableList.copyOf(dependencies),
        ServerFacts.reference());
  }
}
