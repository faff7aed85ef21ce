package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import io.prosodykit.specification.SpecRef;
import java.util.List;

/** What sources say that a module's code does. */
record EvidenceFacts(
    ImmutableList<Sourced<ModuleDependency>> dependencies,
    ImmutableList<Sourced<ModuleOption>> options,
    ImmutableList<Sourced<String>> provides,
    ImmutableList<Sourced<SpecRef>> specifications,
    ImmutableList<Sourced<String>> libraries) {
  static final EvidenceFacts NONE = of(List.of(), List.of(), List.of(), List.of(), List.of());

  static EvidenceFacts of(
      List<Sourced<ModuleDependency>> dependencies,
      List<Sourced<ModuleOption>> options,
      List<Sourced<String>> provides,
      List<Sourced<SpecRef>> specifications,
      List<Sourced<String>> libraries) {
    return new EvidenceFacts(
        ImmutableList.copyOf(dependencies),
        ImmutableList.copyOf(options),
        ImmutableList.copyOf(provides),
        ImmutableList.copyOf(specifications),
        ImmutableList.copyOf(libraries));
  }
}
