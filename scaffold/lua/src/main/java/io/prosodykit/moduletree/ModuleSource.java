package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import io.prosodykit.catalog.LayerRule;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.ModuleEntryBuilder;
import io.prosodykit.catalog.Stability;
import io.prosodykit.evidence.HandledEvent;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.ModuleScope;
import io.prosodykit.evidence.ProvidedName;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.module.DependencyUse;
import io.prosodykit.module.FrontMatter;
import io.prosodykit.module.LibraryUse;
import io.prosodykit.module.LuaValue;
import io.prosodykit.module.ModuleFacts;
import io.prosodykit.module.XepMention;
import io.prosodykit.specification.XepRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A module whose files were read: what they say about it. The linter and the packages need more of
 * the files than that, and begin with {@link ModuleFiles}.
 *
 * @param files its files
 * @param facts what each of its Lua files says, by path; without those that cannot be read
 * @param readme what the front matter of its README says
 * @since 0.1.0
 */
public record ModuleSource(
    ModuleFiles files, ImmutableSortedMap<Path, ModuleFacts> facts, FrontMatter readme) {
  private static final String STAGE = "stage-";
  private static final int LAST_XEP = 9999;

  /** Takes what was read of a module, and adds what is wrong in its files. */
  static ModuleSource of(ModuleFiles files, ParallelFileReader read, List<SourceProblem> problems)
      throws IOException {
    Map<Path, ModuleFacts> facts = new TreeMap<>();
    for (Path file : Iterables.concat(ImmutableList.of(files.main()), files.parts())) {
      ParallelFileReader.Read<ModuleFacts> code = read.code(file);
      problems.addAll(code.problems());
      if (code.told() != null) {
        facts.put(file, code.told());
      }
    }
    FrontMatter frontMatter = FrontMatter.NONE;
    if (files.readme().isPresent()) {
      ParallelFileReader.Read<FrontMatter> readme = read.readme(files.readme().get());
      problems.addAll(readme.problems());
      frontMatter = readme.told() == null ? FrontMatter.NONE : readme.told();
    }
    return new ModuleSource(files, ImmutableSortedMap.copyOf(facts), frontMatter);
  }

  /** {@return the module's name without {@code mod_}} */
  public String name() {
    return files.name();
  }

  /**
   * {@return the modules that it loads, sorted by name; a module that is needed in several places
   * has the strongest kind of them; its own name, which only its command for {@code prosodyctl} can
   * load, is not included}
   */
  public ImmutableList<ModuleDependency> dependencies() {
    TreeMap<String, ModuleDependency.Kind> kinds = new TreeMap<>();
    all(ModuleFacts::dependencies)
        .forEach(
            needed ->
                needed
                    .name()
                    .text()
                    .filter(module -> !module.equals(name()))
                    .ifPresent(
                        module -> kinds.merge(module, kind(needed), ModuleDependency.Kind::and)));
    return kinds.entrySet().stream()
        .map(needed -> new ModuleDependency(needed.getKey(), needed.getValue()))
        .collect(ImmutableList.toImmutableList());
  }

  private static ModuleDependency.Kind kind(DependencyUse use) {
    if (use.soft()) {
      return ModuleDependency.Kind.SOFT;
    }
    return use.conditional() ? ModuleDependency.Kind.CONDITIONAL : ModuleDependency.Kind.REQUIRED;
  }

  /**
   * {@return the options that it reads, sorted by name and type; if there are several defaults, the
   * first literal in the source}
   */
  public ImmutableList<ModuleOption> options() {
    TreeMap<String, ModuleOption> options = new TreeMap<>();
    all(ModuleFacts::options)
        .forEach(
            use ->
                use.name()
                    .text()
                    .ifPresent(
                        option -> {
                          String type = use.type().isEmpty() ? "any" : use.type();
                          ModuleOption read =
                              new ModuleOption(option, type, LuaLiteral.of(use.fallback()));
                          options.merge(
                              option + "\n" + type,
                              read,
                              (one, other) -> one.defaultValue().isEmpty() ? other : one);
                        }));
    return ImmutableList.copyOf(options.values());
  }

  /**
   * {@return the kinds of items that it provides to the server, for example {@code http}, sorted}
   */
  public ImmutableSet<String> provides() {
    return sorted(all(ModuleFacts::provided).flatMap(item -> item.type().text().stream()));
  }

  /**
   * {@return the names of the items that it provides, sorted; without those whose names its source
   * does not tell}
   */
  public ImmutableSet<ProvidedName> items() {
    return all(ModuleFacts::provided)
        .flatMap(item -> item.type().text().flatMap(type -> named(item.name(), type)).stream())
        .sorted(Comparator.comparing(ProvidedName::type).thenComparing(ProvidedName::name))
        .collect(ImmutableSet.toImmutableSet());
  }

  private Optional<ProvidedName> named(LuaValue itemName, String type) {
    return (itemName instanceof LuaValue.Nil
            ? Optional.of(ProvidedName.byDefault(name(), type))
            : itemName.text())
        .map(text -> new ProvidedName(text, type));
  }

  /**
   * {@return the names of the Lua libraries that it loads, including optional ones but not its own
   * files, sorted}
   */
  public ImmutableSet<String> libraries() {
    return sorted(
        all(ModuleFacts::libraries)
            .filter(use -> use.kind() != LibraryUse.Kind.OWN)
            .flatMap(use -> use.name().text().stream()));
  }

  /**
   * {@return the events that it handles, sorted; {@code …} stands for a part of a name that its
   * source does not tell, and an event of which it tells nothing is omitted}
   */
  public ImmutableSet<HandledEvent> events() {
    return all(ModuleFacts::hooks)
        .flatMap(
            hook ->
                name(hook.event()).map(name -> new HandledEvent(name, hook.function())).stream())
        .sorted(Comparator.comparing(HandledEvent::name).thenComparing(HandledEvent::by))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return the events that it fires, sorted, with {@code …} as in {@link #events()}} */
  public ImmutableSet<String> fires() {
    return sorted(all(ModuleFacts::fired).flatMap(event -> name(event).stream()));
  }

  /** {@return the features that it announces, sorted, with {@code …} as in {@link #events()}} */
  public ImmutableSet<String> features() {
    return sorted(all(ModuleFacts::features).flatMap(feature -> name(feature).stream()));
  }

  private static Optional<String> name(LuaValue value) {
    return value instanceof LuaValue.Template template
        ? Optional.of(template.pattern())
        : value.text();
  }

  /** {@return the lines for Prosody's loader in its main file, sorted by key} */
  public ImmutableSet<LoaderHint> hints() {
    return Stream.ofNullable(facts.get(files.main()))
        .flatMap(told -> told.hints().stream())
        .map(hint -> new LoaderHint(hint.key(), hint.values()))
        .sorted(Comparator.comparing(LoaderHint::key))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return for what it runs, if that is not only the host that loads it} */
  public Optional<ModuleScope> scope() {
    if (facts.values().stream().anyMatch(ModuleFacts::shared)) {
      return Optional.of(ModuleScope.SHARED);
    }
    return facts.values().stream().anyMatch(ModuleFacts::isGlobal)
        ? Optional.of(ModuleScope.GLOBAL)
        : Optional.empty();
  }

  /** {@return the XEPs that the comment at the beginning of its main file names, sorted} */
  public ImmutableSet<XepRef> specifications() {
    return Stream.ofNullable(facts.get(files.main()))
        .flatMap(told -> told.xeps().stream())
        .map(XepMention::number)
        .filter(number -> number >= 1 && number <= LAST_XEP)
        .sorted()
        .map(XepRef::of)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Makes an entry for a catalogue. The layer follows from a {@link LayerRule}, the stability from
   * the label {@code Stage-Stable} or {@code Stage-Beta} and is {@link Stability#ALPHA} without
   * these, the purpose is the README's summary.
   *
   * @return the entry; a dependency whose name is not a module name is omitted
   */
  public ModuleEntry entry() {
    ImmutableList<ModuleDependency> needed = dependencies();
    LayerRule rule =
        LayerRule.find(
            name(),
            provides(),
            sorted(
                needed.stream()
                    .filter(other -> other.kind() != ModuleDependency.Kind.CONDITIONAL)
                    .map(ModuleDependency::module)));
    ModuleEntryBuilder entry =
        ModuleEntry.builder(
            name(),
            rule.layer(),
            stability(),
            readme.summary().orElse("Prosody module mod_" + name()));
    specifications().forEach(entry::addSpecification);
    needed.stream()
        .filter(dependency -> dependency.kind() == ModuleDependency.Kind.REQUIRED)
        .map(ModuleDependency::module)
        .filter(ModuleEntry::isName)
        .forEach(entry::addDependency);
    return entry.build();
  }

  /** {@return what its label {@code Stage-…} says, in lower case; empty if it has none} */
  public Optional<String> stage() {
    return readme.labels().stream()
        .map(label -> label.toLowerCase(Locale.ROOT))
        .filter(label -> label.startsWith(STAGE) && label.length() > STAGE.length())
        .map(label -> label.substring(STAGE.length()))
        .findFirst();
  }

  private Stability stability() {
    return switch (stage().orElse("")) {
      case "stable" -> Stability.STABLE;
      case "beta" -> Stability.BETA;
      default -> Stability.ALPHA;
    };
  }

  private <T> Stream<T> all(Function<ModuleFacts, ImmutableList<T>> told) {
    return facts.values().stream().flatMap(each -> told.apply(each).stream());
  }

  private static ImmutableSet<String> sorted(Stream<String> names) {
    return names.sorted().collect(ImmutableSet.toImmutableSet());
  }
}
