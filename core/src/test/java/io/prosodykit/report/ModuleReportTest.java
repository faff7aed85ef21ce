package io.prosodykit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleDescription;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Stability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleReportTest {
  @Test
  void saysWhereAModuleHasBeenAndWhatItsSourcesTell() {
    assertThat(report("cloud_notify"))
        .contains(
            "history        a community module until 0.12, part of Prosody since 13.0\n",
            "specification  none in the catalogue\n",
            "sources name   XEP-0357 [since 13.0.0; 2017-09 to 2025-10, 8 snapshots]\n",
            "loads          no other module\n",
            " push_max_errors (number) = 16 [since 13.0.0; 2018-11 to 2025-03, 6 snapshots]\n");
  }

  @Test
  void tellsTheDefaultsOfAnOptionApart() {
    assertThat(report("s2s"))
        .contains(
            " s2s_require_encryption (boolean) = false [until 0.11]\n",
            " s2s_require_encryption (boolean) = true [since 0.12.0]\n");
  }

  @Test
  void tellsWhatIsKnownOfPointReleases() {
    assertThat(report("blocklist"))
        .contains(" bounce_blocked_messages (boolean) = false [since 0.12.5]\n");
    assertThat(report("c2s"))
        .contains(
            " c2s_max_child_elements (integer) = 25000 [since between 13.0.1 and 13.0.6]\n",
            " c2s_timeout (number) = 300 [since between 0.10.0 and 0.10.2, until 0.12]\n");
  }

  @Test
  void printsTheNameUnderWhichTheCommunityHasAModule() {
    assertThat(report("fast"))
        .contains(
            "\nhistory        in no release and in no snapshot on record; the community has it as ")
        .containsPattern("\nknown as +sasl2_fast\n");
  }

  @ParameterizedTest
  @CsvSource({
    "fast, 'in no release and in no snapshot on record; the community has it as sasl2_fast: '",
    "json_logs, 'in no release and in no snapshot on record; the community has it as log_json: '",
  })
  void leadsWithWhoHasWhatNoReleaseHas(String module, String line) {
    assertThat(report(module).lines().skip(1).findFirst().orElseThrow())
        .startsWith(line)
        .endsWith("13.0 community");
  }

  @Test
  void printsWhatToInstall() {
    assertThat(report("auth_ldap"))
        .containsPattern("\npackages +lualdap: lua-ldap \\(Debian\\) or lualdap \\(LuaRocks\\)\n");
    assertThat(report("http_files")).doesNotContain("\npackages ");
    assertThat(
            ModuleDescription.toJson(ModuleCatalog.complete().get("auth_ldap"))
                .replaceAll("\\s", ""))
        .contains(
            "\"rocks\":[{\"library\":\"lualdap\",\"rock\":\"lualdap\",\"debian\":[\"lua-ldap\"],\"optionalFor\":[],\"comesWith\":\"\"}]");
  }

  @Test
  void printsTheEventsThatAModuleHandlesAndFires() {
    assertThat(report("flags"))
        .containsPattern("\nfires +user-flag-added/… \\[since 13\\.0\\.0]\n");
    assertThat(report("disco")).containsPattern("\nfires +account-disco-info \\[");
  }

  @Test
  void saysTheNamesThatAConfigurationHas() {
    assertThat(report("storage_sql")).contains("by name        storage sql [since 0.11.0]\n");
  }

  @Test
  void saysWhatAModuleNeedsOfTheConfiguration() {
    assertThat(report("turn_external"))
        .contains("needs          the option turn_external_secret [since 0.12.0]\n");
    assertThat(report("muc"))
        .contains("works only as  Component \"HOST\" \"muc\" [every release]\n");
    assertThat(report("vcard_legacy"))
        .contains(
            "conflicts      with vcard: vcard_legacy does what vcard does, and Prosody then skips"
                + " vcard [since 0.11.0]\n");
    assertThat(ModuleDescription.toJson(ModuleCatalog.complete().get("turn_external")))
        .contains("\"requiredOptions\": [", "\"turn_external_secret\"", "\"conflicts\": [ ]");
    assertThat(ModuleDescription.toJson(ModuleCatalog.complete().get("vcard")))
        .contains("\"with\": \"vcard_legacy\"", "\"disable\": \"vcard\"", "\"by\": \"server\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "flags: 0.12 community   13.0 shipped",
        "smacks: 0.9 community   0.10 community   0.11 community   0.12 shipped   13.0 shipped",
        "http_upload: 0.9 community   0.10 community   0.11 community   0.12 community   13.0 absent",
        "debug_reset: 13.0 shipped",
      })
  void leadsWithWhereTheModuleIs(String module, String line) {
    assertThat(report(module).lines().skip(1).limit(2)).containsExactly(line, "");
  }

  @Test
  void hasNoSuchLineForANameOfWhichNothingIsRecorded() {
    ModuleEntry ours =
        ModuleEntry.builder("ours", Layer.STREAM, Stability.ALPHA, "Our own").build();

    assertThat(ModuleReport.of(ours).toText()).startsWith("ours: Our own\n\nlayer ");
  }

  @Test
  void writesTheRecordsAsMarkdown() {
    assertThat(ModuleReport.of(ModuleCatalog.reference().get("smacks")).toMarkdown())
        .startsWith("| field | value |\n| --- | --- |\n| name | smacks |\n");
  }

  @Test
  void hasARecordForEachValue() {
    ModuleReport report = ModuleReport.of(ModuleCatalog.reference().get("smacks"));

    assertThat(report.toRecords())
        .allSatisfy(record -> assertThat(record).hasSize(2))
        .startsWith(ImmutableList.of("field", "value"), ImmutableList.of("name", "smacks"))
        .contains(
            ImmutableList.of("specification", "XEP-0198"),
            ImmutableList.of("ships", "13.0"),
            ImmutableList.of("compatibility 13.0", "compatible"));
  }

  @Test
  void hasTheJsonOfADescription() {
    ModuleEntry smacks = ModuleCatalog.reference().get("smacks");

    assertThat(ModuleReport.of(smacks).toJson()).isEqualTo(ModuleDescription.toJson(smacks));
  }

  private static String report(String module) {
    return ModuleReport.of(ModuleCatalog.complete().get(module)).toText();
  }
}
