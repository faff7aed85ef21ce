package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.Csv;
import io.prosodykit.text.Joined;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import java.util.List;

/**
 * Recipes, one line each.
 *
 * @since 0.1.0
 */
public final class RecipeListReport {
  private final ImmutableList<Recipe> recipes;

  private RecipeListReport(ImmutableList<Recipe> recipes) {
    this.recipes = recipes;
  }

  /**
   * Lists recipes.
   *
   * @param recipes any recipes, for example {@link TemplateSet#recipes}
   * @return the report, in the same order
   */
  public static RecipeListReport of(List<Recipe> recipes) {
    return new RecipeListReport(ImmutableList.copyOf(recipes));
  }

  /**
   * {@return a table with the columns {@code RECIPE}, {@code LAYER}, {@code PROSODY} and {@code A
   * MODULE OF THIS KIND}, with a further line for each remark on a release, and below it the number
   * of recipes}
   */
  public String toText() {
    Table table = new Table().row("RECIPE", "LAYER", "PROSODY", "A MODULE OF THIS KIND");
    for (Recipe recipe : recipes) {
      table.row(
          recipe.id(),
          recipe.defaultLayer().id(),
          Joined.commas(recipe.releases().branches()),
          recipe.does());
      recipe
          .remarks()
          .forEach((version, remark) -> table.row("", "", "", "on " + version + ": " + remark));
    }
    return table + "\n" + recipes.size() + " recipes\n";
  }

  /** {@return the object that {@link Recipe#toJson} writes} */
  public String toJson() {
    return Recipe.toJson(recipes);
  }

  /**
   * {@return the {@linkplain #toRecords records} as CSV, in which a spreadsheet runs no formula}
   */
  public String toCsv() {
    return Csv.of(toRecords());
  }

  /** {@return the {@linkplain #toRecords records} as a table of Markdown} */
  public String toMarkdown() {
    return MarkdownTable.of(toRecords());
  }

  /** {@return records of recipe, layer, releases and does} */
  public ImmutableList<ImmutableList<String>> toRecords() {
    ImmutableList.Builder<ImmutableList<String>> records = ImmutableList.builder();
    records.add(ImmutableList.of("recipe", "layer", "releases", "does"));
    for (Recipe recipe : recipes) {
      records.add(
          ImmutableList.of(
              recipe.id(),
              recipe.defaultLayer().id(),
              Joined.semicolons(recipe.releases().branches()),
              recipe.does()));
    }
    return records.build();
  }
}
