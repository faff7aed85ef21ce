package io.prosodykit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.changes.ApiChange;
import io.prosodykit.changes.EventChange;
import io.prosodykit.changes.MemberChange;
import io.prosodykit.changes.ModuleChange;
import io.prosodykit.changes.ReleaseChanges;
import io.prosodykit.changes.RuleChange;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A branch that has what an older one has: the example of the README of catalog-data. */
final class LikenessTest {
  private static final ProsodyVersion V13_0_7 = ProsodyVersion.parse("13.0.7");
  private static final ProsodyVersion V13_1 = ProsodyVersion.parse("13.1");
  private static final ProsodyVersion V13_1_0 = ProsodyVersion.parse("13.1.0");
  private static final String README = readme();
  private static final ModuleCatalog FILE = ModuleCatalog.parse(README);
  private static final ModuleCatalog CATALOG = ModuleCatalog.complete().overlaidWith(FILE);

  private static String readme() {
    try {
      String page = Files.readString(Path.of("../catalog-data/README.md"));
      int start = page.indexOf("```json\n{\n  \"formatVersion\"") + "```json\n".length();
      return page.substring(start, page.indexOf("```", start));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"13.1", "13.1.0", "13.1.4"})
  void theReleaseDiffListsWhatTheFileSays(String to) {
    ReleaseChanges changes = CATALOG.changes(V13_0_7, ProsodyVersion.parse(to));

    assertThat(changes.modules())
        .extracting(ModuleChange::module, ModuleChange::kind)
        .containsExactly(tuple("limits", ModuleChange.Kind.REMOVED));
    assertThat(changes.options())
        .extracting(change -> change.module() + "." + change.option() + " " + change.kinds())
        .containsExactly("smacks.smacks_hibernation_time [gone]", "smacks.smacks_max [added]");
    assertThat(changes.rules())
        .extracting(RuleChange::module, RuleChange::kind)
        .containsExactlyInAnyOrder(
            tuple("smacks", ApiChange.Kind.ADDED), tuple("csi_simple", ApiChange.Kind.ADDED));
    assertThat(changes.functions())
        .extracting(ApiChange::name, ApiChange::kind)
        .containsExactly(
            tuple("hook_twice", ApiChange.Kind.ADDED), tuple("wrap_event", ApiChange.Kind.GONE));
    assertThat(changes.libraries()).isEmpty();
    assertThat(changes.members()).extracting(MemberChange::member).isEmpty();
    assertThat(changes.events()).extracting(EventChange::event).isEmpty();
    assertThat(changes.lua().added()).isEmpty();
    assertThat(changes.lua().gone()).isEmpty();
  }

  @Test
  void whatTheFileDoesNotSpeakOfIsAsBefore() {
    for (String name : Knowledge.builtIn().modules()) {
      Compatibility before = CATALOG.compatibility(name, ProsodyVersion.V13_0);
      Compatibility after = CATALOG.compatibility(name, V13_1);
      if (!name.equals("limits")) {
        assertThat(after.presence()).as(name).isEqualTo(before.presence());
        assertThat(after.evidence()).as(name).isEqualTo(before.evidence());
        assertThat(CATALOG.compatibility(name, ProsodyVersion.TRUNK).evidence())
            .as(name)
            .isEqualTo(before.evidence());
      }
    }
  }

  @Test
  void theAnswerSaysWhoSpeaks() {
    assertThat(CATALOG.compatibility("roster", V13_1_0).reasons().toString())
        .contains("as in 13.0, says Prosody 13.1: Prosody 13.0.7's source");
    assertThat(CATALOG.compatibility("roster", V13_0_7).reasons().toString())
        .doesNotContain("says Prosody 13.1");
    assertThat(CATALOG.compatibility("sasl2_fast", V13_1).reasons().toString())
        .contains("as in 13.0, says Prosody 13.1: ");
    assertThat(
            CarriedFacts.assumption(
                CATALOG.knowledge(), CATALOG.get("mam").evidence().orElseThrow(), V13_1))
        .isPresent();
    assertThat(overlaid("{'version': '13.1', 'date': '2027-03', 'like': '13.0'}", "mam").reasons())
        .allMatch(reason -> !reason.contains("as in 13.0"));
  }

  /** What a file says that describes 13.1, and that 13.1 ships a module. */
  private static Compatibility overlaid(String release, String module) {
    return ModuleCatalog.complete()
        .overlaidWith(
            file(release + "], 'modules': [{'name': '" + module + "', 'ships': ['13.1']}"))
        .compatibility(module, V13_1);
  }

  private static ModuleCatalog file(String releases) {
    return ModuleCatalog.parse(
        ("{'formatVersion': 1, 'modules': [], 'knowledge': {'version': 'next',"
                + " 'asOf': '2027-03-01', 'releases': ["
                + releases
                + "]}}")
            .replace('\'', '"'));
  }

  @Test
  void whatIsSaidOfANameTakesThePlaceOfWhatTheOlderBranchHas() {
    Evidence smacks = CATALOG.get("smacks").evidence().orElseThrow();
    assertThat(
            smacks.options().stream()
                .filter(option -> CATALOG.knowledge().holds(option, V13_1_0))
                .map(option -> option.value().name()))
        .contains("smacks_max", "smacks_max_queue_size")
        .doesNotContain("smacks_hibernation_time");
    assertThat(CATALOG.knowledge().spans(smacks.options().get(0)).toString())
        .doesNotContain("until 13.0");
  }

  @Test
  void membersAndRulesAreThoseOfTheOlderBranch() {
    assertThat(CATALOG.server().libraries().find("util.jid").orElseThrow().members().on(V13_1))
        .isEqualTo(
            ModuleCatalog.complete()
                .server()
                .libraries()
                .find("util.jid")
                .orElseThrow()
                .members()
                .on(V13_0_7))
        .isNotEmpty();
    assertThat(CATALOG.server().rules().component("muc", V13_1_0)).contains("muc");
    assertThat(CATALOG.server().rules().requiredOptions("turn_external", V13_1_0)).isNotEmpty();

    ModuleCatalog without =
        ModuleCatalog.complete()
            .overlaidWith(
                file(
                    """
                    {'version': '13.1', 'date': '2027-03', 'like': '13.0', 'gone': {
                      'libraries': ['util.xml'], 'members': ['util.jid.prep', 'stanza.tag'],
                      'facts': [
                        {'module': 'muc', 'kind': 'componentsOnly', 'name': 'muc'},
                        {'module': 'turn_external', 'kind': 'requiredOptions',
                         'name': 'turn_external_secret'}]}}
                    """));
    assertThat(without.changes(V13_0_7, V13_1).members())
        .extracting(change -> change.owner() + "." + change.member() + " " + change.kind())
        .containsExactly("util.jid.prep gone", "stanza.tag gone");
    assertThat(without.changes(V13_0_7, V13_1).libraries()).hasSize(1);
    assertThat(without.server().rules().component("muc", V13_1)).isEmpty();
    assertThat(without.server().rules().requiredOptions("turn_external", V13_1)).isEmpty();
  }

  @Test
  void aBranchCanBeLikeOneThatIsLikeAnother() {
    ModuleCatalog catalog =
        ModuleCatalog.complete()
            .overlaidWith(
                file(
                    """
                    {'version': '13.1', 'date': '2027-03', 'like': '13.0',
                     'gone': {'modules': ['limits']}},
                    {'version': '13.2', 'date': '2028-03', 'like': '13.1'}
                    """));
    ProsodyVersion next = ProsodyVersion.parse("13.2.0");
    assertThat(catalog.compatibility("limits", next).presence()).isEqualTo(Presence.ABSENT);
    assertThat(catalog.compatibility("roster", next).presence()).isEqualTo(Presence.SHIPPED);
    ReleaseChanges changes = catalog.changes(V13_1, next);
    assertThat(changes.modules()).isEmpty();
    assertThat(changes.options()).isEmpty();
    assertThat(changes.rules()).isEmpty();
    assertThat(changes.functions()).isEmpty();
    assertThat(changes.members()).isEmpty();
    assertThat(changes.events()).isEmpty();
  }

  @Test
  void aModuleMayEnterInAPointRelease() {
    ModuleCatalog read =
        file(
            """
            {'version': '13.1', 'date': '2027-03', 'like': '13.0'}],
            'modules': [{'name': 'late', 'ships': ['13.0.9', '13.1']}, {'name': 'mam', 'ships': ['13.1.2']}
            """);
    ModuleCatalog catalog = ModuleCatalog.complete().overlaidWith(read);

    Evidence late = catalog.knowledge().evidence("late").orElseThrow();
    assertThat(late.presence(ProsodyVersion.parse("13.0.8"))).isEqualTo(Presence.ABSENT);
    assertThat(late.presence(ProsodyVersion.parse("13.0.9"))).isEqualTo(Presence.SHIPPED);
    assertThat(late.presence(ProsodyVersion.V13_0)).isEqualTo(Presence.SHIPPED);
    assertThat(late.ships()).containsExactly(ProsodyVersion.V13_0, V13_1);
    assertThat(ModuleCatalog.parse(read.toJson())).isEqualTo(read);

    Evidence debug = catalog.knowledge().evidence("stanza_debug").orElseThrow();
    assertThat(debug.presence(ProsodyVersion.parse("0.10.0"))).isEqualTo(Presence.ABSENT);
    assertThat(debug.presence(ProsodyVersion.parse("0.10.2"))).isEqualTo(Presence.SHIPPED);
    assertThat(debug.presence(ProsodyVersion.V0_10)).isEqualTo(Presence.SHIPPED);
    assertThat(
            catalog
                .changes(ProsodyVersion.parse("0.10.0"), ProsodyVersion.parse("0.10.2"))
                .modules())
        .extracting(ModuleChange::module, ModuleChange::kind)
        .containsExactly(tuple("stanza_debug", ModuleChange.Kind.ADDED));
  }

  @Test
  void isWrittenAsItWasRead() {
    assertThat(ModuleCatalog.parse(FILE.toJson())).isEqualTo(FILE);
    assertThat(FILE.toJson()).contains("\"like\": \"13.0\"").doesNotContain(" for 13.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'like': '13.1' | 13.1 can only be like a branch that is older, not like 13.1",
        "'like': '13.2' | 13.1 can only be like a branch that is older, not like 13.2",
        "'like': '13.2', 'gone': {'modules': ['mam']} | 13.1 can only be like a branch that is older",
        "'lua': [], 'gone': {} | 13.1 is like no other branch, so nothing can be gone",
        "'like': '12.9' | there is no Prosody 12.9: after 0.12 comes 13.0",
        "'like': '0.8' | nothing is known about Prosody 0.8: describe it before the branch",
        "'like': '13.0.1' | write the branch of 13.0.1",
        "'like': 'old' | not a Prosody version: \"old\"",
        "'like': 13 | expected a string, found a number",
        "'lua': [], 'gone': {'modules': ['mam']} | 13.1 is like no other branch, so nothing can be",
        "'maintained': true | add lua, its versions of Lua, or like",
        "'like': '13.0', 'gone': {'modules': ['a b']} | a b",
        "'like': '13.0', 'gone': {'facts': [{'module': 'mam', 'kind': 'x', 'name': 'y'}]} | there is no kind of fact \"x\"",
        "'like': '13.0', 'gone': {'rooms': []} | unknown field \"rooms\"",
      })
  void badValuesGetOneErrorEach(String fields, String message) {
    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> file("{'version': '13.1', 'date': '2027-03', " + fields + "}"))
        .satisfies(
            e -> {
              assertThat(e.problems()).hasSize(1);
              assertThat(e.problems().get(0).toString()).contains(message).contains("1:");
            });
  }
}
