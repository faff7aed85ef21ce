package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeListReportTest {
  private final RecipeListReport report =
      RecipeListReport.of(List.of(Recipe.IQ_HANDLER, Recipe.METRICS));

  @Test
  void hasALineForEachRecipeAndRemarkAndTheirNumber() {
    String remark = Recipe.METRICS.remarks().values().asList().get(0);

    assertThat(report.toText())
        .startsWith("RECIPE      LAYER ")
        .containsPattern("\niq-handler  03-stanza +0\\.11, 0\\.12, 13\\.0 +answers ")
        .containsPattern("\n +on " + Recipe.METRICS.remarks().firstKey() + ": ")
        .contains(remark, "\n\n2 recipes\n");
  }

  @Test
  void hasARecordForEachRecipe() {
    assertThat(report.toRecords())
        .hasSize(3)
        .startsWith(
            ImmutableList.of("recipe", "layer", "releases", "does"),
            ImmutableList.of(
                "iq-handler", "03-stanza", "0.11; 0.12; 13.0", Recipe.IQ_HANDLER.does()));
    assertThat(report.toCsv()).startsWith("recipe,layer,releases,does\niq-handler,03-stanza,");
    assertThat(report.toMarkdown())
        .startsWith("| recipe | layer | releases | does |\n| --- | --- | --- | --- |\n| iq-");
  }

  @Test
  void writesTheRecipesAsJson() {
    assertThat(report.toJson())
        .isEqualTo(Recipe.toJson(List.of(Recipe.IQ_HANDLER, Recipe.METRICS)));
  }
}
