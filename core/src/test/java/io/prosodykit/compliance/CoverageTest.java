package io.prosodykit.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Stability;
import io.prosodykit.compliance.ComplianceSuite.Category;
import io.prosodykit.compliance.ComplianceSuite.Level;
import io.prosodykit.compliance.ComplianceSuite.Role;
import io.prosodykit.compliance.FeatureCoverage.Gap;
import io.prosodykit.compliance.FeatureCoverage.Verdict;
import io.prosodykit.evidence.Presence;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CoverageTest {
  private static final ModuleCatalog CATALOG = ModuleCatalog.reference();

  @Test
  void saysWhichModuleImplementsASpecificationAndHowCompletely() {
    Coverage coverage = Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("mod_smacks", "bosh"));

    assertThat(coverage.modules()).startsWith("smacks", "bosh");
    Implementation smacks = coverage.find(XepRef.of(198)).orElseThrow();
    assertThat(smacks.modules()).containsExactly("smacks");
    assertThat(smacks.builtIn()).isFalse();
    assertThat(smacks.status()).isEqualTo(DoapEntry.Status.COMPLETE);
    assertThat(smacks.statement().orElseThrow().version()).contains("1.6.2");
    assertThat(smacks).hasToString("XEP-0198 (complete): smacks");
    assertThat(coverage.find(XepRef.of(206)).orElseThrow()).hasToString("XEP-0206 (partial): bosh");
    assertThat(coverage.find(XepRef.of(313))).isEmpty();
    assertThat(coverage.specifications())
        .extracting(Implementation::specification)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void countsWhatProsodyHasWithoutAModule() {
    Coverage coverage = Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of());

    assertThat(coverage.specifications()).allMatch(Implementation::builtIn).isNotEmpty();
    assertThat(coverage.find(XepRef.of(368)).orElseThrow())
        .hasToString("XEP-0368 (complete): built in");
    assertThat(coverage.find(XepRef.of(114))).as("is mod_component's").isEmpty();
    assertThat(coverage.find(XepRef.of(9))).as("went with 0.7").isEmpty();
    assertThat(Coverage.of(CATALOG, ProsodyVersion.V0_12, List.of()).find(XepRef.of(478)))
        .as("came with 13.0")
        .isEmpty();
  }

  @Test
  void countsWhatACommunityModuleNamesWhereTheGuideNamesNothing() {
    ProsodyVersion version = ProsodyVersion.V0_11;
    Coverage coverage = Coverage.of(CATALOG, version, List.of("turncredentials"));

    assertThat(coverage.find(XepRef.of(215)).orElseThrow().modules())
        .containsExactly("turncredentials");
    assertThat(coverage.missing()).noneMatch(cell -> cell.feature().name().startsWith("STUN/TURN"));
    assertThat(Coverage.of(CATALOG, version, List.of()).missing())
        .filteredOn(cell -> cell.feature().name().startsWith("STUN/TURN"))
        .flatExtracting(FeatureCoverage::missing)
        .containsOnly(new Gap(XepRef.of(215), ImmutableList.of("external_services")));
    assertThat(Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("sasl2")).find(XepRef.of(388)))
        .isPresent();
  }

  @Test
  void aCommunityModuleThatProsodyTookOverCountsBeforeWithoutItsStatement() {
    Coverage coverage = Coverage.of(CATALOG, ProsodyVersion.V0_11, List.of("cloud_notify"));

    Implementation push = coverage.find(XepRef.of(357)).orElseThrow();
    assertThat(push.modules()).containsExactly("cloud_notify");
    assertThat(push.statement()).isEmpty();
    assertThat(push.status()).isEqualTo(DoapEntry.Status.UNSTATED);
  }

  @Test
  void aShippedModuleDoesNotCountForWhatItGotLater() {
    Coverage before = Coverage.of(CATALOG, ProsodyVersion.V0_11, List.of("mam"));
    Coverage after = Coverage.of(CATALOG, ProsodyVersion.V0_12, List.of("mam"));

    assertThat(before.find(XepRef.of(184))).isEmpty();
    assertThat(after.find(XepRef.of(184)).orElseThrow().modules()).containsExactly("mam");
  }

  @Test
  void aModuleDoesNotCountForWhatItNoLongerDoes() {
    assertThat(Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("time")).find(XepRef.of(90)))
        .isEmpty();
    assertThat(Coverage.of(CATALOG, ProsodyVersion.V0_12, List.of("time")).find(XepRef.of(90)))
        .hasValueSatisfying(time -> assertThat(time.status()).isEqualTo(DoapEntry.Status.UNSTATED));
  }

  @Test
  void aModuleThatProsodyGaveToTheCommunityStillCounts() {
    Coverage coverage =
        with(ImmutableMap.of("privacy", Presence.COMMUNITY), ImmutableList.of("privacy"));

    assertThat(coverage.find(XepRef.of(16)).orElseThrow())
        .hasToString("XEP-0016 (unstated): privacy");
  }

  @Test
  void onlyAvailableModulesCount() {
    Coverage coverage =
        Coverage.of(
            CATALOG,
            ProsodyVersion.V0_12,
            List.of("mod_smacks", "fast", "no_such_module", "smacks", "../x"));

    assertThat(coverage.modules()).contains("smacks").doesNotHaveDuplicates();
    assertThat(coverage.unavailable()).containsExactly("fast");
    assertThat(coverage.unknown()).contains("no_such_module", "../x");
  }

  @Test
  void whatAModuleLoadsCountsAsWell() {
    Coverage coverage =
        Coverage.of(ModuleCatalog.complete(), ProsodyVersion.V13_0, List.of("bosh", "websocket"));

    assertThat(coverage.modules())
        .containsExactly("bosh", "websocket", "c2s", "http_errors", "http");
  }

  @Test
  void countsModulesOfTheOrganisation() {
    ModuleCatalog own =
        CATALOG.overlaidWith(
            ModuleCatalog.of(
                ImmutableList.of(
                    ModuleEntry.builder("our_push", Layer.SERVICES, Stability.STABLE, "Pushes")
                        .addSpecification(XepRef.of(357))
                        .build())));

    Coverage coverage = Coverage.of(own, ProsodyVersion.V13_0, List.of("our_push"));

    assertThat(coverage.modules()).containsExactly("our_push");
    assertThat(coverage.find(XepRef.of(357)).orElseThrow().modules()).containsExactly("our_push");
  }

  @Test
  void saysWhatIsMissingAndWhichModuleToAdd() {
    Coverage coverage = Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("smacks"));

    assertThat(cell(coverage, "Stream Management", Role.SERVER, Level.ADVANCED).verdict())
        .isEqualTo(Verdict.COVERED);
    FeatureCoverage push =
        cell(coverage, "Third Party Push Notifications", Role.SERVER, Level.ADVANCED);
    assertThat(push.verdict()).isEqualTo(Verdict.MISSING);
    assertThat(push.missing())
        .containsExactly(new Gap(XepRef.of(357), ImmutableList.of("cloud_notify")));
    assertThat(coverage.missing()).contains(push).allMatch(cell -> cell.role() == Role.SERVER);
    assertThat(cell(coverage, "Third Party Push Notifications", Role.SERVER, Level.CORE).verdict())
        .isEqualTo(Verdict.NOT_REQUIRED);
    FeatureCoverage discovery =
        cell(coverage, "Connection Mechanism Discovery", Role.SERVER, Level.ADVANCED);
    assertThat(discovery.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(discovery.missing()).isEmpty();
  }

  @Test
  void advisesWhatProsodyShipsBeforeWhatTheCommunityHas() {
    Coverage coverage =
        with(
            ImmutableMap.of("csi", Presence.COMMUNITY, "csi_simple", Presence.SHIPPED),
            ImmutableList.of());

    assertThat(cell(coverage, "Client State Indication", Role.SERVER, Level.CORE).missing())
        .containsExactly(new Gap(XepRef.of(352), ImmutableList.of("csi_simple", "csi")));
  }

  @Test
  void advisesWhatProsodyNamesBeforeWhatTheCatalogueClaims() {
    ModuleCatalog catalog =
        ModuleCatalog.of(
            ImmutableList.of(
                ModuleEntry.builder("muc_push", Layer.SERVICES, Stability.ALPHA, "Pushes in rooms")
                    .addSpecification(XepRef.of(357))
                    .build()));
    ImmutableMap<String, Presence> claimed = ImmutableMap.of("muc_push", Presence.COMMUNITY);
    ImmutableMap<String, Presence> both =
        ImmutableMap.of("muc_push", Presence.COMMUNITY, "cloud_notify", Presence.COMMUNITY);

    assertThat(push(with(catalog, both, ImmutableList.of())).missing())
        .containsExactly(new Gap(XepRef.of(357), ImmutableList.of("cloud_notify")));
    assertThat(push(with(catalog, claimed, ImmutableList.of())).missing())
        .containsExactly(new Gap(XepRef.of(357), ImmutableList.of("muc_push")));
    assertThat(push(with(catalog, claimed, ImmutableList.of("muc_push"))).verdict())
        .isEqualTo(Verdict.COVERED);
  }

  private static FeatureCoverage push(Coverage coverage) {
    return cell(coverage, "Third Party Push Notifications", Role.SERVER, Level.ADVANCED);
  }

  @Test
  void remarksApplyToTheirRole() {
    Coverage coverage = Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of());

    assertThat(push(coverage).feature().remark(Role.SERVER)).isEmpty();
    assertThat(push(coverage).feature().remark(Role.CLIENT))
        .contains("where the platform ends long connections");
    assertThat(
            cell(coverage, "Private XML Storage", Role.SERVER, Level.CORE)
                .feature()
                .remark(Role.SERVER))
        .contains("for legacy bookmarks");
    assertThat(cell(coverage, "TLS", Role.SERVER, Level.CORE).feature().remark(Role.SERVER))
        .isEmpty();
  }

  @Test
  void advisesNothingThatIsNotAvailable() {
    Coverage coverage =
        with(
            ImmutableMap.of("csi", Presence.ABSENT, "csi_simple", Presence.UNRECORDED),
            ImmutableList.of());

    assertThat(cell(coverage, "Client State Indication", Role.SERVER, Level.CORE).missing())
        .containsExactly(new Gap(XepRef.of(352), ImmutableList.of()));
  }

  @Test
  void serversNeedAllWaysForTheWebAndClientsOne() {
    Coverage coverage = Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("bosh"));

    FeatureCoverage server = cell(coverage, "Web Connection Mechanisms", Role.SERVER, Level.CORE);
    assertThat(server.verdict()).isEqualTo(Verdict.MISSING);
    assertThat(server.implemented())
        .extracting(Implementation::specification)
        .containsExactly(XepRef.of(206));
    assertThat(server.missing())
        .containsExactly(new Gap(RfcRef.of(7395), ImmutableList.of("websocket")));
    FeatureCoverage client = cell(coverage, "Web Connection Mechanisms", Role.CLIENT, Level.CORE);
    assertThat(client.feature().demand(Role.CLIENT, Level.CORE))
        .isEqualTo(SuiteFeature.Demand.ONE_REQUIRED);
    assertThat(client.verdict()).isEqualTo(Verdict.FOR_CLIENTS);
    assertThat(client.missing()).isEmpty();
  }

  @Test
  void theArchiveOfRoomsIsNotTheArchiveOfUsers() {
    ImmutableMap<String, Presence> both =
        ImmutableMap.of("mam", Presence.SHIPPED, "muc_mam", Presence.SHIPPED);

    Coverage users = with(both, ImmutableList.of("mam"));
    Coverage rooms = with(both, ImmutableList.of("muc_mam"));

    assertThat(cell(users, "History Storage / Retrieval", Role.SERVER, Level.ADVANCED).verdict())
        .isEqualTo(Verdict.COVERED);
    assertThat(cell(users, "Advanced Group Chat", Role.SERVER, Level.ADVANCED).missing())
        .contains(new Gap(XepRef.of(313), ImmutableList.of("muc_mam")));
    assertThat(cell(rooms, "History Storage / Retrieval", Role.SERVER, Level.ADVANCED).missing())
        .containsExactly(new Gap(XepRef.of(313), ImmutableList.of("mam")));
    assertThat(cell(rooms, "Advanced Group Chat", Role.SERVER, Level.ADVANCED).implemented())
        .extracting(Implementation::specification)
        .contains(XepRef.of(313));
  }

  @Test
  void nothingIsKnownForAVersionThatIsNotRecorded() {
    Coverage coverage = Coverage.of(CATALOG, ProsodyVersion.parse("14.0"), List.of("roster"));

    assertThat(coverage.unknown()).containsExactly("roster");
    assertThat(coverage.unavailable()).isEmpty();
    assertThat(coverage.missing()).flatExtracting(FeatureCoverage::missing).isNotEmpty();
  }

  @Test
  void keepsSomeCells() {
    Coverage all = Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("smacks"));

    Coverage some = all.selectFeatures(cell -> cell.feature().category() == Category.WEB);

    assertThat(all.features()).hasSize(35 * 4);
    assertThat(some.features()).hasSize(2 * 4);
    assertThat(some.specifications()).isEqualTo(all.specifications());
    assertThat(some)
        .hasToString(
            "Prosody 13.0 with 1 modules: "
                + all.specifications().size()
                + " specifications, 2 cells of the suites missing");
  }

  @Test
  void writesItselfAsJson() {
    Coverage coverage =
        Coverage.of(CATALOG, ProsodyVersion.V0_11, List.of("smacks", "no_such_module"))
            .selectFeatures(
                cell ->
                    cell.role() == Role.SERVER
                        && cell.level() == Level.ADVANCED
                        && cell.feature().name().equals("Third Party Push Notifications"));
    Coverage brief =
        coverage.selectSpecifications(
            implementation ->
                List.of(XepRef.of(198), XepRef.of(82)).contains(implementation.specification()));

    assertThat(brief.toJson())
        .isEqualTo(
            """
            {
              "version": "0.11",
              "suite": "XEP-0479",
              "modules": [
                "smacks"
              ],
              "unavailable": [ ],
              "unknown": [
                "no_such_module"
              ],
              "unconfigured": [ ],
              "requiredOptions": [ ],
              "features": [
                {
                  "category": "mobile",
                  "feature": "Third Party Push Notifications",
                  "role": "server",
                  "level": "advanced",
                  "verdict": "missing",
                  "remark": "",
                  "implemented": [ ],
                  "missing": [
                    {
                      "specification": "XEP-0357",
                      "add": [
                        "cloud_notify"
                      ]
                    }
                  ]
                }
              ],
              "specifications": [
                {
                  "specification": "XEP-0082",
                  "title": "XMPP Date and Time Profiles",
                  "builtIn": true,
                  "modules": [ ],
                  "status": "complete",
                  "version": "1.1.1",
                  "since": "0.1.0"
                },
                {
                  "specification": "XEP-0198",
                  "title": "Stream Management",
                  "builtIn": false,
                  "modules": [
                    "smacks"
                  ],
                  "status": "unstated"
                }
              ],
              "suggestion": {
                "add": [
                  "cloud_notify"
                ],
                "components": [ ],
                "remove": [ ],
                "requiredOptions": [ ],
                "impossible": [ ]
              }
            }
            """);
  }

  @Test
  void printsOneLine() {
    Coverage coverage = Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of());

    assertThat(ComplianceSuite.reference()).hasToString("XEP-0479: 35 features");
    assertThat(cell(coverage, "TLS", Role.SERVER, Level.CORE))
        .hasToString("core server, core: TLS: missing");
    assertThat(cell(coverage, "TLS", Role.SERVER, Level.CORE).feature())
        .hasToString("core: TLS [RFC 7590]");
  }

  @Test
  void parsesTheWordsOfTheSuiteInAnyCase() {
    assertThat(Category.parse("AV")).isEqualTo(Category.AV);
    assertThat(Level.parse("Advanced")).isEqualTo(Level.ADVANCED);
    assertThat(Role.parse("client")).isEqualTo(Role.CLIENT);
    assertThatThrownBy(() -> Category.parse("mobil"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown category \"mobil\": a category with a similar name exists: \"mobile\"; choose from"
                + " core, web, im, mobile, av");
  }

  /** The coverage on 13.0 if only some modules are on record. */
  private static Coverage with(
      ImmutableMap<String, Presence> presences, ImmutableList<String> modules) {
    return with(CATALOG, presences, modules);
  }

  private static Coverage with(
      ModuleCatalog catalog,
      ImmutableMap<String, Presence> presences,
      ImmutableList<String> modules) {
    return new CoverageCalculator(
            catalog, ProsodyVersion.V13_0, module -> Optional.ofNullable(presences.get(module)))
        .coverage(modules);
  }

  private static FeatureCoverage cell(Coverage coverage, String feature, Role role, Level level) {
    return coverage.features().stream()
        .filter(cell -> cell.feature().name().equals(feature))
        .filter(cell -> cell.role() == role && cell.level() == level)
        .findFirst()
        .orElseThrow();
  }
}
