package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scaffolds of all recipes together, each with the example of a configuration that it has. */
@Tag("external")
final class RecipesInServersTest {
  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void passTogether(String branch, @TempDir Path folder) throws Exception {
    Set<String> names = new TreeSet<>();
    for (Recipe recipe : Recipe.all()) {
      if (recipe.releases().contains(ProsodyVersion.parse(branch))) {
        String name = recipe.prefix() + recipe.id().replace('-', '_');
        Scaffold.of(ModuleSpec.builder(name, recipe).build()).writeTo(folder, OnConflict.FAIL);
        names.add(name);
      }
    }

    VerifyReport report =
        ServerVerification.builder(List.of(folder))
            .watch(Duration.ofSeconds(1))
            .reload(true)
            .build()
            .run(ProsodyInstallation.in(ProsodyReleases.server(branch)));

    assertThat(report.modules()).containsExactlyElementsOf(names).hasSizeGreaterThan(16);
    assertThat(report.complaints()).isEmpty();
    assertThat(report.others()).isEmpty();
  }
}
