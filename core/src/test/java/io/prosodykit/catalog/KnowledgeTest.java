package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.evidence.Advisory;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.HandledEvent;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.ModuleScope;
import io.prosodykit.evidence.PointRelease;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What catalogue files add to what is known. */
final class KnowledgeTest {
  private static final ProsodyVersion V13_1 = ProsodyVersion.parse("13.1");
  private static final Source NEW =
      new Source("13.1.0", Source.Kind.RELEASE, V13_1, "2027-03", "Prosody 13.1.0", true);
  private static final Source HOUSE =
      new Source("house", Source.Kind.LOCAL, ProsodyVersion.V13_0, "2026-12", "our modules", true);

  /** Prosody 13.1 ships smacks and not bosh, and an organisation has its own http_upload. */
  private static Knowledge knowledge() {
    return Knowledge.builder()
        .version("next")
        .asOf(LocalDate.of(2027, 3, 1))
        .source(NEW)
        .source(HOUSE)
        .release(
            Release.builder(V13_1, "2027-03")
                .maintained(true)
                .supportedUntil("2029-03")
                .point(new PointRelease(ProsodyVersion.parse("13.1.1"), "2027-04", true))
                .point(new PointRelease(ProsodyVersion.parse("13.1.0"), "2027-03-01", false))
                .advisory(
                    new Advisory(
                        "https://example.org/advisory",
                        ImmutableList.of("CVE-2027-1"),
                        VersionRange.parse("[13.1,13.1.1)"),
                        ProsodyVersion.parse("13.1.1")))
                .lua(List.of("5.4"))
                .libraryPrefix("prosody.")
                .functions(List.of("hook"))
                .function("once", VersionRange.parse("[13.1,13.1.1]"))
                .libraries(List.of("util.jid"))
                .library("util.late", VersionRange.parse("[13.1.1,13.1]"))
                .build())
        .add(
            Evidence.builder("smacks")
                .ships(V13_1)
                .dependency(ModuleDependency.on("our_part"), List.of(NEW))
                .event(new HandledEvent("our-event", "hook_global"), List.of(NEW))
                .event(new HandledEvent("message/host", HandledEvent.HOOK), List.of(NEW))
                .fires("our-event/…", List.of(NEW))
                .feature("urn:our:1", List.of(NEW))
                .hint(new LoaderHint("conflicts", ImmutableList.of("mod_other")), List.of(NEW))
                .scope(ModuleScope.GLOBAL, List.of(NEW))
                .dependency(
                    new ModuleDependency("our_muc", ModuleDependency.Kind.CONDITIONAL),
                    List.of(NEW))
                .build())
        .replace(Evidence.builder("http_upload").community(HOUSE).build())
        .add(Evidence.builder("fast_login").knownAs("sasl2_fast").build())
        .build();
  }

  private static ModuleCatalog catalog() {
    return ModuleCatalog.of(ModuleCatalog.complete().modules(), knowledge());
  }

  @Test
  void whatIsBuiltInSaysItsVersionAndDay() {
    Knowledge builtIn = Knowledge.builtIn();

    assertThat(builtIn.version()).matches("20\\d\\d\\.\\d\\d");
    assertThat(builtIn.asOf()).isAfter(LocalDate.of(2026, 11, 1));
    assertThat(builtIn.additions()).isEmpty();
    assertThat(ModuleCatalog.complete().knowledge()).isEqualTo(builtIn);
  }

  @Test
  void aNewReleaseNeedsNoNewVersionOfThisLibrary() {
    ModuleCatalog catalog = catalog();

    assertThat(catalog.knowledge().newest()).isEqualTo(V13_1);
    assertThat(VersionList.parse("[13.0,)", catalog.knowledge()))
        .containsExactly(ProsodyVersion.V13_0, V13_1, ProsodyVersion.TRUNK);
    assertThat(catalog.compatibility("smacks", V13_1).verdict()).isEqualTo(Verdict.COMPATIBLE);
    assertThat(catalog.compatibility("smacks", V13_1).reasons())
        .contains("evidence: has shipped with Prosody since 0.12");
    assertThat(catalog.get("bosh").evidence().orElseThrow().presence(V13_1))
        .isEqualTo(Presence.ABSENT);
    assertThat(catalog.get("bosh").evidence().orElseThrow().history())
        .isEqualTo("part of Prosody 0.9 to 13.0");
    assertThat(Compatibility.onEveryBranch(catalog.get("smacks"))).hasSize(7);
    assertThat(catalog.knowledge().version()).endsWith(", next");
    assertThat(catalog.knowledge().asOf()).isEqualTo(LocalDate.of(2027, 3, 1));
    // and what is built in does not know of it
    assertThat(ModuleCatalog.complete().compatibility("smacks", V13_1).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void evidenceAddsToWhatIsKnown() {
    Evidence smacks = catalog().get("smacks").evidence().orElseThrow();

    assertThat(smacks.ships()).containsExactly(ProsodyVersion.V0_12, ProsodyVersion.V13_0, V13_1);
    assertThat(smacks.options())
        .isEqualTo(Knowledge.builtIn().evidence("smacks").orElseThrow().options());
    assertThat(catalog().requirements("smacks", V13_1).modules()).containsExactly("our_part");
  }

  @Test
  void evidenceReplacesWhatIsKnownIfItSaysSo() {
    Evidence upload = catalog().get("http_upload").evidence().orElseThrow();

    assertThat(upload.community()).containsExactly(HOUSE);
    assertThat(upload.succession()).isEmpty();
    assertThat(Coverage.of(catalog(), ProsodyVersion.V13_0, List.of("http_upload")).modules())
        .contains("http_upload");
    assertThat(catalog().compatibility("http_upload", ProsodyVersion.V13_0).verdict())
        .isEqualTo(Verdict.COMPATIBLE);
    assertThat(catalog().compatibility("http_upload", ProsodyVersion.V0_12).verdict())
        .isEqualTo(Verdict.INCOMPATIBLE);
    assertThat(catalog().compatibility("http_upload", ProsodyVersion.V0_12).reasons())
        .contains("evidence: your own module (our modules, 2026-12) is not for 0.12");
    assertThat(upload.history()).isEqualTo("one of your own modules");
  }

  @Test
  void declaredDependenciesAddToTheEvidence() {
    ModuleCatalog overlay =
        ModuleCatalog.of(
            List.of(
                ModuleCatalog.complete().get("bosh").toBuilder().addDependency("our_log").build()));

    assertThat(ModuleCatalog.complete().overlaidWith(overlay).requirements("bosh").modules())
        .contains("http", "our_log");
  }

  @Test
  void isReadBackFromAFile() {
    ModuleCatalog catalog = ModuleCatalog.of(List.of(), knowledge());
    ModuleCatalog read = ModuleCatalog.parse(catalog.toJson());

    assertThat(read).isEqualTo(catalog);
    assertThat(read.knowledge().release(V13_1).points())
        .extracting(PointRelease::toString)
        .containsExactly("13.1.0, 2027-03-01", "13.1.1, by 2027-04");
    assertThat(read.knowledge().release(V13_1).advisories()).hasSize(1);
    assertThat(read.knowledge().release(V13_1).libraryVersions())
        .containsEntry("util.jid", VersionRange.of(V13_1))
        .containsEntry("util.late", VersionRange.parse("[13.1.1,13.1]"));
    assertThat(read.knowledge().release(V13_1).supportedUntil()).contains("2029-03");
    assertThat(read.knowledge()).isEqualTo(knowledge());
    assertThat(ModuleCatalog.complete().overlaidWith(read)).isEqualTo(catalog());
    assertThat(catalog().overlaidWith(read)).isEqualTo(catalog());
    assertThat(catalog).isNotEqualTo(ModuleCatalog.of(List.of()));
  }

  @Test
  void joinsTheKnowledgeOfTwoFiles() {
    Knowledge other =
        Knowledge.builder()
            .version("other")
            .asOf(LocalDate.of(2027, 1, 1))
            .source(HOUSE)
            .add(Evidence.builder("http_upload").stage("beta").build())
            .build();
    Knowledge both = knowledge().overlaidWith(other);

    assertThat(both.version()).endsWith(", next, other");
    assertThat(both.asOf()).isEqualTo(LocalDate.of(2027, 3, 1));
    assertThat(both.evidence("http_upload").orElseThrow().stage()).contains("beta");
    assertThat(both.evidence("http_upload").orElseThrow().community()).containsExactly(HOUSE);
    assertThat(both.evidence("smacks")).isEqualTo(knowledge().evidence("smacks"));
  }

  @Test
  void theExampleInTheReadmeIsAFile() throws IOException {
    String readme =
        Files.readString(
            Path.of(System.getProperty("prosodykit.root"), "catalog-data", "README.md"));
    int begin = readme.indexOf("```json\n") + "```json\n".length();
    ModuleCatalog read = ModuleCatalog.parse(readme.substring(begin, readme.indexOf("```", begin)));
    ModuleCatalog all = ModuleCatalog.complete().overlaidWith(read);

    assertThat(all.compatibility("smacks", V13_1).verdict()).isEqualTo(Verdict.COMPATIBLE);
    assertThat(all.get("smacks").evidence().orElseThrow().options())
        .anyMatch(option -> option.value().name().equals("smacks_max"));
    assertThat(all.server().rules().requiredOptions("smacks", V13_1)).hasSize(1);
    assertThat(all.server().rules().conflicts(List.of("smacks", "csi_simple"), V13_1)).hasSize(1);
    assertThat(all.server().options().isCore("gc", V13_1)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                  | the field "version" is missing
          {'version': ' ', 'asOf': '2027-03-01'}              | at least one word
          {'version': 'x', 'asOf': '2027-13-01'}              | not a day: "2027-13-01"; write
          {HEAD, 'releases': [{'version': '13.1.2', 'date': '2027-03', 'lua': []}]} | write the branch of 13.1.2
          {HEAD, 'releases': [{'version': '13.1', 'date': 'soon', 'lua': []}]}      | not a date: "soon"
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'points': [{'version': '13.0.1', 'date': '2027-03'}]}]} | 13.0.1 is not a release of 13.1
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'points': [{'version': '13.1', 'date': '2027-03'}]}]} | 13.1 is not a release; write
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'points': [{'version': '13.1.0'}]}]} | the field "date" is missing
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'supportedUntil': 'soon'}]} | not a date: "soon"
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'functionVersions': [{'name': 'x', 'versions': '13.0.1'}]}]} | 13.0.1 has releases that are not of 13.1
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'libraryVersions': [{'name': 'x', 'versions': 'late'}]}]} | not a range of Prosody versions: "late"
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'libraryVersions': [{'name': 'x'}]}]} | the field "versions" is missing
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'advisories': [{'url': 'u', 'affected': '[13.1,)', 'fixedIn': '13.1.1'}]}]} | 13.1.1 does not fix [13.1,)
          {HEAD, 'releases': [{'version': '13.1', 'date': '2027-03', 'lua': [], 'advisories': [{'affected': '[13.1,)', 'fixedIn': '13.1.1'}]}]} | the field "url" is missing
          {HEAD, 'sources': [{'id': 'a', 'kind': 'rumour', 'release': '13.0', 'date': '2027-03', 'title': 't'}]} | unknown kind "rumour"
          {HEAD, 'modules': [{'name': 'Bad'}]}                | is not a module name
          {HEAD, 'modules': [{'name': 'a'}, {'name': 'a'}]}   | the module "a" is already defined
          {HEAD, 'modules': [{'name': 'a', 'community': ['gone']}]}        | there is no source "gone"
          {HEAD, 'modules': [{'name': 'a', 'community': ['0.12.3']}]}      | is a release of Prosody
          {HEAD, 'modules': [{'name': 'a', 'ships': ['soon']}]}            | soon
          {HEAD, 'modules': [{'name': 'a', 'libraries': [{'name': 'b', 'in': []}]}]} | name at least one source
          {HEAD, 'modules': [{'name': 'a', 'libraries': [{'in': ['0.12.3']}]}]} | the field "name" is missing
          {HEAD, 'modules': [{'name': 'a', 'libraries': [{'name': 'b', 'in': ['0.12.3..gone']}]}]} | there is no source "gone"
          {HEAD, 'modules': [{'name': 'a', 'libraries': [{'name': 'b', 'in': ['0.12.3..2025-10']}]}]} | 2025-10 is a snapshot, which is written by itself
          {HEAD, 'modules': [{'name': 'a', 'libraries': [{'name': 'b', 'in': ['0.12.3..0.12.1']}]}]} | write the older release first
          {HEAD, 'modules': [{'name': 'a', 'scopes': [{'name': 'b', 'in': ['0.12.3']}]}]} | unknown scope "b": choose from global, shared
          {HEAD, 'modules': [{'name': 'a', 'hints': [{'name': 'b', 'in': ['0.12.3']}]}]} | the field "values" is missing
          {HEAD, 'modules': [{'name': 'a', 'specifications': [{'name': 'b', 'in': ['0.12.3']}]}]} | "b"
          {HEAD, 'modules': [{'name': 'a', 'dependencies': [{'name': 'b', 'kind': 'c', 'in': ['0.12.3']}]}]} | unknown kind "c": choose from required, conditional, soft
          {HEAD, 'modules': [{'ships': ['13.0']}]}            | the field "name" is missing
          """)
  void reportsWhatIsWrong(String knowledge, String problem) {
    String json =
        "{'formatVersion': 1, 'modules': [], 'knowledge': %s}"
            .formatted(knowledge.replace("HEAD", "'version': 'x', 'asOf': '2027-03-01'"))
            .replace('\'', '"');

    assertThatExceptionOfType(DocumentException.class)
        .isThrownBy(() -> ModuleCatalog.parse(json))
        .withMessageContaining(problem);
  }
}
