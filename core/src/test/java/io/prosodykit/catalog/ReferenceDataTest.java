package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Source;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.Xep;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the shipped data with the guide's tables and the tables of evidence. */
final class ReferenceDataTest {
  private static final ModuleCatalog CATALOG = ModuleCatalog.reference();

  @Test
  void matrixIsTheGuidesCellByCell() throws IOException {
    List<List<String>> shown = new ArrayList<>();
    for (ModuleEntry entry : CATALOG.modules()) {
      String number = entry.layer().id().substring(0, 2);
      boolean community = entry.stability().compareTo(Stability.OFFICIAL) > 0;
      shown.add(
          List.of(
              section(entry.stability()),
              entry.name(),
              number + "-" + entry.layer().title(),
              entry.purpose(),
              community ? lastWord(entry.stability()) : written(entry.specifications())));
    }

    assertThat(shown).hasSize(49).isEqualTo(Tsv.rows("guide-matrix.tsv"));
  }

  private static String section(Stability stability) {
    return switch (stability) {
      case CORE -> "Core Modules (Always Enabled)";
      case OFFICIAL -> "Official Modules (Enabled by Default)";
      default -> stability.title();
    };
  }

  private static String lastWord(Stability stability) {
    return stability.title().replace("Community ", "").replace(" Modules", "");
  }

  private static String written(List<SpecRef> specifications) {
    return specifications.isEmpty()
        ? "-"
        : specifications.stream().map(SpecRef::toString).collect(Collectors.joining(", "));
  }

  @Test
  void communityModulesHaveNoSpecification() {
    assertThat(
            CATALOG.query().stability(Stability.STABLE, Stability.BETA, Stability.ALPHA).modules())
        .hasSize(25)
        .allMatch(entry -> entry.specifications().isEmpty());
  }

  @Test
  void layersAreTheGuides() throws IOException {
    List<List<String>> shown = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      List<String> row = new ArrayList<>();
      row.addAll(List.of(layer.id().substring(0, 2), layer.title(), layer.summary()));
      layer.concerns().forEach(concern -> row.addAll(List.of(concern.name(), concern.detail())));
      shown.add(row);
    }

    assertThat(shown).isEqualTo(Tsv.rows("guide-layers.tsv"));
  }

  @Test
  void stabilitiesAreTheGuides() throws IOException {
    List<List<String>> shown = new ArrayList<>();
    for (Stability stability : Stability.values()) {
      shown.add(
          List.of(
              stability.title(),
              stability.status(),
              stability.risk(),
              stability.source(),
              stability.description(),
              stability.variable(),
              String.valueOf(stability.enabledByDefault())));
    }

    assertThat(shown).isEqualTo(Tsv.rows("guide-stabilities.tsv"));
  }

  @Test
  void policiesAreTheGuidesTableOfVersions() {
    assertThat(ReferenceGuide.reference().policies())
        .extracting(ReferenceGuide.Policy::written, ReferenceGuide.Policy::statement)
        .containsExactly(
            tuple("0.11.x", "Legacy modules only"),
            tuple("0.12.x", "Core + Official + Stable"),
            tuple("0.13.x", "All modules supported"));
    assertThat(ReferenceGuide.reference().policies())
        .extracting(ReferenceGuide.Policy::stabilities)
        .containsExactly(
            ImmutableSet.of(),
            ImmutableSet.of(Stability.CORE, Stability.OFFICIAL, Stability.STABLE),
            ImmutableSet.copyOf(Stability.values()));
  }

  @Test
  void rulesAndStepsAreTheGuides() {
    assertThat(ReferenceGuide.reference().developmentRules())
        .containsExactly(
            "Choose appropriate layer based on functionality",
            "Follow module naming conventions",
            "Implement proper error handling",
            "Add configuration documentation",
            "Include XEP references where applicable");
    assertThat(ReferenceGuide.reference().updateSteps())
        .containsExactly(
            "Backup current configuration",
            "Update module files",
            "Test in development environment",
            "Deploy to production",
            "Monitor for issues");
    assertThat(ReferenceGuide.reference().resources())
        .extracting(ReferenceGuide.Resource::address)
        .containsExactly(
            URI.create("https://prosody.im/doc/modules"),
            URI.create("https://modules.prosody.im/"),
            URI.create("https://xmpp.org/extensions/"),
            URI.create("https://prosody.im/doc/developers/modules"));
  }

  @Test
  void evidenceOfShippingMatchesTheTableOfReleases() throws IOException {
    List<List<String>> shown = new ArrayList<>();
    for (ModuleEntry entry : CATALOG.modules()) {
      Evidence evidence = entry.evidence().orElseThrow();
      List<String> row = new ArrayList<>(List.of(entry.name()));
      ProsodyVersion.BRANCHES.forEach(
          branch -> row.add(evidence.ships().contains(branch) ? "1" : "0"));
      shown.add(row);
    }

    assertThat(shown).isEqualTo(Tsv.rows("shipped.tsv"));
  }

  @Test
  void legacyModulesAreThe23ThatProsody011Ships() {
    assertThat(CATALOG.query().compatibleWith(ProsodyVersion.V0_11).modules()).hasSize(23);
  }

  @Test
  void snapshotsAreShownIfTheReleaseDoesNotShip() {
    for (ModuleEntry entry : CATALOG.modules()) {
      Evidence evidence = entry.evidence().orElseThrow();
      assertThat(evidence.community())
          .as(entry.name())
          .isSortedAccordingTo(Comparator.comparing(Source::date));
    }
    assertThat(Knowledge.builtIn().evidence("anti_spam").orElseThrow().community())
        .extracting(Source::date)
        .containsExactly("2025-03", "2025-04", "2025-10", "2026-07");
  }

  @Test
  void registryHasEveryXepOnce() {
    assertThat(Xep.registry()).hasSize(517);
    assertThat(Xep.registry().keySet().asList()).isSorted();
    assertThat(XepRef.of(1).registered())
        .contains(new Xep(XepRef.of(1), "XMPP Extension Protocols", "Active", "Procedural"));
    assertThat(XepRef.of(198).registered())
        .contains(new Xep(XepRef.of(198), "Stream Management", "Draft", "Standards Track"));
    assertThat(XepRef.of(9999).registered()).isEmpty();
  }

  @Test
  void everySpecificationOfTheMatrixIsRegistered() {
    assertThat(CATALOG.modules().stream().flatMap(entry -> entry.specifications().stream()))
        .allMatch(
            specification -> specification instanceof RfcRef || specification.title().isPresent());
  }

  @Test
  void everyEntryKnowsItsDocumentation() {
    assertThat(CATALOG.get("smacks").documentation())
        .containsExactly(
            URI.create("https://prosody.im/doc/modules/mod_smacks"),
            URI.create("https://modules.prosody.im/mod_smacks"),
            URI.create("https://xmpp.org/extensions/xep-0198.html"));
    assertThat(CATALOG.get("roster").documentation())
        .containsExactly(
            URI.create("https://prosody.im/doc/modules/mod_roster"),
            URI.create("https://www.rfc-editor.org/rfc/rfc6121.html"));
    assertThat(CATALOG.get("fast").documentation())
        .containsExactly(URI.create("https://modules.prosody.im/"));
    assertThat(CATALOG.modules()).noneMatch(entry -> entry.documentation().isEmpty());
    assertThat(Layer.values()).noneMatch(layer -> layer.documentation().isEmpty());
  }

  @Test
  void isTheSameForEveryThread() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      Callable<ImmutableList<ModuleEntry>> ask =
          () -> ModuleCatalog.reference().query().compatibleWith(ProsodyVersion.V0_12).modules();
      Set<ImmutableList<ModuleEntry>> answers = new HashSet<>();
      for (Future<ImmutableList<ModuleEntry>> answer :
          threads.invokeAll(Collections.nCopies(200, ask))) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }
}
