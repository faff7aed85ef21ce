package io.prosodykit.maven;

import io.prosodykit.scaffold.Recipe;
import io.prosodykit.text.Csv;
import io.prosodykit.text.Joined;
import io.prosodykit.text.Table;
import java.util.ArrayList;
import java.util.List;

/** Recipes, one line each. */
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

  static String csv(List<Recipe> recipes) {
    List<List<String>> records = new ArrayList<>();
    records.add(List.of("recipe", "layer", "releases", "does"));
    for (Recipe recipe : recipes) {
      records.add(
          List.of(
              recipe.id(),
              recipe.defaultLayer().id(),
              Joined.semicolons(recipe.releases().branches()),
              recipe.does()));
    }
    return Csv.of(records);
  }
}
