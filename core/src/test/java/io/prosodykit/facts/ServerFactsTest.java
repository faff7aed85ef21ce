package io.prosodykit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
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
    for (Sourced<ObsoleteOption> fact : OPTIONS.obsolete()) {
      ObsoleteOption option = fact.value();
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
    for (Sourced<String> prefix : OPTIONS.modulePrefixes()) {
      assertThat(ModuleCatalog.complete().modules())
          .extracting(ModuleEntry::name)
          .as(prefix.value())
          .anyMatch(name -> name.startsWith(prefix.value()));
    }
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
  void sourcesAreInTheirOrder() {
    Stream.of(OPTIONS.shared(), OPTIONS.modulePrefixes(), API.extras(), FACTS.stages())
        .flatMap(facts -> facts.stream())
        .forEach(
            fact ->
                assertThat(Lists.transform(fact.sources(), Knowledge.builtIn().sources()::indexOf))
                    .as("%s", fact)
                    .isNotEmpty()
                    .isSorted());
  }
}
