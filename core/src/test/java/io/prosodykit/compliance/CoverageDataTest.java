package io.prosodykit.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Tsv;
import io.prosodykit.compliance.ComplianceSuite.Level;
import io.prosodykit.compliance.ComplianceSuite.Role;
import io.prosodykit.compliance.FeatureCoverage.Verdict;
import io.prosodykit.compliance.SuiteFeature.Demand;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.specification.RfcRef;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Compares the shipped statements and suites with their sources, and checks the resulting coverage.
 */
final class CoverageDataTest {
  @Test
  void statementsAreProsodysCellByCell() throws IOException {
    List<List<String>> shown = new ArrayList<>();
    for (DoapEntry statement : DoapEntry.all()) {
      shown.add(
          List.of(
              statement.specification().toString(),
              statement.version().orElse(""),
              statement.since().map(ProsodyVersion::toString).orElse(""),
              statement.until().map(ProsodyVersion::toString).orElse(""),
              statement.status() == DoapEntry.Status.UNSTATED ? "" : "" + statement.status(),
              String.join(",", statement.modules()),
              String.join(",", statement.furtherModules())));
    }

    assertThat(shown).hasSize(18 + 99).isEqualTo(Tsv.rows("statements.tsv"));
  }

  @Test
  void suiteIsTheTablesCellByCell() throws IOException {
    List<List<String>> shown = new ArrayList<>();
    for (SuiteFeature feature : ComplianceSuite.reference().features()) {
      shown.add(
          List.of(
              feature.category().toString(),
              feature.name(),
              cell(feature.demand(Role.SERVER, Level.CORE)),
              cell(feature.demand(Role.CLIENT, Level.CORE)),
              cell(feature.demand(Role.SERVER, Level.ADVANCED)),
              cell(feature.demand(Role.CLIENT, Level.ADVANCED)),
              written(feature.specifications()),
              feature.remark()));
    }

    assertThat(shown).hasSize(7 + 2 + 18 + 3 + 5).isEqualTo(Tsv.rows("compliance.tsv"));
    assertThat(ComplianceSuite.reference().specification()).isEqualTo(XepRef.of(479));
    assertThat(ComplianceSuite.reference().specification().title())
        .contains("XMPP Compliance Suites 2023");
  }

  private static String cell(Demand demand) {
    return switch (demand) {
      case REQUIRED -> "yes";
      case ONE_REQUIRED -> "one";
      case NOT_REQUIRED -> "no";
      case NOT_APPLICABLE -> "N/A";
    };
  }

  private static String written(ImmutableList<SpecRef> specifications) {
    return specifications.stream().map(SpecRef::toString).collect(Collectors.joining(", "));
  }

  @Test
  void advancedRequiresWhatCoreRequires() {
    for (SuiteFeature feature : ComplianceSuite.reference().features()) {
      for (Role role : Role.values()) {
        Demand core = feature.demand(role, Level.CORE);
        if (core == Demand.REQUIRED || core == Demand.ONE_REQUIRED) {
          assertThat(feature.demand(role, Level.ADVANCED)).as("%s", feature).isEqualTo(core);
        }
      }
    }
  }

  @Test
  void everySpecificationIsRegistered() {
    assertThat(DoapEntry.all())
        .extracting(DoapEntry::specification)
        .allMatch(wanted -> wanted instanceof RfcRef || wanted.title().isPresent());
    assertThat(ComplianceSuite.reference().features())
        .flatExtracting(SuiteFeature::specifications)
        .allMatch(wanted -> wanted instanceof RfcRef || wanted.title().isPresent());
  }

  @Test
  void everyModuleOfAStatementIsOneOfProsodys() throws IOException {
    Map<String, List<String>> released = released();

    assertThat(DoapEntry.all())
        .flatExtracting(DoapEntry::allModules)
        .allMatch(released::containsKey);
  }

  @Test
  void communityModulesNameSpecificationsThatTheGuideDoesNot() {
    DoapData.reference()
        .community()
        .forEach(
            (specification, modules) ->
                assertThat(modules)
                    .allSatisfy(
                        module -> {
                          ModuleEntry entry = ModuleCatalog.reference().get(module);
                          assertThat(entry.specifications()).isEmpty();
                          assertThat(entry.evidence().orElseThrow().specifications())
                              .extracting(Sourced::value)
                              .contains(specification);
                        }));
    assertThat(DoapData.reference().community()).isNotEmpty();
  }

  @Test
  void namesEachModuleOnce() {
    assertThat(DoapEntry.all())
        .noneMatch(
            statement ->
                statement.furtherModules().stream().anyMatch(statement.modules()::contains));
  }

  /**
   * The approved coverage of the suites by a server that loads every module of a release. After an
   * intended change, {@code -Dprosodykit.rewriteGolden=true} rewrites the table, and fails.
   */
  @Test
  void coversTheSuitesOnEachReleaseAsApproved() throws IOException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (ProsodyVersion branch : ProsodyVersion.BRANCHES) {
      for (FeatureCoverage cell : ofAllThatIsReleased(branch).features()) {
        if (cell.verdict() == Verdict.COVERED || cell.verdict() == Verdict.MISSING) {
          String row =
              cell.feature().category() + "\t" + cell.feature().name() + "\t" + cell.level();
          rows.computeIfAbsent(row, name -> new ArrayList<>()).add(inWords(cell));
        }
      }
    }
    StringBuilder table =
        new StringBuilder("category\tfeature\tlevel\t0.9\t0.10\t0.11\t0.12\t13.0\n");
    rows.forEach(
        (row, cells) ->
            table.append(row).append('\t').append(String.join("\t", cells)).append('\n'));

    if (Boolean.getBoolean("prosodykit.rewriteGolden")) {
      Files.writeString(Path.of("src/test/resources/io/prosodykit/catalog/coverage.tsv"), table);
      fail("coverage.tsv was written anew; read its difference");
    }
    assertThat(table.toString()).isEqualTo(Tsv.text("coverage.tsv"));
  }

  private static String inWords(FeatureCoverage cell) {
    return cell.verdict() == Verdict.COVERED
        ? cell.implemented().stream()
            .map(
                specification ->
                    specification.builtIn()
                        ? "built in"
                        : String.join(",", specification.modules()))
            .collect(Collectors.joining("; "))
        : "missing "
            + cell.missing().stream()
                .map(gap -> gap.specification().toString())
                .collect(Collectors.joining(", "));
  }

  private static Coverage ofAllThatIsReleased(ProsodyVersion branch) throws IOException {
    Map<String, List<String>> released = released();
    int column = ProsodyVersion.BRANCHES.indexOf(branch);
    return new CoverageCalculator(
            ModuleCatalog.reference(),
            branch,
            module ->
                Optional.ofNullable(released.get(module))
                    .map(
                        cells ->
                            cells.get(column).equals("1") ? Presence.SHIPPED : Presence.ABSENT))
        .coverage(released.keySet());
  }

  private static Map<String, List<String>> released() throws IOException {
    Map<String, List<String>> released = new LinkedHashMap<>();
    for (List<String> row : Tsv.rows("released.tsv")) {
      released.put(row.get(0), row.subList(1, row.size()));
    }
    return released;
  }
}
