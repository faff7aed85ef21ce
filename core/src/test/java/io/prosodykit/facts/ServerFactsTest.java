package io.prosodykit.facts;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares what the shipped data contain about the server with the other data. */
final class ServerFactsTest {
  private static final ServerFacts FACTS = ModuleCatalog.reference().server();
  private static final ConfigurationOptions OPTIONS = FACTS.options();
  private static final ModuleApi API = FACTS.moduleApi();
  private static final LuaLibraries LUA = FACTS.luaLibraries();

  @Test
  void anObsoleteOptionNamesItsReplacement() {
    ObsoleteOption renamed = OPTIONS.findObsolete("require_encryption").orElseThrow();
    assertThat(renamed).hasToString("require_encryption, obsolete since 0.11");
    assertThat(renamed.successors())
        .containsExactly("c2s_require_encryption", "s2s_require_encryption");
    assertThat(OPTIONS.findObsolete("vcard_compatibility").orElseThrow().module())
        .contains("vcard_legacy");
    assertThat(OPTIONS.findObsolete("daemonize").orElseThrow().remark()).isPresent();
    assertThat(OPTIONS.findObsolete("admins")).isEmpty();
  }

  @Test
  void theReplacementOfAnObsoleteOptionExists() {
    for (ObsoleteOption option : OPTIONS.obsolete()) {
      assertThat(option.successors())
          .as("%s", option)
          .noneMatch(name -> OPTIONS.findObsolete(name).isPresent());
      option
          .module()
          .ifPresent(
              module ->
                  assertThat(
                          Knowledge.builtIn()
                              .evidence(module)
                              .orElseThrow()
                              .presence(option.since()))
                      .as("%s", option)
                      .isEqualTo(Presence.SHIPPED));
    }
  }

  @Test
  void anOptionIsEitherSharedOrObsolete() {
    assertThat(OPTIONS.isShared("admins")).isTrue();
    assertThat(OPTIONS.isShared("smacks_max_hibernated_sessions")).isFalse();
    assertThat(OPTIONS.shared())
        .extracting(Sourced::value)
        .isSorted()
        .noneMatch(name -> OPTIONS.findObsolete(name).isPresent());
  }

  @Test
  void modulesHaveThePrefixes() {
    for (Sourced<ModulePrefix> fact : OPTIONS.modulePrefixes()) {
      String prefix = fact.value().prefix();
      assertThat(ModuleCatalog.complete().modules())
          .extracting(ModuleEntry::name)
          .as(prefix)
          .anyMatch(name -> name.startsWith(prefix));
    }
  }

  @Test
  void sharedOptionsLoadProvidersAndStorages() {
    assertThat(OPTIONS.modulePrefixes())
        .extracting(Sourced::value)
        .filteredOn(ModulePrefix::isLoadedByOption)
        .containsExactly(
            new ModulePrefix("auth_", ImmutableSet.of("authentication"), ImmutableSet.of()),
            new ModulePrefix("authz_", ImmutableSet.of("authorization"), ImmutableSet.of()),
            new ModulePrefix(
                "storage_",
                ImmutableSet.of("storage", "default_storage"),
                ImmutableSet.of("storage")))
        .allSatisfy(
            prefix -> {
              assertThat(prefix.options())
                  .allMatch(OPTIONS::isShared)
                  .containsAll(prefix.perStore());
              assertThat(prefix.prefix()).isEqualTo(prefix.kind() + "_");
            });
  }

  static Stream<ImmutableMap<String, Sourced<String>>> dropped() {
    return Stream.of(API.droppedFunctions(), API.droppedLibraries());
  }

  @ParameterizedTest
  @MethodSource("dropped")
  void whatWasDroppedExistedBefore(ImmutableMap<String, Sourced<String>> dropped) {
    dropped.forEach(
        (name, replacement) -> {
          ProsodyVersion since = replacement.first().release();
          for (Release release : Knowledge.builtIn().releases()) {
            assertThat(has(release, name))
                .as("%s in %s", name, release.version())
                .isEqualTo(release.version().compareTo(since) < 0 && !isYounger(name, release));
          }
        });
  }

  /** What was dropped is missing in every release after the last one that has it. */
  @Test
  void whatWasDroppedAndWhatHooksAgreeWithEachRelease() {
    ImmutableList<Source> releases =
        Knowledge.builtIn().sources().stream()
            .filter(source -> source.kind() == Source.Kind.RELEASE)
            .collect(toImmutableList());
    Stream.concat(
            Knowledge.builtIn().functions().stream(), Knowledge.builtIn().libraries().stream())
        .forEach(
            name -> {
              Sourced<?> dropped = API.droppedFunctions().get(name.value());
              dropped = dropped == null ? API.droppedLibraries().get(name.value()) : dropped;
              if (dropped != null) {
                assertThat(dropped.sources())
                    .as(name.value())
                    .isEqualTo(
                        releases.subList(releases.indexOf(name.last()) + 1, releases.size()));
              }
              if (API.hooks().containsKey(name.value())) {
                assertThat(Objects.requireNonNull(API.hooks().get(name.value())).sources())
                    .isEqualTo(name.sources());
              }
            });
  }

  private static boolean has(Release release, String name) {
    return release.functions().contains(name) || release.libraries().contains(name);
  }

  /** Whether only a later release began to have it. */
  private static boolean isYounger(String name, Release release) {
    Release first =
        Knowledge.builtIn().releases().stream()
            .filter(one -> has(one, name))
            .findFirst()
            .orElseThrow();
    return first.version().compareTo(release.version()) > 0;
  }

  @Test
  void replacementsAreFoundByName() {
    assertThat(API.functionReplacement("has_feature"))
        .contains("check module:get_host_items(\"feature\")");
    assertThat(API.functionReplacement("hook")).isEmpty();
    assertThat(API.libraryReplacement("net.httpserver"))
        .contains("serve with module:provides(\"http\", …)");
    assertThat(API.libraryReplacement("util.jid")).isEmpty();
  }

  @Test
  void theListsOfReleasesLackTheExtras() {
    assertThat(API.extras())
        .isNotEmpty()
        .allMatch(extra -> API.isExtra(extra.value()))
        .noneMatch(
            extra ->
                Knowledge.builtIn().releases().stream().anyMatch(one -> has(one, extra.value())));
    assertThat(API.isExtra("hook")).isFalse();
  }

  @Test
  void deprecatedFunctionsExist() {
    DeprecatedApi deprecated = API.deprecated();
    assertThat(deprecated.functions())
        .containsOnlyKeys("hook_stanza", "once")
        .allSatisfy(
            (name, fact) -> {
              assertThat(fact.value().reason()).startsWith("module:" + name + " ");
              assertThat(API.functionReplacement(name)).isEmpty();
              assertThat(Knowledge.builtIn().releases())
                  .filteredOn(release -> fact.holdsOn(release.version()))
                  .as(name)
                  .isNotEmpty()
                  .allMatch(release -> API.isExtra(name) || has(release, name));
            });
    assertThat(deprecated.functions().get("hook_stanza")).matches(Sourced::isOnAllBranches);
    assertThat(deprecated.functions().get("once"))
        .matches(fact -> fact.first().release().equals(ProsodyVersion.V13_0));
    assertThat(deprecated.libraryFunctions())
        .containsOnlyKeys("core.usermanager.is_admin")
        .allSatisfy(
            (name, fact) -> {
              String library = name.substring(0, name.lastIndexOf('.'));
              assertThat(Knowledge.builtIn().release(fact.last().release()).hasLibrary(library))
                  .as(name)
                  .isTrue();
              assertThat(fact.first().release()).isEqualTo(ProsodyVersion.V13_0);
            });
    assertThat(deprecated.providerFunctions())
        .containsOnlyKeys("auth.is_admin")
        .allSatisfy(
            (name, fact) -> {
              assertThat(OPTIONS.modulePrefixes())
                  .extracting(prefix -> prefix.value().kind())
                  .contains(name.substring(0, name.indexOf('.')));
              assertThat(fact.first().release()).isEqualTo(ProsodyVersion.V13_0);
            });
  }

  @Test
  void knowsWhichArgumentsAreIgnored() {
    assertThat(API.ignoredArguments())
        .containsOnlyKeys("depends", "get_option_number", "shared")
        .allSatisfy(
            (name, fact) ->
                assertThat(Knowledge.builtIn().releases())
                    .filteredOn(release -> fact.holdsOn(release.version()))
                    .as(name)
                    .isNotEmpty()
                    .allMatch(release -> has(release, name)));
    assertThat(API.argumentsUsed("depends"))
        .matches(fact -> fact.value() == 1 && fact.last().release().equals(ProsodyVersion.V0_12));
    assertThat(API.argumentsUsed("get_option_number"))
        .matches(fact -> fact.value() == 2 && fact.last().release().equals(ProsodyVersion.V0_12));
    assertThat(API.argumentsUsed("shared"))
        .matches(fact -> fact.value() == 1 && fact.first().release().equals(ProsodyVersion.V0_11));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> API.argumentsUsed("hook"))
        .withMessage("module:hook ignores no arguments");
    assertThat(LUA.ignoredArguments())
        .containsOnlyKeys("xpcall")
        .allSatisfy(
            (path, ignored) -> {
              assertThat(ignored.used()).isEqualTo(2);
              assertThat(ignored.versions()).containsExactly("5.1");
            });
  }

  @Test
  void functionsOfHostsExist() {
    assertThat(API.hostFunctions())
        .extracting(Sourced::value, fact -> fact.first().release())
        .containsExactly(tuple("open_store", ProsodyVersion.V13_0));
    assertThat(API.hostFunctions())
        .allMatch(fact -> has(Knowledge.builtIn().release(fact.first().release()), fact.value()));
  }

  @Test
  void noFunctionOfTheApiIsACallback() {
    assertThat(API.newCallbacks())
        .containsOnlyKeys("ready")
        .allSatisfy(
            (name, fact) -> {
              assertThat(Knowledge.builtIn().releases())
                  .as(name)
                  .noneMatch(release -> has(release, name));
              assertThat(fact.first().release()).isEqualTo(ProsodyVersion.V13_0);
            });
  }

  @Test
  void hooksAreFunctionsOfTheirReleases() {
    assertThat(API.hooks().values())
        .extracting(Sourced::value)
        .extracting(hook -> hook.name() + " " + hook.takes() + " " + hook.argument())
        .containsExactly(
            "hook event 1",
            "hook_global event 1",
            "hook_object_event event 2",
            "hook_stanza tag 1",
            "hook_tag tag 1",
            "wrap_event event 1",
            "wrap_global event 1",
            "wrap_object_event event 2");
    assertThat(API.hooks())
        .allSatisfy(
            (name, fact) ->
                assertThat(Knowledge.builtIn().releases())
                    .allSatisfy(
                        release ->
                            assertThat(fact.holdsOn(release.version()))
                                .as("%s in %s", name, release)
                                .isEqualTo(API.isExtra(name) || has(release, name))));
  }

  @Test
  void fieldsTellReleasesApart() {
    assertThat(API.releaseFields())
        .extracting(Sourced::value)
        .containsExactly("prosody.features", "prosody.process_type", "prosody.version");
    assertThat(API.releaseFields())
        .filteredOn(Sourced::isOnAllBranches)
        .extracting(Sourced::value)
        .containsExactly("prosody.version");
  }

  @Test
  void knowsWhichVersionsOfLuaLackAFunction() {
    assertThat(LUA.isMissing("table.unpack", "5.1")).isTrue();
    assertThat(LUA.isMissing("table.unpack", "5.4")).isFalse();
    assertThat(LUA.isMissing("pairs", "5.1")).isFalse();
    assertThat(LUA.find("unpack").flatMap(LuaLibraries.Function::replacement))
        .contains("local unpack = table.unpack or unpack");
    assertThat(LUA.find("pairs")).isEqualTo(Optional.empty());
    assertThat(LUA.source()).contains("Lua 5.1 to 5.4");
  }

  @Test
  void noBlockingFunctionIsListedTwice() {
    assertThat(LUA.blockingCalls()).containsKey("os.execute").doesNotContainKey("socket.tcp");
    assertThat(LUA.sockets()).containsKey("socket.tcp");
    assertThat(LUA.blockingCalls())
        .doesNotContainKeys(LUA.sockets().keySet().toArray(String[]::new));
  }

  @Test
  void namesTheSpecificationsOfNamespaces() {
    assertThat(FACTS.grantedNamespaces())
        .containsEntry("jabber:iq:auth", XepRef.of(78))
        .containsEntry("jabber:iq:roster", RfcRef.of(6121));
  }

  @Test
  void theEvidenceHasEachStageAndNoOther() {
    assertThat(FACTS.stages())
        .extracting(Sourced::value)
        .containsExactlyInAnyOrderElementsOf(
            ModuleCatalog.complete().modules().stream()
                .flatMap(module -> Knowledge.builtIn().evidence(module.name()).stream())
                .flatMap(evidence -> evidence.stage().stream())
                .distinct()
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "message/bare,                     message/bare,  stanza,  message",
    "iq-get/host/urn:xmpp:ping:ping,   iq-get/...,    stanza,  iq",
    "message/bare/groupchat,           message/bare/groupchat, stanza, message",
    "stream-features,                  stream-features, event,",
    "server-started,                   server-started, nothing,",
    "stanza/jabber:client:presence,    stanza/...,    event,   element",
    "of-another-module,                of-another-module, unknown,",
    "IQ-get/host,                      IQ-get/host,   unknown,",
  })
  void findsAnEventByItsNameOrPrefix(String name, String found, String kind, String stanza) {
    ServerEvent event = FACTS.events().event(name);

    assertThat(event).hasToString(found);
    assertThat(event.kind()).hasToString(kind);
    assertThat(event.stanza()).isEqualTo(Optional.ofNullable(stanza));
  }

  @Test
  void anEventPassesFieldsUnlessItPassesNothing() {
    assertThat(FACTS.events().all())
        .allSatisfy(
            event -> {
              assertThat(event.fields().isEmpty())
                  .as("%s", event)
                  .isEqualTo(event.kind() == ServerEvent.Kind.NOTHING);
              assertThat(event.stanza().isPresent())
                  .as("%s", event)
                  .isEqualTo(event.fields().contains("stanza"));
            });
    assertThat(FACTS.events().names())
        .hasSizeLessThan(FACTS.events().all().size())
        .noneMatch(name -> name.endsWith("..."));
  }

  @Test
  void saysWhichPartsOfTheServerFireAnEvent() {
    assertThat(FACTS.events().firing("signal/SIGUSR1"))
        .containsExactly(
            new FiredEvent("signal/SIGUSR1", "util.startup", VersionRange.parse("[13.0,)")));
    assertThat(FACTS.events().firing("item-added/feature"))
        .singleElement()
        .matches(event -> event.by().equals("core.moduleapi"))
        .matches(event -> event.holdsOn(ProsodyVersion.V0_9));
    assertThat(FACTS.events().firing("config-reload-failed"))
        .singleElement()
        .matches(event -> event.holdsOn(ProsodyVersion.V13_0))
        .matches(event -> event.holdsOn(ProsodyVersion.parse("13.0.6")))
        .matches(event -> !event.holdsOn(ProsodyVersion.parse("13.0.1")))
        .matches(event -> !event.holdsOn(ProsodyVersion.V0_12));
    assertThat(FACTS.events().firing("item-added/")).isEmpty();
    assertThat(FACTS.events().fired())
        .extracting(event -> event.name() + " " + event.by())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void knowsWhatInstallsALibrary() {
    Rocks rocks = FACTS.rocks();

    assertThat(rocks.find("openssl.digest").orElseThrow())
        .hasToString("openssl: lua-luaossl (Debian) or luaossl (LuaRocks)");
    assertThat(rocks.find("opensslx")).isEmpty();
    assertThat(rocks.find("util.jid")).isEmpty();
    assertThat(rocks.find("string")).isEmpty();
    assertThat(rocks.neededBy(List.of("prosody.util.sql", "util.sql", "socket.url", "lualdap")))
        .extracting(Rock::library)
        .containsExactly("DBI", "lualdap");
    Evidence rest = Knowledge.builtIn().evidence("rest").orElseThrow();
    assertThat(rest.libraries()).extracting(Sourced::value).contains("cbor");
    assertThat(rocks.neededBy(rest)).isEmpty();
    assertThat(rocks.all()).extracting(Rock::library).isSorted().doesNotHaveDuplicates();
    assertThat(rocks.all()).allMatch(rock -> !rock.packages().isEmpty());
  }

  @Test
  void aModuleOrALibraryNeedsEachRock() {
    ImmutableSet<String> required =
        Stream.concat(
                ModuleCatalog.complete().modules().stream()
                    .flatMap(module -> module.evidence().stream())
                    .flatMap(evidence -> evidence.libraries().stream())
                    .map(Sourced::value),
                FACTS.rocks().through().values().stream().flatMap(List::stream))
            .collect(ImmutableSet.toImmutableSet());

    assertThat(FACTS.rocks().all())
        .allSatisfy(
            rock ->
                assertThat(required)
                    .as("%s", rock)
                    .anyMatch(name -> FACTS.rocks().find(name).filter(rock::equals).isPresent()));
    assertThat(FACTS.rocks().through().values())
        .allSatisfy(
            libraries ->
                assertThat(libraries).allMatch(name -> FACTS.rocks().find(name).isPresent()));
  }

  @Test
  void sourcesAreInTheirOrder() {
    Stream.of(
            OPTIONS.shared(),
            OPTIONS.modulePrefixes(),
            API.extras(),
            API.deprecated().functions().values(),
            API.deprecated().libraryFunctions().values(),
            API.deprecated().providerFunctions().values(),
            API.ignoredArguments().values(),
            API.hostFunctions(),
            API.newCallbacks().values(),
            API.hooks().values(),
            API.releaseFields(),
            FACTS.stages())
        .flatMap(facts -> facts.stream())
        .forEach(
            fact ->
                assertThat(Lists.transform(fact.sources(), Knowledge.builtIn().sources()::indexOf))
                    .as("%s", fact)
                    .isNotEmpty()
                    .isSorted());
  }
}
