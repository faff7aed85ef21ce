package io.prosodykit.report;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.Compatibility.Basis;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Stability;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.Source;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.version.ProsodyVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CompatibilityReportTest {
  private static final ProsodyVersion V0_11 = ProsodyVersion.parse("0.11");

  private final CompatibilityReport report =
      CompatibilityReport.of(
          ModuleCatalog.complete(),
          ImmutableMap.of(
              "roster", List.of(ProsodyVersion.V13_0, V0_11), "cloud_notify", List.of(V0_11)),
          Basis.BOTH);

  private List<String> reasons(int result) {
    return report.results().get(result).reasons();
  }

  @Test
  void judgesModulesByTheConfigurationThatLoadsThem() {
    ImmutableSet<String> modules =
        ImmutableSet.of("pep", "pep_simple", "turn_external", "vcard", "vcard_legacy");
    List<ConfiguredHost> hosts =
        Stream.of("a", "b")
            .map(name -> "VirtualHost \"" + name + "\"")
            .map(
                section ->
                    new ConfiguredHost(section, Optional.empty(), modules, ImmutableSet.of(), true))
            .toList();

    CompatibilityReport configured =
        CompatibilityReport.of(
                ModuleCatalog.complete(),
                modules.stream()
                    .collect(toImmutableMap(m -> m, m -> List.of(ProsodyVersion.V13_0))),
                Basis.EVIDENCE)
            .configuredBy(
                Map.of(
                    ProsodyVersion.V13_0,
                    ServerFacts.reference().rules().faults(hosts, ProsodyVersion.V13_0)));

    assertThat(configured.results())
        .extracting(result -> result.module() + ": " + result.verdict(Basis.EVIDENCE))
        .containsExactly(
            "pep: compatible",
            "pep_simple: compatible",
            "turn_external: incompatible",
            "vcard: incompatible",
            "vcard_legacy: compatible");
    assertThat(configured.results().get(1).reasons(Basis.EVIDENCE))
        .contains(
            "advice: in VirtualHost \"a\" and 1 more it conflicts with pep: both answer the same"
                + " requests, and pep does what pep_simple does; remove pep_simple");
    assertThat(configured.results().get(2).reasons(Basis.EVIDENCE))
        .contains(
            "configuration: in VirtualHost \"a\" and 1 more it does not work without the option"
                + " turn_external_secret, which is not set");
    assertThat(configured.failure(List.of(Verdict.INCOMPATIBLE)))
        .contains("2 of 5 checks failed: incompatible on 13.0: turn_external, vcard");
  }

  @Test
  void advisesOnWhatAConfigurationNeeds() {
    CompatibilityReport advised =
        CompatibilityReport.of(
                ModuleCatalog.complete(),
                Stream.of("turn_external", "vcard", "vcard_legacy")
                    .collect(toImmutableMap(m -> m, m -> List.of(ProsodyVersion.V13_0))),
                Basis.EVIDENCE)
            .withConfigurationAdvice(ModuleCatalog.complete());

    assertThat(advised.results())
        .extracting(result -> result.verdict(Basis.EVIDENCE))
        .containsOnly(Verdict.COMPATIBLE);
    assertThat(advised.results().get(0).reasons())
        .contains("advice: set turn_external_secret: the module does not work without");
    assertThat(advised.results().get(1).reasons())
        .contains(
            "advice: on a host with vcard_legacy, do not enable vcard: vcard_legacy does what vcard"
                + " does, and Prosody then skips vcard");
    assertThat(advised.results().get(2).reasons())
        .noneMatch(reason -> reason.contains("do not enable"));
  }

  @Test
  void keepsTheOrderOfModulesAndVersions() {
    assertThat(report.results())
        .extracting(result -> result.module() + " " + result.version())
        .containsExactly("roster 13.0", "roster 0.11", "cloud_notify 0.11");
  }

  @Test
  void hasALineForEachReasonAndCountsVerdicts() {
    assertThat(report.toText())
        .startsWith(
            "MODULE        VERSION  VERDICT       REASONS\nroster        13.0     compatible")
        .contains("\ncloud_notify  0.11     incompatible  " + reasons(2).get(0) + "\n")
        .endsWith("\n\n2 compatible, 1 incompatible\n");
  }

  @Test
  void advisesWhatToInstall() {
    CompatibilityReport advised =
        CompatibilityReport.of(
                ModuleCatalog.complete(),
                ImmutableMap.of(
                    "auth_ldap", List.of(ProsodyVersion.V13_0, V0_11),
                    "storage_sql", List.of(ProsodyVersion.V0_12),
                    "http_files", List.of(ProsodyVersion.V0_12)),
                Basis.EVIDENCE)
            .withPackages(ModuleCatalog.complete());

    assertThat(advised.failure(List.of(Verdict.INCOMPATIBLE, Verdict.UNKNOWN))).isEmpty();
    assertThat(advised.results().get(0).reasons())
        .endsWith("advice: for lualdap, install lua-ldap (Debian) or lualdap (LuaRocks)");
    assertThat(advised.results().get(2).reasons(Basis.EVIDENCE))
        .endsWith(
            "advice: for DBI, install one of lua-dbi-mysql, lua-dbi-postgresql, lua-dbi-sqlite3"
                + " (Debian) or luadbi (LuaRocks)");
    // it loads lfs, which comes with Prosody
    assertThat(advised.results().get(3).reasons()).noneMatch(reason -> reason.contains("install"));
  }

  private static final Source OURS =
      new Source("ours", Source.Kind.LOCAL, ProsodyVersion.V13_0, "2026-12", "our modules", true);

  @Test
  void advisesOnModulesThatAPackageLacks() {
    CompatibilityReport advised =
        CompatibilityReport.of(
                ModuleCatalog.complete(),
                ImmutableMap.of(
                    "invites_register_web",
                    List.of(ProsodyVersion.V0_12, ProsodyVersion.V13_0),
                    "muc_mam",
                    List.of(ProsodyVersion.V0_12)),
                Basis.EVIDENCE)
            .withPackages(ModuleCatalog.complete());

    assertThat(advised.results().get(0).reasons())
        .contains(
            "advice: it loads password_policy, which is not in Debian 12's prosody-modules, 2023-02");
    assertThat(advised.results().get(1).reasons()).noneMatch(reason -> reason.contains("it loads"));
    assertThat(advised.results().get(2).reasons()).noneMatch(reason -> reason.contains("it loads"));
    assertThat(advised.results()).allMatch(result -> result.verdict() == Verdict.COMPATIBLE);
  }

  @Test
  void advisesOnModulesThatAreNotAvailable() {
    Knowledge knowledge =
        Knowledge.builder()
            .version("ours")
            .asOf(LocalDate.of(2026, 12, 1))
            .source(OURS)
            .add(
                Evidence.builder("our_part")
                    .community(OURS)
                    .dependency(
                        new ModuleDependency("privacy", ModuleDependency.Kind.REQUIRED),
                        List.of(OURS))
                    .build())
            .build();
    ModuleCatalog catalog =
        ModuleCatalog.of(
            List.of(
                ModuleEntry.builder("our_part", Layer.SERVICES, Stability.STABLE, "Ours").build()),
            knowledge);

    assertThat(
            CompatibilityReport.of(
                    catalog,
                    ImmutableMap.of("our_part", List.of(ProsodyVersion.V13_0)),
                    Basis.EVIDENCE)
                .withPackages(catalog)
                .results()
                .get(0)
                .reasons())
        .endsWith("advice: it loads privacy, which is not available on 13.0");
  }

  @Test
  void hasARecordForEachJudgement() {
    Compatibility last = report.results().get(2);

    assertThat(report.toRecords())
        .hasSize(4)
        .startsWith(
            ImmutableList.of(
                "module", "version", "verdict", "policy", "evidence", "presence", "reasons"))
        .endsWith(
            ImmutableList.of(
                "cloud_notify",
                "0.11",
                "incompatible",
                last.policy().toString(),
                last.evidence().toString(),
                last.presence().toString(),
                String.join("; ", last.reasons())));
  }

  @Test
  void explainsTheVerdictsThatFail() {
    assertThat(report.failure(List.of(Verdict.INCOMPATIBLE, Verdict.UNKNOWN)))
        .hasValue("1 of 3 checks failed: incompatible on 0.11: cloud_notify");
  }

  @Test
  void namesTenOfTheModulesThatFail() {
    ImmutableMap<String, List<ProsodyVersion>> gone =
        IntStream.rangeClosed(1, 13)
            .boxed()
            .collect(toImmutableMap(number -> "gone_" + number, number -> List.of(V0_11)));

    assertThat(
            CompatibilityReport.of(ModuleCatalog.reference(), gone, Basis.EVIDENCE)
                .failure(List.of(Verdict.INCOMPATIBLE))
                .orElseThrow())
        .startsWith("13 of 13 checks failed: incompatible on 0.11: gone_1, gone_2, ")
        .endsWith(", gone_10 and 3 more");
  }

  @Test
  void judgesByTheEvidenceAlone() {
    CompatibilityReport evidence =
        CompatibilityReport.of(
            ModuleCatalog.reference(),
            ImmutableMap.of("bookmarks", List.of(ProsodyVersion.parse("0.12.3"))),
            Basis.EVIDENCE);

    assertThat(evidence.results().get(0).verdict()).isEqualTo(Verdict.DISPUTED);
    assertThat(evidence.failure(List.of(Verdict.DISPUTED))).isEmpty();
    assertThat(evidence.toText()).contains("compatible").doesNotContain("policy");
  }

  @Test
  void hasNoFailureWithoutSuchAVerdict() {
    assertThat(report.failure(List.of(Verdict.UNKNOWN))).isEmpty();
    assertThat(report.failure(List.of())).isEmpty();
  }

  @Test
  void writesTheRecordsAsMarkdown() {
    assertThat(report.toMarkdown())
        .startsWith("| module | version | verdict | policy | evidence | presence | reasons |\n")
        .contains(
            "\n| roster | 13.0 | compatible | compatible | compatible | shipped | policy\\: ");
  }
}
