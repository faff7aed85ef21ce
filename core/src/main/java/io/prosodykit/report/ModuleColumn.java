package io.prosodykit.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.Rock;
import io.prosodykit.facts.Rocks;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of a {@linkplain ModuleListReport list of modules}. What sources say is that of all of
 * them, or of those that speak for a version.
 *
 * @since 0.1.0
 */
public enum ModuleColumn {
  /** The module's name without {@code mod_}. */
  NAME,
  /** The id of its layer. */
  LAYER,
  /** Its stability. */
  STABILITY,
  /** What it is for. */
  PURPOSE,
  /** The specifications that it implements. */
  SPECIFICATIONS,
  /** Where it is available for the version; without a version, for each branch that has it. */
  PRESENCE,
  /** The kinds of items that it provides. */
  PROVIDES,
  /** The modules that it loads, under a condition or not. */
  LOADS,
  /** The events that it handles. */
  HANDLES,
  /** The events that it fires. */
  FIRES,
  /** The options that it reads. */
  READS,
  /** The features that it announces. */
  ANNOUNCES,
  /** The Lua libraries that it loads. */
  LIBRARIES,
  /** What to install for these libraries, if they are neither Lua's nor Prosody's. */
  NEEDS;

  /** The columns of a list for which no others are chosen. */
  public static final ImmutableList<ModuleColumn> DEFAULT =
      ImmutableList.of(NAME, LAYER, STABILITY, PURPOSE, SPECIFICATIONS);

  /**
   * Reads a column, in any case.
   *
   * @param text for example {@code handles}
   * @return the column
   * @throws IllegalArgumentException for any other text
   */
  public static ModuleColumn parse(String text) {
    return EnumNames.parse("column", ModuleColumn.class, text);
  }

  /** The values of a module in this column, each once. */
  ImmutableList<String> values(
      ModuleEntry entry, Knowledge knowledge, Optional<ProsodyVersion> version) {
    return of(new Cell(entry, knowledge, version)).stream()
        .map(Object::toString)
        .distinct()
        .collect(toImmutableList());
  }

  private List<?> of(Cell cell) {
    return switch (this) {
      case NAME -> List.of(cell.entry().name());
      case LAYER -> List.of(cell.entry().layer().id());
      case STABILITY -> List.of(cell.entry().stability().id());
      case PURPOSE -> List.of(cell.entry().purpose());
      case SPECIFICATIONS -> cell.entry().specifications();
      case PRESENCE -> presence(cell);
      case PROVIDES -> cell.facts(Evidence::provides);
      case LOADS -> cell.facts(Evidence::dependencies, needed -> needed.module());
      case HANDLES -> cell.facts(known -> known.behaviour().events(), event -> event.name());
      case FIRES -> cell.facts(known -> known.behaviour().fires());
      case READS -> cell.facts(Evidence::options, option -> option.name());
      case ANNOUNCES -> cell.facts(known -> known.behaviour().features());
      case LIBRARIES -> cell.facts(Evidence::libraries);
      case NEEDS -> needs(cell);
    };
  }

  private static List<?> presence(Cell cell) {
    Optional<Evidence> known = cell.entry.evidence();
    if (cell.version.isPresent()) {
      ProsodyVersion at = cell.version.get();
      return List.of(known.map(module -> module.presence(at)).orElse(Presence.UNRECORDED));
    }
    return cell.knowledge.branches().stream()
        .flatMap(
            branch ->
                known.stream()
                    .map(module -> module.presence(branch))
                    .filter(Presence::isAvailable)
                    .map(place -> branch + " " + place))
        .toList();
  }

  private static List<String> needs(Cell cell) {
    Rocks rocks = cell.entry.server().rocks();
    return cell.entry.evidence().stream()
        .map(
            known ->
                cell.version
                    .map(at -> rocks.neededBy(known, at, cell.knowledge))
                    .orElseGet(() -> rocks.neededBy(known)))
        .flatMap(List::stream)
        .map(Rock::packages)
        .toList();
  }

  /** Prints the column in lower case. */
  @Override
  public String toString() {
    return EnumNames.written(this);
  }

  private record Cell(ModuleEntry entry, Knowledge knowledge, Optional<ProsodyVersion> version) {
    List<String> facts(Function<Evidence, ImmutableList<Sourced<String>>> facts) {
      return facts(facts, fact -> fact);
    }

    <T> List<String> facts(
        Function<Evidence, ImmutableList<Sourced<T>>> facts, Function<T, String> text) {
      return entry.evidence().stream()
          .flatMap(known -> facts.apply(known).stream())
          .filter(fact -> version.map(at -> knowledge.holds(fact, at)).orElse(true))
          .map(fact -> text.apply(fact.value()))
          .toList();
    }
  }
}
