package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes what is known about a recipe as JSON. */
final class RecipeJson {
  private RecipeJson() {}

  static Map<String, Object> of(Recipe recipe) {
    Map<String, String> remarks = new LinkedHashMap<>();
    recipe.remarks().forEach((branch, remark) -> remarks.put(branch.toString(), remark));
    return ImmutableMap.of(
        "id",
        recipe.id(),
        "layer",
        recipe.defaultLayer().id(),
        "releases",
        recipe.releases().branches(),
        "does",
        recipe.does(),
        "prefix",
        recipe.prefix(),
        "options",
        Lists.transform(recipe.options("x"), option -> option.name().substring("x_".length())),
        "remarks",
        remarks);
  }
}
