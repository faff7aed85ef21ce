package io.prosodykit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void quotesWhatNeedsIt() {
    assertThat(new Csv().row("a,b", "say \"hi\"", "plain"))
        .hasToString("\"a,b\",\"say \"\"hi\"\"\",plain\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        " =1",
        "\u00a0=1",
        "\uff1d1+1",
        "\uff20A"
      })
  void marksAsTextWhatASpreadsheetWouldRun(String cell) {
    assertThat(new Csv().row("x", cell)).hasToString("x,'" + cell + "\n");
  }

  @Test
  void showsWhatNobodySees() {
    assertThat(new Csv().row("a\u001b[31m", "two\nlines", "\t=1", "\r=1", "a\u202eb"))
        .hasToString("a\\u001B[31m,two\\u000Alines,\\u0009=1,\\u000D=1,a\\u202Eb\n");
  }

  @Test
  void listsModules() {
    ModuleCatalog catalog = ModuleCatalog.reference();
    String csv = ModuleList.csv(catalog.modules()).toString();
    assertThat(csv.lines())
        .hasSize(1 + 49)
        .startsWith("name,layer,stability,purpose,specifications")
        .contains("smacks,02-stream,core,Stream management,XEP-0198");
  }

  @Test
  void describesAModule() {
    assertThat(ModulePrinter.csv(ModuleCatalog.reference().get("smacks")).toString().lines())
        .startsWith("field,value", "name,smacks", "layer,02-stream")
        .contains("specification,XEP-0198", "ships,0.12", "compatibility 0.11,incompatible");
  }

  @Test
  void listsJudgements() {
    ModuleCatalog catalog = ModuleCatalog.reference();
    CompatibilityReport judgements =
        CompatibilityReport.of(catalog, Map.of("smacks", List.of(ProsodyVersion.V0_12)), List.of());
    assertThat(judgements.csv().toString().lines())
        .first()
        .isEqualTo("module,version,verdict,policy,presence,reasons");
    assertThat(judgements.csv().toString()).contains("smacks,0.12,compatible,covered,shipped,");
  }
}
