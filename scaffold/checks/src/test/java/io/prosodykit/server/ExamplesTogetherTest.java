package io.prosodykit.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.configuration.HostModules;
import io.prosodykit.lua.LuaText;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;

/**
 * The examples of many modules in one configuration, as an operator writes it: each file included,
 * and each module in the list of its host.
 */
@Tag("external")
final class ExamplesTogetherTest extends ModulesInAServer {
  private static final String MUC = "muc-plugin";
  private static final ImmutableSet<String> ENABLE_THEMSELVES =
      ImmutableSet.of("component", "auth-provider", "storage-driver");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Set<String> names = new TreeSet<>();
  private final Set<String> onHost = new TreeSet<>();
  private final Set<String> inRooms = new TreeSet<>();
  private final List<Path> examples = new ArrayList<>();
  private final Set<String> options = new TreeSet<>();

  @EveryServer
  void allModulesAreLoadedWithAllTheirOptions(String server) throws Exception {
    for (Recipe recipe : Recipe.all()) {
      if (recipe.releases().contains(ProsodyVersion.parse(ProsodyReleases.branch(server)))) {
        scaffold(recipe, recipe.prefix() + recipe.id().replace('-', '_'));
        if (recipe.prefix().isEmpty()) {
          scaffold(recipe, "second_" + recipe.id().replace('-', '_'));
        }
      }
    }
    writeProbes();
    Ports ports =
        Ports.free(
            ImmutableSet.of(new NetService("net_listener"), new NetService("second_net_listener")));
    Path configuration = write("server/prosody.cfg.lua", configuration(ports));
    ProsodyInstallation installation = ProsodyInstallation.in(ProsodyReleases.server(server));

    ProgramRun check = control(installation, configuration, "check", "config");
    assertThat(check.succeeded()).as(check.output()).isTrue();
    assertThat(check.output()).doesNotContain("Duplicate");
    List<LogEntry> log = run(installation, configuration, ports);

    assertThat(log).filteredOn(LogEntry::isComplaint).extracting(LogEntry::message).isEmpty();
    assertThat(log)
        .filteredOn(entry -> entry.message().startsWith("loaded on "))
        .extracting(entry -> entry.message().replaceAll(".*: ", ""))
        .containsAll(names);
    assertThat(log)
        .filteredOn(entry -> entry.message().startsWith("loaded on rooms."))
        .extracting(entry -> entry.message().replaceAll(".*: ", ""))
        .containsExactlyInAnyOrderElementsOf(inRooms);
    io.prosodykit.configuration.ServerConfiguration read =
        io.prosodykit.configuration.ServerConfiguration.read(
            configuration,
            ProsodyVersion.parse(ProsodyReleases.branch(server)),
            io.prosodykit.configuration.ServerEnvironment.EMPTY.withFolders(List.of(folder)));
    assertThat(read.modules())
        .flatExtracting(HostModules::names)
        .containsAll(onHost)
        .containsAll(inRooms);
  }

  private void scaffold(Recipe recipe, String name) throws Exception {
    Scaffold scaffold =
        Scaffold.of(
            ModuleSpec.builder(name, recipe)
                .targets(recipe.releases())
                .addOption(OptionSpec.string(name + "_own", "kept"))
                .build());
    scaffold.writeTo(folder, OnConflict.FAIL);
    names.add(name);
    options.add(name + "_own");
    if (recipe.id().equals(MUC)) {
      inRooms.add(name);
    } else if (!ENABLE_THEMSELVES.contains(recipe.id())) {
      onHost.add(name);
    }
    scaffold.files().keySet().stream()
        .filter(file -> file.endsWith(".cfg.lua"))
        .map(folder::resolve)
        .forEach(examples::add);
  }

  /** One says which modules are loaded, the other which options no host has. */
  private void writeProbes() throws Exception {
    try (var probe =
        ServerFolder.class.getResourceAsStream("mod_" + ServerConfiguration.PROBE + ".lua")) {
      write(
          "mod_prosodykit_verify/mod_prosodykit_verify.lua",
          new String(probe.readAllBytes(), UTF_8));
    }
    write(
        "mod_options_peek/mod_options_peek.lua",
        """
        module:set_global();
        local config = require "core.configmanager";
        local function peek()
        	for name in module:get_option_set("peek_options") do
        		local found = false;
        		for host in pairs(prosody.hosts) do
        			found = found or config.get(host, name) == "kept";
        		end
        		if not found then module:log("error", "no host has %s", name); end
        	end
        	module:log("info", "peeked");
        end
        module:hook("server-started", peek);
        module:hook("config-reloaded", peek);
        """);
  }

  private static String list(Set<String> names) {
    return names.stream().map(LuaText::quote).collect(Collectors.joining(", ", "{ ", " }"));
  }

  private String configuration(Ports ports) {
    String included =
        examples.stream()
            .map(file -> "Include " + LuaText.quote(file.toString()) + "\n")
            .collect(Collectors.joining());
    return """
    run_as_root = true
    prosodyctl_service_warnings = false
    pidfile = "%1$s/prosody.pid"
    data_path = "%1$s"
    certificates = "%1$s"
    plugin_paths = { "%2$s" }
    modules_enabled = { "roster", "saslauth", "disco", "prosodykit_verify", "options_peek" }
    modules_disabled = { "s2s" }
    prosodykit_modules = %3$s
    prosodykit_host = "localhost"
    peek_options = %4$s
    interfaces = { "127.0.0.1" }
    c2s_ports = { %5$d }
    http_ports = { %6$d }
    https_ports = {}
    %11$s
    authentication = "internal_plain"
    c2s_require_encryption = false
    allow_unencrypted_plain_auth = true
    log = { { to = "stdout", levels = { min = "debug" }, timestamps = "%7$s" } }
    VirtualHost "localhost"
    modules_enabled = %8$s
    Component "rooms.localhost" "muc"
    modules_enabled = %9$s
    %10$s"""
        .formatted(
            folder.resolve("server"),
            folder,
            list(names),
            list(options),
            ports.c2s(),
            ports.http(),
            LogEntry.TIMESTAMPS,
            list(onHost),
            list(inRooms),
            included,
            ports.services().entrySet().stream()
                .map(port -> port.getKey().option() + " = " + port.getValue() + "\n")
                .collect(Collectors.joining()));
  }

  private ProgramRun control(ProsodyInstallation installation, Path configuration, String... words)
      throws Exception {
    return installation.control(
        configuration,
        folder.resolve("control.txt"),
        ProsodyServer.ENVIRONMENT,
        Deadline.in(LIMIT),
        words);
  }

  /** What the server logs until it has read its configuration a second time. */
  private List<LogEntry> run(ProsodyInstallation installation, Path configuration, Ports ports)
      throws Exception {
    Path log = folder.resolve("server/log");
    try (ProsodyServer server =
        ProsodyServer.start(installation, configuration, log, ports.c2s())) {
      assertThat(server.await("info peeked", LIMIT)).as(server.output()).isTrue();
      assertThat(server.await("info ready", LIMIT)).as(server.output()).isTrue();
      control(installation, configuration, "reload");
      // a 0.11 server acts on a signal only when one of its sockets has data
      new Socket(InetAddress.getLoopbackAddress(), ports.c2s()).close();
      Deadline deadline = Deadline.in(LIMIT);
      while (!deadline.isOver() && peeks(server.entries()) < 2) {
        deadline.pause();
      }
      List<LogEntry> entries = server.entries();
      assertThat(peeks(entries)).as("%s", entries).isEqualTo(2);
      return entries;
    }
  }

  private static long peeks(List<LogEntry> entries) {
    return entries.stream().filter(entry -> entry.message().equals("peeked")).count();
  }
}
