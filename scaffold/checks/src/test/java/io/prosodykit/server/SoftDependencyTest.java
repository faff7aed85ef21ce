package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.scaffold.DependencySpec;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.testing.ProsodyReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A scaffold knows which modules are enabled, in whichever order a server loads them. With a dozen
 * of them, some are loaded later than the scaffold in practically every start.
 */
@Tag("external")
final class SoftDependencyTest extends ModulesInAServer {
  private static final List<String> ENABLED =
      List.of(
          "blocklist",
          "carbons",
          "csi",
          "disco",
          "lastactivity",
          "pep",
          "ping",
          "private",
          "roster",
          "time",
          "uptime",
          "version");

  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void missesNoModuleThatIsLoadedLater(String branch) throws Exception {
    ModuleSpecBuilder spec =
        ModuleSpec.builder("user", Recipe.IQ_HANDLER)
            .targets(Recipe.IQ_HANDLER.releases())
            .allowCatalogName(true)
            .addDependency(DependencySpec.on("nowhere").softly());
    ENABLED.forEach(name -> spec.addDependency(DependencySpec.on(name).softly()));
    Scaffold.of(spec.build()).writeTo(folder.resolve("modules"), OnConflict.FAIL);
    Path enabled =
        write(
            "enabled.cfg.lua",
            ENABLED.stream()
                .map(name -> "\"" + name + "\"")
                .collect(
                    Collectors.joining(
                        "; ", "VirtualHost \"localhost\"\nmodules_enabled = { ", " }\n")));

    VerifyReport report =
        ServerVerification.builder(List.of(folder.resolve("modules")))
            .configuration(enabled)
            .logs(folder.resolve("logs"))
            .await("mod_nowhere is not loaded, continuing without it")
            .build()
            .run(ProsodyInstallation.in(ProsodyReleases.server(branch)));

    assertThat(report.complaints()).isEmpty();
    assertThat(log().lines().filter(line -> line.contains("is not loaded, continuing")))
        .singleElement()
        .asString()
        .contains("mod_nowhere");
  }

  private String log() throws IOException {
    try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
      return Files.readString(logs.findFirst().orElseThrow());
    }
  }
}
