package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Scaffolds of all recipes together, each with the example of a configuration that it has. */
@Tag("external")
final class RecipesInServersTest {
  @EveryServer
  void passTogether(String server, @TempDir Path folder) throws Exception {
    Set<String> names = new TreeSet<>();
    for (Recipe recipe : Recipe.all()) {
      if (recipe.releases().contains(ProsodyVersion.parse(ProsodyReleases.branch(server)))) {
        String name = recipe.prefix() + recipe.id().replace('-', '_');
        ModuleSpec module = ModuleSpec.builder(name, recipe).targets(recipe.releases()).build();
        Scaffold.of(module).writeTo(folder, OnConflict.FAIL);
        names.add(name);
      }
    }

    VerifyReport report =
        ServerVerification.builder(List.of(folder))
            .watch(Duration.ofSeconds(1))
            .reload(true)
            .build()
            .run(ProsodyInstallation.in(ProsodyReleases.server(server)));

    assertThat(report.modules()).containsExactlyElementsOf(names).hasSizeGreaterThan(16);
    assertThat(report.complaints()).isEmpty();
    assertThat(report.others()).isEmpty();
  }
}
