package io.prosodykit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.server.ProsodyInstallation;
import io.prosodykit.server.ServerVerification;
import io.prosodykit.server.VerifyReport;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Compares what the reader of a configuration names with what real servers load. */
final class ConfiguredModulesInServersTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private Path write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  /** What a server loads that no configuration names: its own, its presets, what others need. */
  private static final Set<String> UNNAMED =
      Set.of(
          "adhoc",
          "authz_internal",
          "c2s",
          "iq",
          "message",
          "offline",
          "presence",
          "storage_internal",
          "vcard");

  @EveryServer
  @Tag("external")
  void namesWhatARealServerLoads(String server) throws Exception {
    write(
        "modules/mod_peek/mod_peek.lua",
        """
        module:set_global();
        module:hook("server-started", function ()
        	local file = assert(io.open(module:get_option_string("peek_file"), "w"));
        	for _, host in pairs(prosody.hosts) do
        		for name in pairs(host.modules or {}) do
        			file:write(name, "\\n");
        		end
        	end
        	file:close();
        end);
        """);
    Path config = folder.resolve("copied.cfg.lua");
    Path loaded = folder.resolve("loaded");
    Path own =
        write(
            "own.cfg.lua",
            """
            peek_file = "%s"
            authentication = "internal_plain"
            Include "hosts/*.cfg.lua"
            """
                .formatted(loaded));
    write(
        "hosts/one.cfg.lua",
        """
        VirtualHost "one.localhost"
        modules_enabled = { "ping"; "version" }
        modules_disabled = { "ping" }
        """);
    write(
        "hosts/two.cfg.lua",
        "Component \"rooms.localhost\" \"muc\"\nmodules_enabled = { \"muc_unique\" }\n");

    VerifyReport report =
        ServerVerification.builder(List.of(folder.resolve("modules")))
            .watch(Duration.ofMillis(300))
            .configuration(own)
            .command("cp \"$PROSODY_CONFIG\" " + config)
            .build()
            .run(ProsodyInstallation.in(ProsodyReleases.server(server)));

    assertThat(report.complaints()).isEmpty();
    Set<String> named = new TreeSet<>(ConfiguredModules.read(config).names());
    assertThat(named)
        .contains("auth_internal_plain", "muc", "muc_unique", "roster", "version")
        .doesNotContain("ping", "s2s");
    // those are loaded for the whole server, not for a host
    named.removeAll(Set.of("peek", "prosodykit_verify", "c2s"));
    Set<String> all = new TreeSet<>(Files.readAllLines(loaded));
    assertThat(all).containsAll(named);
    all.removeAll(named);
    assertThat(UNNAMED).containsAll(all);
  }
}
