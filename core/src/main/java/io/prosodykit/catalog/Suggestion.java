package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Succession;
import io.prosodykit.text.ModuleName;
import io.prosodykit.text.NearestNames;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to write instead of an unknown module's name.
 *
 * @param name the name, as it was asked for
 * @param successor the module of the catalogue that replaced it
 * @param knownAs the module of the catalogue that is this one under another name
 * @param nearest the catalogue's most similar names, these two first
 */
record Suggestion(
    String name,
    Optional<String> successor,
    Optional<String> knownAs,
    ImmutableList<String> nearest) {
  static Suggestion of(String name, Set<String> known, Knowledge knowledge) {
    String wanted = ModuleName.withoutPrefix(name);
    Optional<String> successor =
        knowledge
            .evidence(wanted)
            .flatMap(Evidence::succession)
            .map(Succession::module)
            .filter(known::contains);
    Optional<String> knownAs =
        knowledge.evidence(wanted).flatMap(Evidence::knownAs).filter(known::contains);
    ImmutableList<String> nearest =
        Stream.of(successor.stream(), knownAs.stream(), NearestNames.of(wanted, known).stream())
            .flatMap(names -> names)
            .distinct()
            .limit(NearestNames.MOST)
            .collect(ImmutableList.toImmutableList());
    return new Suggestion(name, successor, knownAs, nearest);
  }

  UnknownModuleException unknownModule() {
    return new UnknownModuleException(name, nearest, toString());
  }

  /** The end of a message about an unknown module. */
  @Override
  public String toString() {
    return successor
        .map(module -> ": it was replaced by \"" + module + "\"")
        .or(() -> knownAs.map(module -> ": the community has it as \"" + module + "\""))
        .orElseGet(() -> NearestNames.suggestion("module", nearest));
  }
}
