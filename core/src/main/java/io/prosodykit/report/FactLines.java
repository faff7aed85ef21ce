package io.prosodykit.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.HandledEvent;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.ModuleScope;
import io.prosodykit.evidence.ModuleTransition;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfigurationRules;
import io.prosodykit.facts.Rock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the sources say about a module, one fact a line, with the sources that say so. */
final class FactLines {
  /** More snapshots than these are not listed one by one. */
  private static final int MANY = 3;

  private static final ImmutableMap<ModuleDependency.Kind, String> HOW_MUCH =
      ImmutableMap.of(
          ModuleDependency.Kind.REQUIRED, "",
          ModuleDependency.Kind.CONDITIONAL, " (under a condition)",
          ModuleDependency.Kind.SOFT, " (if it is there)");

  private FactLines() {}

  static List<String> changes(ModuleEntry entry) {
    return lines(entry, Evidence::changes, ModuleTransition::advice);
  }

  static List<String> dependencies(ModuleEntry entry) {
    if (!entry.dependencies().isEmpty()) {
      return entry.dependencies();
    }
    List<String> needed =
        facts(entry, Evidence::dependencies, other -> other.module() + HOW_MUCH.get(other.kind()));
    return needed.isEmpty() && entry.evidence().isPresent() ? List.of("no other module") : needed;
  }

  /** What to install for its libraries. */
  static List<String> rocks(ModuleEntry entry) {
    return lines(entry, evidence -> entry.server().rocks().neededBy(evidence), Rock::toString);
  }

  static List<String> options(ModuleEntry entry) {
    return facts(
        entry,
        Evidence::options,
        option ->
            option.name()
                + " ("
                + option.type()
                + ")"
                + (option.defaultValue().isEmpty() ? "" : " = " + option.defaultValue()));
  }

  static List<String> requiredOptions(ModuleEntry entry) {
    return entry.server().rules().requiredOptions(entry.name()).stream()
        .map(fact -> "the option " + fact.value() + " [" + where(entry, fact) + "]")
        .toList();
  }

  static List<String> components(ModuleEntry entry) {
    return entry.server().rules().componentsOnly().stream()
        .filter(fact -> fact.value().equals(entry.name()))
        .map(fact -> ConfigurationRules.section(fact.value()) + " [" + where(entry, fact) + "]")
        .toList();
  }

  static List<String> conflicts(ModuleEntry entry) {
    return entry.server().rules().conflicts(entry.name()).stream()
        .map(
            fact ->
                "with "
                    + fact.value().with(entry.name())
                    + ": "
                    + fact.value().reason()
                    + " ["
                    + where(entry, fact)
                    + "]")
        .toList();
  }

  static List<String> provides(ModuleEntry entry) {
    return facts(entry, Evidence::provides, item -> item);
  }

  static List<String> items(ModuleEntry entry) {
    return facts(
        entry, evidence -> evidence.behaviour().items(), item -> item.type() + " " + item.name());
  }

  static List<String> events(ModuleEntry entry) {
    return facts(
        entry,
        evidence -> evidence.behaviour().events(),
        event ->
            event.name() + (event.by().equals(HandledEvent.HOOK) ? "" : " (" + event.by() + ")"));
  }

  static List<String> fires(ModuleEntry entry) {
    return facts(entry, evidence -> evidence.behaviour().fires(), event -> event);
  }

  static List<String> features(ModuleEntry entry) {
    return facts(entry, evidence -> evidence.behaviour().features(), feature -> feature);
  }

  static List<String> hints(ModuleEntry entry) {
    return facts(
        entry,
        evidence -> evidence.behaviour().hints(),
        hint -> hint.key() + ": " + String.join(", ", hint.values()));
  }

  static List<String> scopes(ModuleEntry entry) {
    return facts(entry, evidence -> evidence.behaviour().scopes(), ModuleScope::toString);
  }

  static List<String> specifications(ModuleEntry entry) {
    return facts(entry, Evidence::specifications, Object::toString);
  }

  private static <T> List<String> facts(
      ModuleEntry entry,
      Function<Evidence, ImmutableList<Sourced<T>>> facts,
      Function<T, String> text) {
    return lines(entry, facts, fact -> text.apply(fact.value()) + " [" + where(entry, fact) + "]");
  }

  /** Since when and until when, and the snapshots that say so: the first and the last of many. */
  private static String where(ModuleEntry entry, Sourced<?> fact) {
    List<String> parts = new ArrayList<>();
    entry.server().knowledge().spans(fact).forEach(span -> parts.add(span.toString()));
    List<String> snapshots =
        fact.sources().stream()
            .filter(source -> source.kind() != Source.Kind.RELEASE)
            .map(Source::id)
            .toList();
    if (snapshots.size() > MANY) {
      parts.add(
          snapshots.get(0)
              + " to "
              + Iterables.getLast(snapshots)
              + ", "
              + snapshots.size()
              + " snapshots");
    } else if (!snapshots.isEmpty()) {
      parts.add(String.join(", ", snapshots));
    }
    return String.join("; ", parts);
  }

  private static <T> List<String> lines(
      ModuleEntry entry, Function<Evidence, ImmutableList<T>> values, Function<T, String> text) {
    return entry.evidence().stream()
        .flatMap(evidence -> values.apply(evidence).stream())
        .map(text)
        .toList();
  }
}
