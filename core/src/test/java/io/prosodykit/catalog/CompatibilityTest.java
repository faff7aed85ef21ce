package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Compatibility.Basis;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompatibilityTest {
  private static final ModuleCatalog CATALOG = ModuleCatalog.reference();

  /**
   * Every module on every branch and trunk, as approved. After an intended change, {@code
   * -Dprosodykit.rewriteGolden=true} rewrites the table, and fails.
   */
  @Test
  void evaluatesEveryModuleOnEveryBranchAsApproved() throws IOException {
    StringBuilder table =
        new StringBuilder("module\tversion\tverdict\tpolicy\tpresence\treasons\n");
    for (ModuleEntry entry : CATALOG.modules()) {
      for (Compatibility result : Compatibility.onEveryBranch(entry)) {
        table.append(
            String.join(
                "\t",
                result.module(),
                result.version().toString(),
                result.verdict().toString(),
                result.policy().toString(),
                result.presence().toString(),
                String.join("; ", result.reasons())));
        table.append('\n');
      }
    }

    if (Boolean.getBoolean("prosodykit.rewriteGolden")) {
      Files.writeString(
          Path.of("src/test/resources/io/prosodykit/catalog/compatibility.tsv"), table);
      fail("compatibility.tsv was written anew; read its difference");
    }
    assertThat(table.toString()).isEqualTo(Tsv.text("compatibility.tsv"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          roster       | 0.12.3 | COMPATIBLE   | SHIPPED    | COMPATIBLE
          firewall     | 0.12.3 | COMPATIBLE   | COMMUNITY  | COMPATIBLE
          extdisco     | 13.0   | COMPATIBLE   | COMMUNITY  | COMPATIBLE
          fast         | 13.0   | COMPATIBLE   | ABSENT     | DISPUTED
          bookmarks    | 0.12.3 | INCOMPATIBLE | SHIPPED    | DISPUTED
          smacks       | 0.11.9 | INCOMPATIBLE | COMMUNITY  | INCOMPATIBLE
          extdisco     | 0.11.9 | INCOMPATIBLE | COMMUNITY  | INCOMPATIBLE
          fast         | 0.12.3 | INCOMPATIBLE | ABSENT     | INCOMPATIBLE
          roster       | 0.9    | UNKNOWN      | SHIPPED    | COMPATIBLE
          firewall     | trunk  | UNKNOWN      | COMMUNITY  | COMPATIBLE
          smacks       | 0.10.4 | UNKNOWN      | COMMUNITY  | COMPATIBLE
          smacks       | 14.0   | UNKNOWN      | UNRECORDED | UNKNOWN
          fast         | trunk  | UNKNOWN      | ABSENT     | INCOMPATIBLE
          carbons      | 0.9    | UNKNOWN      | COMMUNITY  | COMPATIBLE
          """)
  void verdictFollowsFromPolicyAndPresence(
      String module, String version, Verdict policy, Presence presence, Verdict verdict) {
    Compatibility result = CATALOG.compatibility(module, ProsodyVersion.parse(version));

    assertThat(result.policy()).isEqualTo(policy);
    assertThat(result.presence()).isEqualTo(presence);
    assertThat(result.verdict()).isEqualTo(verdict);
    boolean unconfirmed = policy == Verdict.COMPATIBLE && presence == Presence.UNRECORDED;
    assertThat(result.reasons())
        .filteredOn(reason -> !reason.startsWith("advice: "))
        .hasSize(verdict == Verdict.DISPUTED || unconfirmed ? 3 : 2);
  }

  @Test
  void givesTheReasonsOfPolicyAndEvidence() {
    assertThat(CATALOG.compatibility("smacks", ProsodyVersion.parse("0.11.9")).reasons())
        .containsExactly(
            "policy: for 0.11.x the guide says \"Legacy modules only\", which excludes smacks,"
                + " because 0.11 does not ship it",
            "evidence: has shipped with Prosody since 0.12; on 0.11 it is a community module (Debian 11's"
                + " prosody-modules, 2021-01)");
  }

  @Test
  void saysThatPolicyAndEvidenceDiffer() {
    assertThat(CATALOG.compatibility("bookmarks", ProsodyVersion.V0_12).reasons())
        .contains("policy and evidence differ: the guide excludes a module that Prosody ships");
    assertThat(CATALOG.compatibility("json_logs", ProsodyVersion.V13_0).reasons())
        .contains("policy and evidence differ: the guide covers a module that is not available")
        .contains("advice: the community has it as log_json: load that instead");
    assertThat(CATALOG.compatibility("fast", ProsodyVersion.V0_11).reasons())
        .contains("advice: the community has it as sasl2_fast, but not at the time of 0.11");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bookmarks2   | 0.11 | COMPATIBLE   | on 0.11 it is a community module
          bookmarks2   | 13.0 | INCOMPATIBLE | replaced by bookmarks since 0.12
          bookmarks2   | 13.0 | INCOMPATIBLE | , but not at the time of 13.0
          vcard_muc    | 0.12 | COMPATIBLE   | on 0.12 it is a community module
          vcard_muc    | 13.0 | INCOMPATIBLE | , but 13.0 refuses to load it, because it conflicts with the feature muc_vcard, which 13.0 has
          http_connect | 13.0 | INCOMPATIBLE | because it requires the feature net-connect-filter, which 13.0 lacks
          http_upload  | 0.12 | COMPATIBLE   | replaced by http_file_share since 0.12
          http_upload  | 13.0 | INCOMPATIBLE | 2024-01), but not at the time of 13.0
          adhoc        | 0.9  | COMPATIBLE   | has shipped with Prosody since 0.9
          compression  | 0.10 | COMPATIBLE   | shipped with Prosody from 0.9 to 0.10
          compression  | 13.0 | INCOMPATIBLE | removed from Prosody in 0.11
          flags        | 13.0 | COMPATIBLE   | part of Prosody since 13.0: remove the community's copy
          mam_muc      | 13.0 | INCOMPATIBLE | replaced by muc_mam since 0.11
          """)
  void usesTheEvidenceIfTheGuideDoesNotListAModule(
      String module, String version, Verdict verdict, String reason) {
    Compatibility result =
        ModuleCatalog.complete().compatibility(module, ProsodyVersion.parse(version));

    assertThat(result.policy()).isEqualTo(Verdict.UNKNOWN);
    assertThat(result.reasons())
        .contains("policy: the guide does not list " + module)
        .anySatisfy(said -> assertThat(said).contains(reason));
    assertThat(result.verdict()).isEqualTo(verdict);
  }

  @Test
  void evaluatesOnEveryBranchOfARange() {
    assertThat(CATALOG.compatibility("smacks", VersionRange.parse("[0.11.9,0.12]")))
        .containsExactly(
            CATALOG.compatibility("smacks", ProsodyVersion.V0_11),
            CATALOG.compatibility("smacks", ProsodyVersion.V0_12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[14.0,)", "[13.1,)", "trunk", "0.12,[14.0,)"})
  void refusesARangeAboutWhichNothingIsKnown(String range) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CATALOG.compatibility("smacks", VersionRange.parse(range)))
        .withMessageEndingWith(": choose from 0.9, 0.10, 0.11, 0.12, 13.0");
  }

  @Test
  void knowsTheBranches() {
    assertThat(Knowledge.builtIn().release(ProsodyVersion.TRUNK).version())
        .isEqualTo(ProsodyVersion.V13_0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Knowledge.builtIn().release(ProsodyVersion.parse("14.0.2")))
        .withMessage(
            "nothing is known about Prosody 14.0.2: choose from 0.9, 0.10, 0.11, 0.12, 13.0, trunk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.8", "13.1", "14.0.2"})
  void saysThatNothingIsRecordedAboutAVersion(String version) {
    Compatibility result = CATALOG.compatibility("roster", ProsodyVersion.parse(version));

    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(result.reasons())
        .last()
        .asString()
        .startsWith("evidence: nothing is recorded about Prosody ");
  }

  @Test
  void reportsAnUnknownModuleWithoutAnException() {
    Compatibility result = CATALOG.compatibility("mod_smack", ProsodyVersion.V0_12);

    assertThat(result.module()).isEqualTo("smack");
    assertThat(result.verdict()).isEqualTo(Verdict.INCOMPATIBLE);
    assertThat(result.reasons())
        .containsExactly(
            "policy: the guide does not list smack",
            "evidence: neither Prosody 0.12 nor the community of its time has a module \"smack\": a"
                + " module with a similar name exists: \"smacks\"");
    assertThat(CATALOG.compatibility("mod_smack", ProsodyVersion.parse("14.0")).verdict())
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void thePolicyDoesNotSpeakOfModulesOfTheOrganisation() {
    ModuleCatalog own =
        ModuleCatalog.of(
            ImmutableList.of(
                ModuleEntry.builder("our_relay", Layer.STANZA, Stability.ALPHA, "Relays").build()));

    for (ProsodyVersion branch : own.knowledge().branches()) {
      Compatibility result = own.compatibility("our_relay", branch);

      assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
      assertThat(result.reasons())
          .containsExactly(
              "policy: the guide does not list our_relay",
              "evidence: nothing is recorded about our_relay");
    }
  }

  @Test
  void eachQuestionChoosesItsBasis() {
    Compatibility result = CATALOG.compatibility("bookmarks", ProsodyVersion.parse("0.12.3"));

    assertThat(result.verdict(Basis.BOTH)).isEqualTo(Verdict.DISPUTED);
    assertThat(result.verdict(Basis.POLICY)).isEqualTo(Verdict.INCOMPATIBLE);
    assertThat(result.verdict(Basis.EVIDENCE)).isEqualTo(Verdict.COMPATIBLE);
    assertThat(result.reasons(Basis.POLICY))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("policy: ");
    assertThat(result.reasons(Basis.EVIDENCE))
        .containsExactly(
            "evidence: has shipped with Prosody since 0.12",
            "advice: part of Prosody since 0.12: remove the community's copy from plugin_paths");
    assertThat(result.reasons(Basis.BOTH)).isEqualTo(result.reasons());
  }

  @Test
  void printsOneLine() {
    assertThat(CATALOG.compatibility("roster", ProsodyVersion.parse("0.12.3")))
        .hasToString(
            "roster on 0.12.3: compatible; policy: for 0.12.x the guide says \"Core + Official +"
                + " Stable\", which covers roster (core); evidence: has shipped with Prosody since 0.9 or"
                + " earlier");
  }

  @Test
  void nothingThatTheCommunityHasIsUnknown() {
    ImmutableList<Compatibility> results =
        ModuleCatalog.complete().modules().stream()
            .filter(
                module ->
                    module.evidence().stream()
                        .flatMap(evidence -> evidence.community().stream())
                        .anyMatch(snapshot -> snapshot.id().equals("2025-10")))
            .map(module -> Compatibility.of(module, ProsodyVersion.V13_0))
            .collect(ImmutableList.toImmutableList());

    assertThat(results).hasSizeGreaterThan(400);
    assertThat(results).filteredOn(one -> one.evidence() == Verdict.UNKNOWN).isEmpty();
    assertThat(results)
        .filteredOn(one -> one.evidence() == Verdict.INCOMPATIBLE)
        .extracting(Compatibility::module)
        .containsExactlyInAnyOrder("http_connect", "vcard_muc");
  }

  @Test
  void writesResultsAsJson() {
    assertThat(
            Compatibility.toJson(
                ImmutableList.of(CATALOG.compatibility("fast", ProsodyVersion.V0_9))))
        .isEqualTo(
            """
            {
              "compatibility": [
                {
                  "module": "fast",
                  "version": "0.9",
                  "verdict": "incompatible",
                  "policy": "unknown",
                  "evidence": "incompatible",
                  "presence": "absent",
                  "reasons": [
                    "policy: the guide says nothing about 0.9",
                    "evidence: no Prosody release and no community snapshot on record has it",
                    "advice: the community has it as sasl2_fast, but not at the time of 0.9"
                  ]
                }
              ]
            }
            """);
  }

  @Test
  void parsesVerdictsInAnyCase() {
    assertThat(Verdict.parse("Disputed")).isEqualTo(Verdict.DISPUTED);
    assertThatThrownBy(() -> Verdict.parse("fine"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown verdict \"fine\": choose from compatible, disputed, incompatible, unknown");
  }
}
