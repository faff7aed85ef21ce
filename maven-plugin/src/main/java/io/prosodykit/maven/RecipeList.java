package io.prosodykit.maven;

import io.prosodykit.scaffold.Recipe;
import java.util.List;

/** Recipes, a line each. */
final class RecipeList {
  private RecipeList() {}

  static String table(List<Recipe> recipes) {
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

  static Csv csv(List<Recipe> recipes) {
    Csv csv = new Csv().row("recipe", "layer", "releases", "does");
    for (Recipe recipe : recipes) {
      csv.row(
          recipe.id(),
          recipe.defaultLayer().id(),
          Joined.semicolons(recipe.releases().branches()),
          recipe.does());
    }
    return csv;
  }
}
