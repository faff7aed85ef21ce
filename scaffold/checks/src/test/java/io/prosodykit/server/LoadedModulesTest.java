package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.configuration.HostModules;
import io.prosodykit.configuration.ServerEnvironment;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;

/** Compares the modules that are predicted for a configuration with those that servers load. */
@Tag("external")
final class LoadedModulesTest extends ModulesInAServer {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Opens every kind of store, because their modules are loaded when somebody needs them. */
  private static final String PEEK =
      """
      module:set_global();
      module:hook("server-started", function ()
      	local storage = require "core.storagemanager";
      	local modules = require "core.modulemanager";
      	local file = assert(io.open(module:get_option_string("peek_file"), "w"));
      	for host, session in pairs(prosody.hosts) do
      		storage.open(host, "accounts");
      		storage.open(host, "archive", "archive");
      		for name in pairs(modules.get_modules(host) or {}) do
      			file:write(host, "\\t", name, "\\n");
      		end
      	end
      	for name in pairs(modules.get_modules("*") or {}) do
      		file:write("*\\t", name, "\\n");
      	end
      	file:close();
      	module:log("info", "peeked");
      end);
      """;

  @EveryServer
  void areThoseThatAServerLoads(String server) throws Exception {
    write("modules/mod_peek.lua", PEEK);
    Ports ports = Ports.free(ImmutableSet.of());
    Path configuration = write("server/prosody.cfg.lua", configuration(server, ports));
    ProsodyInstallation installation = ProsodyInstallation.in(ProsodyReleases.server(server));

    Path log = folder.resolve("server/log");
    try (ProsodyServer running =
        ProsodyServer.start(installation, configuration, log, ports.c2s())) {
      assertThat(running.await("info peeked", LIMIT)).as(running.output()).isTrue();
    }

    io.prosodykit.configuration.ServerConfiguration read =
        io.prosodykit.configuration.ServerConfiguration.read(
            configuration,
            ProsodyVersion.parse(
                Files.readString(ProsodyReleases.folder(server).resolve("VERSION")).strip()),
            ServerEnvironment.EMPTY);
    assertThat(read.errors()).isEmpty();
    assertThat(read.modules()).hasSize(4);
    Set<String> everywhere = loaded("*");
    for (HostModules host : read.modules()) {
      Set<String> predicted = new TreeSet<>(host.names());
      Set<String> found = loaded(host.host());
      // a module that calls module:daily or the like loads it
      found.remove("cron");
      // these are loaded once for the whole server, which no host shows
      predicted.removeIf(name -> everywhere.contains(name) && !found.contains(name));
      assertThat(found).as("%s of %s", host.host(), server).isEqualTo(predicted);
    }
  }

  private Set<String> loaded(String host) throws Exception {
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve("loaded"))) {
      if (line.startsWith(host + "\t")) {
        names.add(line.substring(host.length() + 1));
      }
    }
    return names;
  }

  private String configuration(String server, Ports ports) {
    return """
    run_as_root = true
    pidfile = "%1$s/server/prosody.pid"
    data_path = "%1$s/server"
    certificates = "%1$s"
    plugin_paths = { "%1$s/modules" }
    peek_file = "%1$s/loaded"
    modules_enabled = { "roster", "saslauth", "disco", "pep", "vcard", "vcard_legacy", "carbons", "peek" }
    modules_disabled = { "s2s" }
    interfaces = { "127.0.0.1" }
    c2s_ports = { %2$d }
    http_ports = { %3$d }
    https_ports = {}
    authentication = "internal_plain"
    storage = { archive = "memory" }
    log = { { to = "stdout", levels = { min = "debug" }, timestamps = "%4$s" } }
    VirtualHost "one.localhost"
    modules_enabled = { "ping"; "announce"; "admin_adhoc"; "bosh"; "mam" }
    modules_disabled = { "ping"; "offline" }
    VirtualHost "two.localhost"
    modules_enabled = { "bosh"; "admin_adhoc"; %5$s }
    modules_disabled = { "http"; "adhoc"; "saslauth" }
    authentication = "anonymous"
    storage = "memory"
    Component "rooms.localhost" "muc"
    modules_enabled = { "muc_mam"; "ping" }
    Component "gateway.localhost"
    component_secret = "x"
    VirtualHost "off.localhost"
    enabled = false
    """
        .formatted(
            folder,
            ports.c2s(),
            ports.http(),
            LogEntry.TIMESTAMPS,
            // it gives up without a secret, before it loads external_services
            server.equals("0.11") ? "" : "\"turn_external\"");
  }
}
