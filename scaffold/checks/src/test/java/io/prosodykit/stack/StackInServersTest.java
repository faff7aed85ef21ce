package io.prosodykit.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.server.LogEntry;
import io.prosodykit.server.ProsodyInstallation;
import io.prosodykit.server.ProsodyServer;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.Programs;
import io.prosodykit.testing.ProsodyReleases;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Layered configurations in real servers. */
@Tag("external")
final class StackInServersTest {
  /** Logs the modules of each host: no release logs a module that loads without an error. */
  private static final String PROBE =
      """
      module:set_global();
      local modulemanager = require "core.modulemanager";
      module:hook_global("server-started", function ()
      	for host in pairs(prosody.hosts) do
      		local names = {};
      		for name in pairs(modulemanager.get_modules(host)) do
      			names[#names + 1] = name;
      		end
      		module:log("info", "modules of %s: %s ", host, " "..table.concat(names, " "));
      	end
      	module:log("info", "counted");
      end);
      """;

  @EveryServer
  void startWithoutAWarningAndLoadWhatTheyList(String server, @TempDir Path folder)
      throws Exception {
    ConfigurationStack stack =
        ConfigurationStack.builder()
            .targets(TargetRange.parse(ProsodyReleases.branch(server)))
            .addHost("example.org")
            .addModule("roster")
            .addModule("saslauth")
            .addModule("disco")
            .addModule("carbons")
            .addModule("pep")
            .addModule("blocklist")
            .addModule("ping")
            .addModule("muc")
            .addModule("muc_mam")
            .addModule("time")
            .build();
    int port = freePort();
    Path main = write(stack, folder, port);
    ProsodyInstallation installation = ProsodyInstallation.in(ProsodyReleases.server(server));
    Path log = folder.resolve("prosody.log");
    try (ProsodyServer running = ProsodyServer.start(installation, main, log, port)) {
      assertThat(running.await("counted", Duration.ofSeconds(30))).as(running.output()).isTrue();
      Map<String, String> hosts =
          running.entries().stream()
              .map(LogEntry::message)
              .filter(message -> message.startsWith("modules of "))
              .map(message -> message.substring("modules of ".length()).split(":", 2))
              .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1] + " "));
      assertThat(hosts.get("example.org"))
          .contains(" roster ", " saslauth ", " disco ", " carbons ", " pep ", " ping ")
          .doesNotContain(" muc ");
      assertThat(hosts.get("groups.example.org")).contains(" muc ", " muc_mam ");
      assertThat(running.entries()).noneMatch(LogEntry::isComplaint);
    }
    Programs.run(
        folder,
        List.of(
            installation.prosodyctl().toString(), "--config", main.toString(), "check", "config"));
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Writes the configuration, and a file that adds what a test needs. */
  private static Path write(ConfigurationStack stack, Path folder, int port) throws Exception {
    for (Map.Entry<String, String> file : stack.files().entrySet()) {
      Path path = folder.resolve("stack").resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    Files.writeString(plugins.resolve("mod_probe.lua"), PROBE);
    Path data = Files.createDirectory(folder.resolve("data"));
    return Files.writeString(
        folder.resolve("server.cfg.lua"),
        """
        Include "stack/prosody.cfg.lua"
        plugin_paths = { "%1$s" }
        data_path = "%2$s"
        certificates = "%2$s"
        run_as_root = true
        modules_disabled = { "s2s", "tls" }
        c2s_require_encryption = false
        allow_unencrypted_plain_auth = true
        interfaces = { "127.0.0.1" }
        local_interfaces = { "127.0.0.1" }
        c2s_ports = { %3$d }
        c2s_direct_tls_ports = {}
        http_ports = {}
        https_ports = {}
        log = { { to = "stdout", levels = { min = "debug" }, timestamps = "%%Y-%%m-%%dT%%H:%%M:%%S" } }
        VirtualHost "probe.example.org"
        modules_enabled = { "probe" }
        """
            .formatted(plugins, data, port));
  }
}
