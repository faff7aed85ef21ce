package io.prosodykit.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.SetMultimap;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ModuleApi;
import io.prosodykit.facts.ModuleApi.HookFunction.Takes;
import io.prosodykit.facts.ModulePrefix;
import io.prosodykit.facts.Rock;
import io.prosodykit.facts.ServerEvent;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.module.LibraryUse;
import io.prosodykit.module.LuaValue;
import io.prosodykit.module.ModuleFacts;
import io.prosodykit.moduletree.ModuleSource;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares what is known about the server with the packages that the facts name as their sources.
 */
@Tag("external")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServerFactsTest {
  private static final ServerFacts FACTS = ServerFacts.reference();

  /** The branch by the id of its source. */
  private static final ImmutableMap<String, String> PACKAGES =
      ImmutableMap.of("0.11.9", "0.11", "0.12.3", "0.12", "13.0.1", "13.0");

  /** Prosody's Lua, by the id of the source. */
  private final Map<String, String> lua = new HashMap<>();

  @BeforeAll
  void readPackages() throws IOException {
    for (Map.Entry<String, String> release : PACKAGES.entrySet()) {
      Path root = ProsodyReleases.folder(release.getValue()).resolve("root/usr");
      lua.put(release.getKey(), text(root.resolve("lib/prosody"), file -> isServers(file)));
    }
  }

  private static boolean isServers(Path file) {
    return file.toString().endsWith(".lua") && !file.toString().contains("prosodyctl");
  }

  private static String text(Path root, Predicate<Path> wanted) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  /** Whether a text of a source holds a pattern; assertions on the texts would print megabytes. */
  private static boolean has(Map<String, String> texts, Source source, String pattern) {
    return Pattern.compile(pattern).matcher(texts.getOrDefault(source.id(), "")).find();
  }

  @Test
  void theServerReadsSharedOptions() {
    for (Sourced<String> option : FACTS.options().shared()) {
      for (Source source : packages(option)) {
        assertThat(has(lua, source, "[\"'.]" + option.value() + "\\b"))
            .as("%s reads %s", source, option.value())
            .isTrue();
      }
    }
  }

  /** Its sources that are here. */
  private static Iterable<Source> packages(Sourced<?> fact) {
    return fact.sources().stream().filter(source -> PACKAGES.containsKey(source.id())).toList();
  }

  @Test
  void theServerNamesItsEvents() {
    String all = String.join("", lua.values());
    for (ServerEvent event : FACTS.events().all()) {
      String name = event.name().replace("...", "");
      // presence and messages to oneself are fired as one: stanza.name .. "/self"
      String end = name.replaceFirst("^(message|presence)/self$", "/self");
      assertThat(all.contains('"' + end)).as("Prosody fires %s", event).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12", "13.0", ProsodyReleases.NEWEST})
  void theServersLibrariesFireTheEvents(String server) throws IOException {
    Path release = ProsodyReleases.folder(server);
    Path usr = release.resolve("root/usr");
    Set<String> found = new TreeSet<>();
    addFired(usr.resolve("bin/prosody"), "prosody", found);
    Path root = usr.resolve("lib/prosody");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".lua")).toList()) {
        String library = root.relativize(file).toString().replace(File.separatorChar, '.');
        if (!library.startsWith("modules.")) {
          addFired(file, library.substring(0, library.length() - ".lua".length()), found);
        }
      }
    }

    ProsodyVersion version =
        ProsodyVersion.parse(Files.readString(release.resolve("VERSION")).strip());
    assertThat(
            FACTS.events().fired().stream()
                .filter(event -> event.holdsOn(version))
                .map(event -> event.name() + " by " + event.by()))
        .containsExactlyInAnyOrderElementsOf(found);
  }

  private static void addFired(Path file, String library, Set<String> found) throws IOException {
    for (LuaValue event : ModuleFacts.read(file).fired()) {
      if (event instanceof LuaValue.Template name) {
        found.add(name.pattern() + " by " + library);
      }
      event.text().ifPresent(name -> found.add(name + " by " + library));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12", "13.0", ProsodyReleases.NEWEST})
  void theServersLibrariesNeedTheRocks(String server) throws IOException {
    Path root = ProsodyReleases.folder(server).resolve("root/usr/lib/prosody");
    for (Map.Entry<String, ? extends Iterable<String>> needing :
        FACTS.rocks().through().entrySet()) {
      Path file = root.resolve(needing.getKey().replace('.', '/') + ".lua");
      // util.sasl_cyrus is part of a module since 0.12, net.unbound is younger than 0.11
      if (Files.exists(file)) {
        assertThat(ModuleFacts.read(file).libraries())
            .as("%s of %s", needing.getKey(), server)
            .flatExtracting(
                use -> FACTS.rocks().find(use.name().text().orElse("")).stream().toList())
            .filteredOn(rock -> rock.comesWith().isEmpty())
            .extracting(Rock::library)
            .containsExactlyInAnyOrderElementsOf(needing.getValue());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12", "13.0", ProsodyReleases.NEWEST})
  void modulesRunWithoutTheRocksThatAreOptional(String server) throws IOException {
    for (ModuleSource module :
        ModuleTree.read(ProsodyReleases.folder(server).resolve("modules")).modules()) {
      SetMultimap<Rock, LibraryUse.Kind> kinds = HashMultimap.create();
      for (ModuleFacts facts : module.facts().values()) {
        for (LibraryUse use : facts.libraries()) {
          FACTS
              .rocks()
              .find(use.name().text().orElse(""))
              .filter(rock -> rock.comesWith().isEmpty())
              .ifPresent(rock -> kinds.put(rock, use.kind()));
        }
      }
      kinds
          .asMap()
          .forEach(
              (rock, how) ->
                  assertThat(rock.optionalFor().contains(module.name()))
                      .as("%s runs without %s", module.name(), rock)
                      .isEqualTo(!how.contains(LibraryUse.Kind.REQUIRED)));
    }
  }

  @Test
  void optionsLoadModulesWithPrefixes() {
    for (Sourced<ModulePrefix> fact : FACTS.options().modulePrefixes()) {
      String prefix = fact.value().prefix();
      for (Source source : packages(fact)) {
        assertThat(has(lua, source, "modulemanager\\.load\\(host, \"" + prefix + "\"\\.\\."))
            .as("%s loads %s by options", source, prefix)
            .isEqualTo(fact.value().isLoadedByOption());
      }
    }
  }

  @Test
  void theServerHasTheHooks() {
    FACTS
        .moduleApi()
        .hooks()
        .forEach(
            (name, fact) -> {
              String before = "[a-z_]+, ".repeat(fact.value().argument() - 1);
              String argument = fact.value().takes() == Takes.TAG ? "xmlns, name" : "event";
              // an alias has the parameters of what it stands for
              String definition = "api[.:]" + name + "(\\(" + before + argument + "\\b| = api\\.)";
              for (Source source : packages(fact)) {
                assertThat(has(lua, source, definition)).as("%s has %s", source, name).isTrue();
              }
            });
  }

  @Test
  void theServerSaysWhatItDeprecates() {
    ModuleApi api = FACTS.moduleApi();
    assertSaid(api.deprecated().functions(), "once", "uses deprecated module:once");
    assertSaid(
        api.deprecated().libraryFunctions(),
        "core.usermanager.is_admin",
        "legacy is_admin\\(\\) API");
    for (Sourced<String> function : api.hostFunctions()) {
      String name = function.value();
      assertSaid(
          ImmutableMap.of(name, function),
          name,
          "function api:" + name + "\\([^)]*\\)\\s+if self\\.host == \"\\*\" then return nil");
    }
    assertSaid(api.newCallbacks(), "ready", "module\\.ready\\b");
  }

  /** Asserts that the packages that have a pattern are the sources of a fact. */
  private <T> void assertSaid(ImmutableMap<String, Sourced<T>> facts, String name, String pattern) {
    Sourced<T> fact = Objects.requireNonNull(facts.get(name));
    for (String version : PACKAGES.keySet()) {
      Source source = Source.parse(version);
      assertThat(has(lua, source, pattern))
          .as("%s in %s", name, source)
          .isEqualTo(fact.sources().contains(source));
    }
  }

  @Test
  void theServerIgnoresArguments() {
    FACTS
        .moduleApi()
        .ignoredArguments()
        .forEach(
            (name, fact) -> {
              for (Source source : packages(fact)) {
                String one = "(\\w+|\\.\\.\\.)";
                String all = one + (", " + one).repeat(fact.value() - 1);
                assertThat(has(lua, source, "function api:" + name + "\\(" + all + "\\)"))
                    .as("module:%s of %s has no more parameters", name, source)
                    .isTrue();
              }
            });
  }

  @Test
  void theServerSetsTheFieldsThatTellReleasesApart() {
    for (Sourced<String> field : FACTS.moduleApi().releaseFields()) {
      String name = field.value();
      assertSaid(ImmutableMap.of(name, field), name, Pattern.quote(name) + " = ");
    }
  }

  @Test
  void theServerHasTheExtrasOfItsApi() {
    for (Sourced<String> fact : FACTS.moduleApi().extras()) {
      String function = fact.value();
      for (Source source : packages(fact)) {
        String definition =
            function.equals("log") ? "log = function" : "api\\." + function + "( =|\\()";
        assertThat(has(lua, source, definition)).as("%s has %s", source, function).isTrue();
      }
    }
  }
}
