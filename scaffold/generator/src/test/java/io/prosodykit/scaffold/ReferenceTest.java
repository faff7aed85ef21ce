package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.prosodykit.scaffold.template.Fragment;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks the reference of recipes and templates, this Maven module's README, against the code. */
class ReferenceTest {
  private static final ImmutableList<String> BRANCHES = ImmutableList.of("0.11", "0.12", "13.0");

  /** A row of a table of names: a name, its kind and its meaning. */
  private static final Pattern NAME =
      Pattern.compile("\\| `(\\w+)` \\| (text|code|flag|list) \\| .+ \\|");

  /** The heading of a table of names; if it contains no code, the names are available anywhere. */
  private static final Pattern SECTION = Pattern.compile("### (?:In `([\\w.]+)`|Anywhere)");

  /** A row of the table of keys: a key, an example, its default and its meaning. */
  private static final Pattern KEY =
      Pattern.compile("\\| `([\\w.]+)` \\| `([^`]+)` \\| (.+?) \\| .+ \\|");

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void hasEveryRecipe() throws IOException {
    StringBuilder table =
        new StringBuilder("| recipe | layer | what the module does | 0.11 | 0.12 | 13.0 |\n");
    table.append("|--------|-------|----------------------|------|------|------|\n");
    for (Recipe recipe : Recipe.all()) {
      String layer = recipe.equals(Recipe.GUIDE) ? "any" : recipe.defaultLayer().id();
      table.append("| `%s` | %s | %s |".formatted(recipe.id(), layer, recipe.does()));
      for (String branch : BRANCHES) {
        boolean works = recipe.releases().contains(ProsodyVersion.parse(branch));
        table.append(works ? " yes |" : " no |");
      }
      table.append('\n');
    }

    assertThat(readme()).contains(table);
  }

  @Test
  void hasEveryNameThatTemplatesMayUse() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    String section = "";
    for (String line : readme().lines().toList()) {
      Matcher heading = SECTION.matcher(line);
      Matcher name = NAME.matcher(line);
      if (heading.matches()) {
        section = heading.group(1) == null ? "" : heading.group(1) + ".";
      } else if (name.matches()) {
        assertThat(documented.put(section + name.group(1), name.group(2))).as(line).isNull();
      }
    }
    Map<String, String> given = new TreeMap<>();
    for (ModuleSpec spec : Examples.all().values()) {
      collect("", Scaffold.with(new ModuleView(spec).names(), false), given);
    }

    assertThat(documented)
        .as("names of the README's tables, by their lists, and their kinds")
        .containsExactlyInAnyOrderEntriesOf(given);
  }

  /** Adds the names of a view and of its nested views, with their kinds. */
  private static void collect(String section, Map<?, ?> view, Map<String, String> given) {
    view.forEach(
        (name, value) -> {
          String path = section + name;
          given.put(path, kind(value));
          if (value instanceof List<?> views) {
            views.forEach(inner -> collect(path + ".", (Map<?, ?>) inner, given));
          }
        });
  }

  private static String kind(Object value) {
    if (value instanceof Fragment) {
      return "code";
    } else if (value instanceof String) {
      return "text";
    }
    return value instanceof Boolean ? "flag" : "list";
  }

  @Test
  void hasEveryKeyOfRecipes() throws Exception {
    Map<String, String> lines =
        readme()
            .lines()
            .map(KEY::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    RecipeProperties all = parse(lines.values());
    Set<String> documented = new TreeSet<>();
    for (String key : lines.keySet()) {
      Map<String, String> others = new LinkedHashMap<>(lines);
      others.remove(key);
      documented.add(component(key, all, others));
    }

    assertThat(documented)
        .as("what the keys in the table set; each sets one component, and each is set")
        .hasSameSizeAs(lines.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RecipeProperties.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
  }

  /** Returns the component that has another value without a key, or that requires it. */
  private static String component(String key, RecipeProperties all, Map<String, String> others)
      throws ReflectiveOperationException {
    if (List.of("does", "summary", "layer").contains(key)) {
      assertThatExceptionOfType(InvalidSpecException.class)
          .isThrownBy(() -> parse(others.values()))
          .withMessageContaining(key + ": is missing");
      return key;
    }
    RecipeProperties without = parse(others.values());
    Set<String> changed = new TreeSet<>();
    for (RecordComponent component : RecipeProperties.class.getRecordComponents()) {
      Object value = component.getAccessor().invoke(all);
      if (!value.equals(component.getAccessor().invoke(without))) {
        changed.add(component.getName());
      }
    }
    return String.join(" and ", changed);
  }

  private static RecipeProperties parse(Iterable<String> lines) {
    return RecipeProperties.parse("recipe.properties", String.join("\n", lines));
  }

  @Test
  void hasEveryFileOfRecipes() throws IOException {
    Set<String> documented =
        Pattern.compile("\\| `([\\w.]+)` \\| `[^`]+` \\|")
            .matcher(
                readme().substring(readme().indexOf("## Files"), readme().indexOf("## Keys of")))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ScaffoldFile.values()).map(ScaffoldFile::template).toList());
  }
}
