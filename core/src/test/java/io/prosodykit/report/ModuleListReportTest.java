package io.prosodykit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleListReportTest {
  private final ModuleCatalog catalog = ModuleCatalog.reference();

  private ModuleListReport report(List<ModuleEntry> modules) {
    return ModuleListReport.of(modules, catalog);
  }

  @Test
  void hasALineForEachModuleAndTheirNumber() {
    ModuleEntry smacks = catalog.get("smacks");

    assertThat(report(List.of(smacks)).toText())
        .startsWith("NAME    LAYER      STABILITY  PURPOSE")
        .contains("\nsmacks  02-stream  ", smacks.purpose(), "XEP-0198")
        .endsWith("\n\n1 of 49 modules\n");
    assertThat(report(catalog.modules()).toText()).endsWith("\n\n49 modules\n");
  }

  @Test
  void saysThatThereIsNone() {
    assertThat(report(List.of()).toText())
        .isEqualTo("None of the 49 modules matches these filters.\n");
  }

  @Test
  void hasARecordForEachModule() {
    ModuleEntry smacks = catalog.get("smacks");

    assertThat(report(List.of(smacks)).toRecords())
        .containsExactly(
            ImmutableList.of("name", "layer", "stability", "purpose", "specifications"),
            ImmutableList.of(
                "smacks", "02-stream", smacks.stability().id(), smacks.purpose(), "XEP-0198"));
  }

  @Test
  void writesTheRecordsAsMarkdown() {
    assertThat(report(List.of(catalog.get("smacks"))).toMarkdown())
        .startsWith("| name | layer | stability | purpose | specifications |\n| --- | --- |")
        .endsWith("\n| smacks | 02-stream | core | Stream management | XEP-0198 |\n");
  }

  @Test
  void hasTheColumnsThatAreChosen() {
    ModuleListReport ofFlags =
        ModuleListReport.of(
                List.of(ModuleCatalog.complete().get("flags")), ModuleCatalog.complete())
            .withColumns(List.of(ModuleColumn.NAME, ModuleColumn.PRESENCE, ModuleColumn.FIRES));

    assertThat(ofFlags.toText())
        .startsWith(
            """
            NAME   PRESENCE                      FIRES
            flags  0.12 community, 13.0 shipped  user-flag-added/…, user-flag-removed/…
            """);
    assertThat(ofFlags.on(ProsodyVersion.V0_12).toRecords())
        .containsExactly(
            ImmutableList.of("name", "presence", "fires"),
            ImmutableList.of("flags", "community", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name        | smacks",
        "layer       | 02-stream",
        "stability   | core",
        "presence    | shipped",
        "provides    | ",
        "loads       | ",
        "handles     | pre-resource-unbind",
        "fires       | smacks-hibernation-start",
        "reads       | smacks_max_ack_delay",
        "announces   | ",
        "libraries   | prosody.util.smqueue",
        "needs       | ",
      })
  void knowsWhatEachColumnHasOnAVersion(String column, String value) {
    ImmutableList<ImmutableList<String>> records =
        report(List.of(catalog.get("smacks")))
            .withColumns(List.of(ModuleColumn.parse(column)))
            .on(ProsodyVersion.V13_0)
            .toRecords();

    assertThat(records.get(0)).containsExactly(column);
    assertThat(records.get(1).get(0).split("; "))
        .contains(value == null ? "" : value)
        .doesNotContain("util.stanza");
  }

  @Test
  void namesWhatAModuleLoadsAndNeeds() {
    assertThat(
            ModuleListReport.of(
                    List.of(ModuleCatalog.complete().get("auth_ldap")), ModuleCatalog.complete())
                .withColumns(List.of(ModuleColumn.PROVIDES, ModuleColumn.NEEDS))
                .toText())
        .startsWith("PROVIDES  NEEDS\nauth      lua-ldap (Debian) or lualdap (LuaRocks)\n");
  }

  @Test
  void writesACatalogue() {
    ModuleEntry smacks = catalog.get("smacks");

    assertThat(report(List.of(smacks)).toJson())
        .isEqualTo(ModuleCatalog.of(List.of(smacks)).toJson());
  }
}
