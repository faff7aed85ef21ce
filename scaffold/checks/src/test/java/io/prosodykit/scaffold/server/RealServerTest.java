package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.catalog.Stability;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.VersionRange;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scaffolds of one recipe in every real server; {@link RecipeMatrixTest} has all recipes. */
@Tag("external")
final class RealServerTest {
  private static final String HOSTS =
      "VirtualHost \"localhost\"\n\tmodules_enabled = { \"greeter\" }\n";
  private static final String NAMESPACE = "urn:example:greeter:1";

  @TempDir private Path folder;

  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void iqHandlerAnswersAClient(String branch) throws Exception {
    ProsodyServer server = boot(greeter(VersionRange.parse("[0.11,13.0]")), branch);
    try (server;
        Client client = Client.login(server)) {
      assertThat(client.advertises(NAMESPACE)).isTrue();
      assertThat(client.text(client.query(IQ.Type.get, "greeter", NAMESPACE)))
          .isEqualTo("Good \"day\" & <welcome>");
      assertThatThrownBy(() -> client.query(IQ.Type.set, "greeter", NAMESPACE))
          .isInstanceOfSatisfying(
              XMPPErrorException.class,
              e ->
                  assertThat(e.getStanzaError().getCondition())
                      .isEqualTo(StanzaError.Condition.service_unavailable));
    }

    assertThat(server.complaints()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void iqHandlerMadeForOneReleaseAnswersThere(String branch) throws Exception {
    ProsodyServer server = boot(greeter(VersionRange.parse(branch)), branch);
    try (server;
        Client client = Client.login(server)) {
      assertThat(client.text(client.query(IQ.Type.get, "greeter", NAMESPACE))).contains("day");
    }

    assertThat(server.complaints()).isEmpty();
  }

  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void aBrokenModuleIsNoticed(String branch) throws Exception {
    ModuleSpec spec =
        ModuleSpec.builder("greeter", Recipe.IQ_HANDLER)
            .targets(Recipe.IQ_HANDLER.releases())
            .build();
    Path plugins = write(spec);
    Files.writeString(
        plugins.resolve("mod_greeter/mod_greeter.lua"), "module:no_such_function();\n");
    ProsodyServer server =
        ServerFolder.make(branch, folder.resolve("server"), plugins, configuration(spec), "", HOSTS)
            .start();
    server.close();

    assertThat(server.hasLoaded("greeter", "localhost")).isFalse();
    assertThat(server.complaints()).isNotEmpty();
  }

  private static ModuleSpec greeter(VersionRange targets) {
    return ModuleSpec.builder("greeter", Recipe.IQ_HANDLER)
        .targets(Recipe.IQ_HANDLER.releases())
        .summary("Answers a greeting")
        .stability(Stability.ALPHA)
        .namespace(NAMESPACE)
        .addSpecification(XepRef.of(199))
        .addOption(OptionSpec.string("greeter_text", "Good \"day\" & <welcome>"))
        .addOption(OptionSpec.integer("greeter_limit", 3))
        .addOption(OptionSpec.list("greeter_names", "romeo", "]]--"))
        .targets(targets)
        .build();
  }

  private ProsodyServer boot(ModuleSpec spec, String branch) throws Exception {
    return ServerFolder.make(
            branch, folder.resolve("server"), write(spec), configuration(spec), "", HOSTS)
        .start();
  }

  private Path write(ModuleSpec spec) throws Exception {
    Path plugins = folder.resolve("plugins");
    Scaffold.of(spec).writeTo(plugins, OnConflict.FAIL);
    return plugins;
  }

  private Path configuration(ModuleSpec spec) {
    return folder
        .resolve("plugins/mod_greeter/config/stack")
        .resolve(spec.layer().id())
        .resolve("greeter.cfg.lua");
  }
}
