package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.Programs;
import io.prosodykit.testing.RequiresProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example configurations of all recipes. */
final class ExampleConfigurationTest {
  private static final int[] LENGTHS = {1, 12, 40};

  @Test
  @RequiresProgram("luacheck")
  void luacheckFindsNothingWhateverLengthOfName(@TempDir Path folder) throws Exception {
    for (Recipe recipe : Recipe.all()) {
      for (int length : LENGTHS) {
        String name = recipe.prefix() + "x".repeat(length);
        ModuleSpec spec =
            ModuleSpec.builder(name, recipe)
                .addOption(OptionSpec.string("x_text", "a long default ".repeat(10)))
                .build();
        Files.writeString(folder.resolve(recipe.id() + length + ".lua"), example(spec));
      }
    }

    assertThat(Programs.run(folder, List.of("luacheck", "--no-cache", "--no-color", ".")))
        .contains(
            "Total: 0 warnings / 0 errors in %d files"
                .formatted(LENGTHS.length * Recipe.all().size()));
  }

  @Test
  void doNotSetListsOfHosts() {
    for (Recipe recipe : Recipe.all()) {
      assertThat(example(ModuleSpec.builder(recipe.prefix() + "greeter", recipe).build()))
          .doesNotContain("modules_enabled =", "modules_enabled=");
    }
  }

  private static String example(ModuleSpec spec) {
    return Scaffold.of(spec).files().entrySet().stream()
        .filter(file -> file.getKey().endsWith(".cfg.lua"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
