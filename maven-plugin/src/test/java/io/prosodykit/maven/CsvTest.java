package io.prosodykit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ProsodyVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void quotesWhatNeedsIt() {
    assertThat(new Csv().row("a,b", "say \"hi\"", "two\nlines", "plain"))
        .hasToString("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain\n");
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
    assertThat(ModuleSheet.csv(ModuleCatalog.reference().get("smacks")).toString().lines())
        .startsWith("field,value", "name,smacks", "layer,02-stream")
        .contains("specification,XEP-0198", "ships,0.12", "compatibility 0.11,incompatible");
  }

  @Test
  void listsJudgements() {
    ModuleCatalog catalog = ModuleCatalog.reference();
    Judgements judgements =
        Judgements.of(catalog, Map.of("smacks", List.of(ProsodyVersion.V0_12)), List.of());
    assertThat(judgements.csv().toString().lines())
        .first()
        .isEqualTo("module,version,verdict,policy,presence,reasons");
    assertThat(judgements.csv().toString()).contains("smacks,0.12,compatible,covered,shipped,");
  }
}
