package io.prosodykit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.catalog.ModuleCatalog;
import org.junit.jupiter.api.Test;

class ModulePrinterTest {
  @Test
  void saysWhereAModuleHasBeenAndWhatItsSourcesTell() {
    assertThat(sheet("cloud_notify"))
        .contains(
            "history        a community module until 0.12, part of Prosody since 13.0\n",
            "specification  none in the catalogue\n",
            "sources name   XEP-0357 [2021-01 to 13.0.1, 4 sources]\n",
            "loads          no other module\n",
            " push_max_errors (number) = 16 [2021-01 to 13.0.1, 4 sources]\n");
  }

  @Test
  void tellsTheDefaultsOfAnOptionApart() {
    assertThat(sheet("s2s"))
        .contains(
            " s2s_require_encryption (boolean) = false [0.9, 0.10, 0.11.9]\n",
            " s2s_require_encryption (boolean) = true [0.12.3, 13.0.1]\n");
  }

  private static String sheet(String module) {
    return ModulePrinter.table(ModuleCatalog.complete().get(module));
  }
}
