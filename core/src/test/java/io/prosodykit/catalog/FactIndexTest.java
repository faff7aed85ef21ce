package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.ProvidedName;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what queries find with a scan of all facts. */
final class FactIndexTest {
  private static final List<String> ELSEWHERE =
      List.of("", " ", "…", "nothing", "prosody.", "PRESENCE/BARE", "user-flag-added/", "mod_mod_");

  private static Stream<ModuleCatalog> catalogues() {
    return Stream.of(ModuleCatalog.complete(), ModuleCatalog.reference(), overlaid());
  }

  /**
   * An organisation's modules: one of a new name, one that adds to smacks, one in place of bosh.
   */
  private static ModuleCatalog overlaid() {
    Source house =
        new Source("house", Source.Kind.LOCAL, ProsodyVersion.V13_0, "2026-12", "ours", true);
    List<Source> in = List.of(house);
    Knowledge knowledge =
        Knowledge.builder()
            .version("ours")
            .asOf(LocalDate.of(2026, 12, 1))
            .source(house)
            .add(
                Evidence.builder("our_part")
                    .community(house)
                    .provides("our-kind", in)
                    .item(new ProvidedName("our_item", "our-kind"), in)
                    .library("prosody.util.ours", in)
                    .fires("our/…/event", in)
                    .build())
            .add(Evidence.builder("smacks").dependency(ModuleDependency.on("our_part"), in).build())
            .replace(Evidence.builder("bosh").community(house).build())
            .build();
    ModuleEntry part =
        ModuleEntry.builder("our_part", Layer.STREAM, Stability.BETA, "Ours")
            .addDependency("http")
            .build();
    return ModuleCatalog.complete().overlaidWith(ModuleCatalog.of(List.of(part), knowledge));
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void findsWhatAScanFinds(ModuleCatalog catalog) {
    ModuleQuery all = catalog.query();
    check(catalog, Evidence::provides, kind -> kind, String::equals, all::providing);
    check(
        catalog,
        evidence -> evidence.behaviour().items(),
        item -> item.type() + " " + item.name(),
        String::equals,
        item -> all.providing(item.replaceAll(" .*", ""), item.replaceAll("^[^ ]* ?", "")));
    check(catalog, Evidence::options, option -> option.name(), String::equals, all::reading);
    check(
        catalog,
        Evidence::libraries,
        library -> library,
        (one, other) -> plain(one).equals(plain(other)),
        all::loading);
    check(
        catalog,
        evidence -> evidence.behaviour().events(),
        event -> event.name(),
        String::equals,
        all::handling);
    check(
        catalog,
        evidence -> evidence.behaviour().fires(),
        event -> event,
        FactIndexTest::mayBe,
        all::firing);
  }

  @ParameterizedTest
  @MethodSource("catalogues")
  void findsWhatRequiresAModule(ModuleCatalog catalog) {
    Set<String> names = new TreeSet<>(ELSEWHERE);
    catalog.modules().forEach(entry -> names.add(entry.name()));
    names.addAll(names(catalog, Evidence::dependencies, other -> other.module()));
    for (String name : names) {
      ModuleDependency hard = ModuleDependency.on(name);
      ImmutableList<ModuleEntry> expected =
          scan(
              catalog,
              entry ->
                  entry.dependencies().contains(name)
                      || values(entry, Evidence::dependencies).anyMatch(hard::equals));
      assertThat(catalog.query().requiring("mod_" + name).modules()).as(name).isEqualTo(expected);
    }
  }

  private static <T> void check(
      ModuleCatalog catalog,
      Function<Evidence, ImmutableList<Sourced<T>>> facts,
      Function<T, String> name,
      BiPredicate<String, String> isMeant,
      Function<String, ModuleQuery> query) {
    Set<String> names = names(catalog, facts, name);
    assertThat(names).isNotEmpty();
    names.addAll(ELSEWHERE);
    names.addAll(names.stream().map(known -> known.replace("…", "x/y")).toList());
    for (String wanted : names) {
      ImmutableList<ModuleEntry> expected =
          scan(
              catalog,
              entry ->
                  values(entry, facts).anyMatch(fact -> isMeant.test(name.apply(fact), wanted)));
      assertThat(query.apply(wanted).modules()).as(wanted).isEqualTo(expected);
    }
  }

  private static ImmutableList<ModuleEntry> scan(
      ModuleCatalog catalog, Predicate<ModuleEntry> wanted) {
    return catalog.modules().stream().filter(wanted).collect(ImmutableList.toImmutableList());
  }

  private static <T> Set<String> names(
      ModuleCatalog catalog,
      Function<Evidence, ImmutableList<Sourced<T>>> facts,
      Function<T, String> name) {
    Set<String> names = new TreeSet<>();
    catalog.modules().forEach(entry -> values(entry, facts).map(name).forEach(names::add));
    return names;
  }

  private static <T> Stream<T> values(
      ModuleEntry entry, Function<Evidence, ImmutableList<Sourced<T>>> facts) {
    return entry.evidence().stream()
        .flatMap(evidence -> facts.apply(evidence).stream())
        .map(Sourced::value);
  }

  private static String plain(String library) {
    return library.replaceFirst("^prosody\\.", "");
  }

  /** Whether a name, in which an ellipsis stands for one character or more, may be an event's. */
  private static boolean mayBe(String name, String event) {
    return name.equals(event)
        || Pattern.matches("\\Q" + name.replace("…", "\\E.+\\Q") + "\\E", event);
  }
}
