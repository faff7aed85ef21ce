package io.prosodykit.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.compliance.ComplianceSuite.Category;
import io.prosodykit.evidence.Presence;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is suggested to cover what a server lacks. */
class CoverageSuggestionTest {
  private static final ModuleCatalog CATALOG = ModuleCatalog.complete();

  @Test
  void suggestionsFromNothingCoverEverythingThatCanBeCovered() {
    for (ProsodyVersion branch : List.of(ProsodyVersion.V0_12, ProsodyVersion.V13_0)) {
      CoverageSuggestion suggestion = Coverage.of(CATALOG, branch, List.of()).suggest();

      assertThat(suggestion.impossible()).isEmpty();
      assertThat(suggestion.components())
          .extracting(CoverageSuggestion.Component::toString)
          .containsExactly("Component \"HOST\"", "Component \"HOST\" \"muc\" with muc_mam");
      assertThat(suggestion.add()).doesNotContain("muc", "muc_mam", "component", "vcard");
      List<String> all = all(suggestion);
      assertThat(Coverage.of(CATALOG, branch, all).missing()).isEmpty();
      assertThat(ServerFacts.reference().rules().conflicts(suggestion.add(), branch)).isEmpty();
    }
  }

  private static List<String> all(CoverageSuggestion suggestion) {
    List<String> all = new ArrayList<>(suggestion.add());
    for (CoverageSuggestion.Component component : suggestion.components()) {
      all.add(component.component());
      all.addAll(component.modules());
    }
    return all;
  }

  @Test
  void namesWhatNoModuleHas() {
    CoverageSuggestion suggestion = Coverage.of(CATALOG, ProsodyVersion.V0_11, List.of()).suggest();

    assertThat(suggestion.impossible()).contains(XepRef.of(402));
    assertThat(Coverage.of(CATALOG, ProsodyVersion.V0_11, all(suggestion)).missing())
        .flatExtracting(FeatureCoverage::missing)
        .extracting(FeatureCoverage.Gap::specification)
        .isSubsetOf(suggestion.impossible());
  }

  @Test
  void directInvitationsNeedNoModule() {
    for (ProsodyVersion branch : ProsodyVersion.BRANCHES) {
      Coverage coverage = Coverage.of(CATALOG, branch, List.of("muc"));

      assertThat(coverage.specifications())
          .filteredOn(each -> each.specification().equals(XepRef.of(249)))
          .singleElement()
          .hasToString(
              "XEP-0249 ("
                  + (branch.compareTo(ProsodyVersion.V0_12) < 0 ? "unstated" : "complete")
                  + "): built in");
      assertThat(coverage.suggest().impossible()).doesNotContain(XepRef.of(249));
      assertThat(
              coverage
                  .selectFeatures(cell -> cell.feature().name().equals("Group Chat"))
                  .suggest()
                  .add())
          .isEmpty();
    }
  }

  @Test
  void removesWhatConflictsAndDoesNotSuggestIt() {
    CoverageSuggestion suggestion =
        Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("vcard", "vcard_legacy", "muc"))
            .selectFeatures(cell -> cell.feature().category() == Category.CORE)
            .suggest();

    assertThat(suggestion.remove()).extracting(ModuleConflict::module).containsExactly("vcard");
    // mod_muc loads mod_vcard, but on the component
    assertThat(
            Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("vcard_legacy", "muc"))
                .suggest()
                .remove())
        .isEmpty();
    CoverageSuggestion replacing =
        Coverage.of(CATALOG, ProsodyVersion.V13_0, List.of("vcard"))
            .selectFeatures(cell -> cell.feature().category() == Category.IM)
            .suggest();
    assertThat(replacing.add()).contains("vcard_legacy");
    assertThat(replacing.remove()).extracting(ModuleConflict::module).containsExactly("vcard");
  }

  @Test
  void namesTheOptionsThatTheModulesNeed() {
    ImmutableSet<String> known = ImmutableSet.of("turn_external");
    CoverageSuggestion suggestion =
        new CoverageCalculator(
                CATALOG,
                ProsodyVersion.V13_0,
                module -> Optional.of(known.contains(module) ? Presence.SHIPPED : Presence.ABSENT))
            .coverage(List.of())
            .selectFeatures(cell -> cell.feature().category() == Category.AV)
            .suggest();

    assertThat(suggestion.add()).containsExactly("turn_external");
    assertThat(suggestion.requiredOptions())
        .extracting(Object::toString)
        .containsExactly("turn_external_secret");
  }

  @Test
  void aModuleThatIsNotConfiguredDoesNotCount() {
    ConfiguredHost without = host("without", ImmutableSet.of());
    ConfiguredHost with = host("with", ImmutableSet.of("turn_external_secret"));

    assertThat(av(without).unconfigured()).containsExactly("turn_external");
    assertThat(av(without).modules()).doesNotContain("turn_external");
    assertThat(av(without).missing()).isNotEmpty();
    assertThat(av(without).suggest().add()).isEmpty();
    assertThat(av(without).suggest().requiredOptions())
        .extracting(Object::toString)
        .containsExactly("turn_external_secret");
    for (Coverage configured : List.of(av(with), av(without, with))) {
      assertThat(configured.unconfigured()).isEmpty();
      assertThat(configured.modules()).contains("turn_external");
      assertThat(configured.missing()).isEmpty();
      assertThat(configured.requiredOptions()).isEmpty();
    }
  }

  @Test
  void withoutAConfigurationAModuleThatNeedsAnOptionIsNotSure() {
    assertThat(av().features())
        .filteredOn(cell -> cell.role() == ComplianceSuite.Role.SERVER)
        .extracting(FeatureCoverage::verdict)
        .filteredOn(verdict -> verdict != FeatureCoverage.Verdict.NOT_APPLICABLE)
        .containsOnly(FeatureCoverage.Verdict.IF_CONFIGURED);
    assertThat(av().modules()).contains("external_services");
    assertThat(av().suggest().add()).isEmpty();
    assertThat(av().suggest().requiredOptions())
        .extracting(Object::toString)
        .containsExactly("turn_external_secret");
    assertThat(
            Coverage.of(
                    CATALOG, ProsodyVersion.V13_0, List.of("turn_external", "external_services"))
                .features())
        .extracting(FeatureCoverage::verdict)
        .doesNotContain(FeatureCoverage.Verdict.IF_CONFIGURED);
  }

  @Test
  void removesWhatConflictsOnAHost() {
    ConfiguredHost host =
        new ConfiguredHost(
            "VirtualHost \"x\"",
            Optional.empty(),
            ImmutableSet.of("vcard", "vcard_legacy"),
            ImmutableSet.of(),
            true);
    Coverage coverage =
        Coverage.of(
            CATALOG,
            ProsodyVersion.V13_0,
            List.of("vcard", "vcard_legacy"),
            ImmutableList.of(host));

    assertThat(coverage.unconfigured()).containsExactly("vcard");
    assertThat(coverage.suggest().remove())
        .extracting(ModuleConflict::module)
        .containsExactly("vcard");
  }

  private static Coverage av(ConfiguredHost... hosts) {
    return Coverage.of(
            CATALOG, ProsodyVersion.V13_0, List.of("turn_external"), ImmutableList.copyOf(hosts))
        .selectFeatures(cell -> cell.feature().category() == Category.AV);
  }

  private static ConfiguredHost host(String name, ImmutableSet<String> options) {
    return new ConfiguredHost(
        "VirtualHost \"" + name + "\"",
        Optional.empty(),
        ImmutableSet.of("turn_external"),
        options,
        true);
  }
}
