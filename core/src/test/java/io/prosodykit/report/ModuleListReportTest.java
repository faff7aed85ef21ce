package io.prosodykit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    assertThat(report(List.of()).toText()).isEqualTo("No module of 49 passes these filters.\n");
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
  void writesACatalogue() {
    ModuleEntry smacks = catalog.get("smacks");

    assertThat(report(List.of(smacks)).toJson())
        .isEqualTo(ModuleCatalog.of(List.of(smacks)).toJson());
  }
}
