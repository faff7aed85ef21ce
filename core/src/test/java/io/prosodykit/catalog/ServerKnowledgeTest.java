package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.prosodykit.catalog.Compatibility.Basis;
import io.prosodykit.changes.ApiChange;
import io.prosodykit.changes.EventChange;
import io.prosodykit.changes.MemberChange;
import io.prosodykit.changes.OptionChange;
import io.prosodykit.changes.ReleaseChanges;
import io.prosodykit.changes.RuleChange;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.facts.LibraryMember;
import io.prosodykit.facts.OptionNames;
import io.prosodykit.facts.Rock;
import io.prosodykit.facts.ServerEvent;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.facts.ServerLayer;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.report.CompatibilityReport;
import io.prosodykit.report.ModuleReport;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What catalogue files add to the facts about the server. */
final class ServerKnowledgeTest {
  private static final ProsodyVersion V13_0_6 = ProsodyVersion.parse("13.0.6");
  private static final ProsodyVersion V13_1_0 = ProsodyVersion.parse("13.1.0");
  private static final ProsodyVersion V13_1 = ProsodyVersion.parse("13.1");

  /** Prosody 13.1: smacks lost an option, needs another, and conflicts with csi_simple. */
  private static final String NEXT =
      """
      {
        "formatVersion": 1,
        "modules": [],
        "knowledge": {
          "version": "next",
          "asOf": "2027-03-01",
          "sources": [
            {"id": "13.1.0", "kind": "release", "release": "13.1", "date": "2027-03", "title": "Prosody 13.1.0"}
          ],
          "releases": [
            {"version": "13.1", "date": "2027-03", "maintained": true, "lua": ["5.4"],
             "libraryPrefix": "prosody.", "functions": ["hook", "hook_once"]}
          ],
          "modules": [
            {
              "name": "smacks",
              "ships": ["13.1"],
              "options": [{"name": "smacks_hibernation_time", "type": "period", "in": ["13.1.0"]}],
              "libraries": [{"name": "newlib", "in": ["13.1.0"]}]
            },
            {"name": "csi_simple", "ships": ["13.1"]}
          ],
          "server": {
            "requiredOptions": [
              {"name": "smacks", "options": ["smacks_secret"], "module": "tokens", "in": ["13.1.0"]}
            ],
            "componentsOnly": [{"name": "muc", "in": ["13.1.0"]}],
            "conflicts": [
              {"name": "csi_simple", "instead": "smacks", "reason": "smacks does the same",
               "by": "server", "in": ["13.1.0"]}
            ],
            "coreOptions": [
              {"name": "gc", "versions": "[0.11.7,13.1)"},
              {"name": "new_option", "versions": "[13.1,)"}
            ],
            "obsoleteOptions": [
              {"name": "gc", "since": "13.1", "checked": "[13.1,)", "successors": ["new_option"]}
            ],
            "rocks": [{"name": "newlib", "rock": "lua-newlib", "debian": ["lua-newlib"]}],
            "events": [{"name": "new-event", "kind": "event", "fields": ["session"]}],
            "fired": [{"name": "new-event", "by": "core.usermanager", "versions": "[13.1,)"}],
            "libraries": [
              {
                "name": "util.jid",
                "kind": "table",
                "in": ["13.1.0"],
                "members": [
                  {"name": "bare", "kind": "function", "arity": "1"},
                  {"name": "new", "kind": "function", "arity": "2+", "in": ["13.1.0"]}
                ]
              }
            ]
          }
        }
      }
      """;

  private static final ModuleCatalog FILE = ModuleCatalog.parse(NEXT);
  private static final ModuleCatalog CATALOG = ModuleCatalog.complete().overlaidWith(FILE);

  @Test
  void aConfigurationIsJudgedByWhatAFileAdds() {
    ConfiguredHost host =
        new ConfiguredHost(
            "VirtualHost \"example.org\"",
            Optional.empty(),
            ImmutableSet.of("smacks", "csi_simple"),
            ImmutableSet.of(),
            true);
    CompatibilityReport report =
        CompatibilityReport.of(
                CATALOG,
                ImmutableListMultimap.of(
                        "smacks", V13_0_6, "smacks", V13_1_0, "csi_simple", V13_1_0)
                    .asMap(),
                Basis.EVIDENCE)
            .configuredBy(
                Maps.toMap(
                    List.of(V13_0_6, V13_1_0),
                    version -> CATALOG.server().rules().faults(List.of(host), version)));

    assertThat(report.toText())
        .contains("does not work without smacks_secret or the module tokens")
        .contains("conflicts with smacks: smacks does the same; remove csi_simple");
    assertThat(report.results())
        .extracting(result -> result.evidence().toString())
        .containsExactly("compatible", "incompatible", "incompatible");
    assertThat(report.withPackages(CATALOG).toText())
        .contains("for newlib, install lua-newlib (Debian) or lua-newlib (LuaRocks)");
  }

  @Test
  void changesBetweenReleasesSpeakOfWhatAFileAdds() {
    ReleaseChanges changes = CATALOG.changes(V13_0_6, V13_1_0, List.of("smacks", "csi_simple"));

    assertThat(changes.rules())
        .extracting(RuleChange::module, RuleChange::kind, RuleChange::rule)
        .contains(
            tuple(
                "smacks",
                ApiChange.Kind.ADDED,
                "needs the option smacks_secret or the module tokens"),
            tuple("csi_simple", ApiChange.Kind.ADDED, "conflicts with smacks"));
    assertThat(changes.options())
        .filteredOn(change -> change.option().equals("smacks_max_old_sessions"))
        .extracting(OptionChange::kinds)
        .hasToString("[[gone]]");
    assertThat(changes.functions())
        .extracting(ApiChange::name, ApiChange::kind)
        .contains(tuple("hook_once", ApiChange.Kind.ADDED));
    assertThat(changes.members())
        .filteredOn(change -> change.kind() == MemberChange.Kind.ADDED)
        .extracting(MemberChange::owner, MemberChange::member)
        .containsExactly(tuple("util.jid", "new"));
    assertThat(changes.events())
        .filteredOn(change -> change.kind() == ApiChange.Kind.ADDED)
        .extracting(EventChange::event)
        .containsExactly("new-event");
  }

  @Test
  void aDescriptionSpeaksOfWhatAFileAdds() {
    ModuleEntry smacks = CATALOG.get("smacks");

    assertThat(ModuleReport.of(smacks).toText())
        .contains("the option smacks_secret or the module tokens [since 13.1.0]")
        .contains("with csi_simple: smacks does the same [since 13.1.0]")
        .contains("newlib: lua-newlib (Debian) or lua-newlib (LuaRocks)")
        .contains("smacks_max_old_sessions (integer) = 10 [since 13.0.0, until 13.0]");
    assertThat(ModuleDescription.toJson(smacks))
        .contains("\"smacks_secret\"", "\"csi_simple\"", "\"lua-newlib\"");
    assertThat(ModuleReport.of(ModuleCatalog.complete().get("smacks")).toText())
        .doesNotContain("smacks_secret", "csi_simple", "newlib");
  }

  @Test
  void anOptionIsGoneWhenAFileSaysSo() {
    ServerFacts server = CATALOG.server();

    assertThat(server.options().isCore("gc", V13_0_6)).isTrue();
    assertThat(server.options().isCore("gc", V13_1)).isFalse();
    assertThat(server.options().isCore("new_option", V13_1)).isTrue();
    assertThat(server.options().core()).extracting(OptionNames::pattern).isSorted();
    assertThat(server.options().findObsolete("gc").orElseThrow().advice())
        .isEqualTo("set new_option instead");
    assertThat(ModuleCatalog.complete().server().options().isCore("gc", V13_1)).isTrue();
  }

  @Test
  void trunkIsTreatedLikeTheNewestBranchOfAFile() {
    assertThat(CATALOG.server().rules().requiredOptions("smacks", ProsodyVersion.TRUNK)).hasSize(1);
    assertThat(CATALOG.server().rules().requiredOptions("smacks", ProsodyVersion.V13_0)).isEmpty();
    assertThat(CATALOG.server().rules().component("muc", V13_1)).contains("muc");
    assertThat(CATALOG.server().libraries().release(ProsodyVersion.TRUNK))
        .contains(CATALOG.knowledge().findSource("13.1.0").orElseThrow());
    assertThat(Coverage.of(CATALOG, V13_1, List.of("smacks")).requiredOptions())
        .extracting(needed -> needed.module())
        .containsExactly("smacks");
  }

  @Test
  void librariesHaveWhatAFileAdds() {
    var jid = CATALOG.server().libraries().find("util.jid").orElseThrow().members();

    assertThat(jid.on(V13_1))
        .extracting(LibraryMember::name)
        .containsExactlyInAnyOrder("bare", "new");
    assertThat(jid.on(V13_0_6))
        .isEqualTo(
            ServerFacts.reference()
                .libraries()
                .find("util.jid")
                .orElseThrow()
                .members()
                .on(V13_0_6));
    assertThat(jid.all())
        .filteredOn(fact -> fact.value().name().equals("bare"))
        .extracting(Sourced::last)
        .extracting(source -> source.id())
        .containsExactly("13.1.0");
    assertThat(CATALOG.server().libraries().find("util.xml").orElseThrow().members().on(V13_1))
        .isEmpty();
    assertThat(CATALOG.server().events().event("new-event").fields()).containsExactly("session");
    assertThat(CATALOG.server().events().event("message/bare").kind())
        .isEqualTo(ServerEvent.Kind.STANZA);
    assertThat(CATALOG.server().rocks().all()).extracting(Rock::library).isSorted().contains("DBI");
  }

  @Test
  void isReadBackFromAFile() {
    assertThat(ModuleCatalog.parse(FILE.toJson())).isEqualTo(FILE);
    assertThat(FILE.server().additions().libraries()).hasSize(1);
    assertThat(CATALOG.overlaidWith(FILE)).isEqualTo(CATALOG);
    assertThat(ModuleCatalog.parse(NEXT.replace("smacks_secret", "other"))).isNotEqualTo(FILE);
  }

  @Test
  void joinsTheFactsOfTwoFiles() {
    ModuleCatalog other =
        ModuleCatalog.parse(
            """
            {
              "formatVersion": 1,
              "modules": [],
              "knowledge": {
                "version": "other",
                "asOf": "2027-04-01",
                "server": {
                  "requiredOptions": [
                    {"name": "smacks", "options": ["smacks_secret"], "module": "tokens", "in": ["13.0.6"]}
                  ],
                  "coreOptions": [{"name": "gc", "versions": "[0.11.7,)"}]
                }
              }
            }
            """);
    ServerFacts both = CATALOG.overlaidWith(other).server();

    assertThat(both.rules().requiredOptions("smacks"))
        .singleElement()
        .extracting(fact -> fact.ranges())
        .asString()
        .contains("13.0.6", "13.1.0");
    assertThat(both.options().isCore("gc", V13_1)).isTrue();
    assertThat(both.options().isCore("new_option", V13_1)).isTrue();
  }

  @Test
  void factsNeedAVersionAndADay() {
    ServerLayer layer =
        ServerLayer.builder()
            .coreOption(
                new OptionNames(
                    "a", VersionRange.parse("[13.0,)"), ImmutableSet.of(), Optional.empty()))
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerFacts.of(Knowledge.builtIn(), layer))
        .withMessageContaining("a version and a day");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'rumours': []}                                       | unknown field "rumours"
          {'requiredOptions': {}}                               | expected an array, found an object
          {'requiredOptions': [{'name': 'Bad', 'options': ['a'], 'in': ['13.0.6']}]} | is not a module name
          {'requiredOptions': [{'name': 'a', 'options': [], 'in': ['13.0.6']}]} | name at least one option
          {'requiredOptions': [{'name': 'a', 'options': ['b'], 'in': []}]} | name at least one source
          {'requiredOptions': [{'name': 'a', 'options': ['b'], 'in': ['gone']}]} | there is no source "gone"; define it in sources, before what names it
          {'requiredOptions': [{'options': ['b'], 'in': ['13.0.6']}]} | the field "name" is missing
          {'componentsOnly': [{'name': 'a'}]}                   | the field "in" is missing
          {'componentsOnly': ['a']}                             | expected an object, found a string
          {'conflicts': [{'name': 'a', 'instead': 'b', 'reason': 'c', 'by': 'me', 'in': ['13.0.6']}]} | unknown by "me": choose from server, both, check
          {'conflicts': [{'name': 'a', 'instead': '-', 'reason': 'c', 'by': 'check', 'in': ['13.0.6']}]} | is not a module name
          {'coreOptions': [{'name': 'a', 'versions': 'soon'}]}  | not a range of Prosody versions: "soon"
          {'coreOptions': [{'name': 1, 'versions': '[13.1,)'}]} | expected a string, found a number
          {'obsoleteOptions': [{'name': 'a', 'since': '13.1.2', 'checked': '13.1'}]} | write the branch of 13.1.2
          {'obsoleteOptions': [{'name': 'a', 'since': '13.1'}]} | the field "checked" is missing
          {'rocks': [{'rock': 'a'}]}                            | the field "name" is missing
          {'rocks': [{'name': 'a', 'debian': 'b'}]}             | expected an array, found a string
          {'events': [{'name': 'a', 'kind': 'b', 'fields': []}]} | unknown kind "b": choose from stanza, event, nothing, unknown
          {'fired': [{'name': 'a', 'by': 'b', 'versions': '[13.1'}]} | not a range of Prosody versions: "[13.1"
          {'libraries': [{'name': 'a', 'kind': 'b', 'in': ['13.0.6']}]} | unknown kind "b": choose from function
          {'libraries': [{'name': 'a', 'kind': 'table', 'in': ['13.0.6'], 'members': [{'name': 'b'}]}]} | the field "kind" is missing
          {'libraries': [{'name': 'a', 'kind': 'table', 'in': ['13.0.6'], 'members': [{'name': 'b', 'kind': 'function', 'arity': 'many'}]}]} | not an arity: "many"
          """)
  void reportsWhatIsWrong(String server, String problem) {
    String json =
        "{'formatVersion': 1, 'modules': [], 'knowledge': {'version': 'x', 'asOf': '2027-03-01', 'server': %s}}"
            .formatted(server)
            .replace('\'', '"');

    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> ModuleCatalog.parse(json))
        .satisfies(
            e -> {
              assertThat(e.problems()).hasSize(1);
              assertThat(e.problems().get(0).message()).contains(problem);
              assertThat(e.problems().get(0).pointer()).startsWith("/knowledge/server");
            });
  }

  @Test
  void reportsAllProblemsAtOnceWithTheirPlaces() {
    String json =
        """
        {"formatVersion": 1, "modules": [], "knowledge": {"version": "x", "asOf": "2027-03-01", "server": {
          "rocks": [{}],
          "coreOptions": [{"name": "a", "versions": "x"}],
          "fired": 1
        }}}
        """;

    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> ModuleCatalog.parse(json))
        .withMessageContaining("catalogue:2:13")
        .withMessageContaining("catalogue:3:45")
        .withMessageContaining("catalogue:4:12");
  }
}
