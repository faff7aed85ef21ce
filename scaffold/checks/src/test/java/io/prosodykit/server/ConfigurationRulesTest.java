package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.compliance.CoverageSuggestion;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleDependency;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ConfigurationRules;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.moduletree.ModuleSource;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads every module of Prosody and of the community's package on a host of its own, and compares
 * what the server complains about with the rules.
 */
@Tag("external")
final class ConfigurationRulesTest {
  private static final ConfigurationRules RULES = ServerFacts.reference().rules();

  /** The snapshot that the package with the community's modules is. */
  private static final ImmutableMap<String, String> SNAPSHOTS =
      ImmutableMap.of("0.11", "2021-01", "0.12", "2023-02", "13.0", "2025-04", "newest", "2026-07");

  /** What stands in for libraries that are not installed, so that modules get beyond them. */
  private static final String LIBRARIES =
      """
      for _, name in ipairs({ "lualdap"; "DBI"; "cyrussasl"; "proctitle" }) do
        package.loaded[name] = setmetatable({}, {
          __index = function () return function () end end;
          __call = function () end;
        });
      end
      """;

  /** Modules that fail for another reason than an option that is missing. */
  private static final ImmutableMap<String, String> OTHERWISE =
      ImmutableMap.<String, String>builder()
          .put("auth_cyrus", "its library is not the real one")
          .put("auth_ha1", "the file with the accounts does not exist")
          .put("auth_sql", "its library is not the real one")
          .put("bob", "it loads a module that the package does not have")
          .put("carbons_adhoc", "it is too old for this release")
          .put("client_certs", "it is too old for this release")
          .put("http_upload", "it needs HTTPS")
          .put("invites_register_web", "it loads a module that the package does not have")
          .put("pep_plus", "it is a name of the past for pep")
          .put("proctitle", "its library is not the real one")
          .put("storage_sql", "its library is not the real one")
          .put("tls", "there is no certificate")
          .put("watch_spam_reports", "it loads a module that the package does not have")
          .buildOrThrow();

  private static final Pattern HOST = Pattern.compile("\\bm(\\d+)\\.test\\b");

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @EveryServer
  void modulesFailWithoutTheirOptionsAndOnTheWrongKindOfHost(String server) throws Exception {
    Set<String> modules = modules(server);
    Set<String> expected = new TreeSet<>();
    holding(RULES.requiredOptions(), server).forEach(needed -> expected.add(needed.module()));
    Set<String> failing = failing(server, modules, module -> host(module, List.of(), ""));

    modules.stream().filter(module -> !component(module, server).isEmpty()).forEach(expected::add);
    failing.removeAll(OTHERWISE.keySet());
    assertThat(failing).isEqualTo(expected);
  }

  @EveryServer
  void modulesLoadWithAnyOneOfTheirOptions(String server) throws Exception {
    // a module that the packages lack, and muc_rtbl loads
    write("mod_rtbl/mod_rtbl.lua", "function new_rtbl_subscription() end\n");
    for (int choice = 0; choice < 2; choice++) {
      int option = choice;
      Set<String> modules = new TreeSet<>();
      holding(RULES.requiredOptions(), server).forEach(needed -> modules.add(needed.module()));

      assertThat(
              failing(
                  server,
                  modules,
                  module -> ownHost(module, server) + options(module, server, option)))
          .isEmpty();
    }
  }

  @EveryServer
  void modulesLoadOnTheirComponents(String server) throws Exception {
    Set<String> modules = modules(server);
    modules.removeIf(module -> component(module, server).isEmpty());
    holding(RULES.requiredOptions(), server).forEach(needed -> modules.remove(needed.module()));

    assertThat(modules).contains("component", "muc", "muc_mam");
    assertThat(failing(server, modules, module -> ownHost(module, server))).isEmpty();
  }

  @EveryServer
  void conflictingModulesFailTogetherOnly(String server) throws Exception {
    write("mod_bookmarks2/mod_bookmarks2.lua", "module:log(\"info\", \"here\");\n");
    List<ModuleConflict> pairs = new ArrayList<>(holding(RULES.conflicts(), server));
    Set<String> modules = new TreeSet<>();
    pairs.forEach(pair -> modules.add(pair.module()));

    Set<String> together =
        failing(
            server,
            modules,
            module ->
                host(
                    module,
                    pairs.stream()
                        .filter(pair -> pair.module().equals(module))
                        .map(ModuleConflict::instead)
                        .toList(),
                    ""));
    Set<String> alone = failing(server, modules, module -> host(module, List.of(), ""));

    assertThat(together)
        .containsExactlyInAnyOrderElementsOf(
            pairs.stream()
                .filter(pair -> pair.by() != ModuleConflict.By.CHECK)
                .map(ModuleConflict::module)
                .toList());
    pairs.removeIf(pair -> pair.instead().equals("bookmarks2")); // the stand-in always loads
    for (ModuleConflict pair : pairs) {
      String both = host(pair.module(), List.of(pair.instead()), "");
      assertThat(errors(server, both).toString().contains("mod_" + pair.instead() + " and "))
          .as("whether the server does not load %s beside %s", pair.instead(), pair.module())
          .isEqualTo(pair.by() == ModuleConflict.By.BOTH);
    }
    assertThat(alone).isEmpty();
  }

  @EveryServer
  void theCheckOfTheServerNamesTheOtherConflicts(String server) throws Exception {
    for (ModuleConflict pair : holding(RULES.conflicts(), server)) {
      String both = host(pair.module(), List.of(pair.instead()), "");
      String names =
          "(?s).*mod_" + pair.module() + " and mod_" + pair.instead() + "\\b.*conflict.*";

      assertThat(check(server, both).matches(names))
          .isEqualTo(pair.by() == ModuleConflict.By.CHECK);
      assertThat(check(server, host(pair.module(), List.of(), ""))).doesNotContain("conflict");
      assertThat(check(server, host(pair.instead(), List.of(), ""))).doesNotContain("conflict");
    }
  }

  @EveryServer
  void aConfigurationOfSuggestedModulesStartsWithoutErrors(String server) throws Exception {
    CoverageSuggestion suggestion =
        Coverage.of(ModuleCatalog.complete(), version(server), List.of()).suggest();
    List<String> modules = new ArrayList<>(suggestion.add());
    if (server.equals("0.11")) {
      // it wants a certificate
      modules.remove("tls");
    }
    if (server.equals("0.11")) {
      // the package of this time is older than what the community had
      modules.remove("external_services");
    }
    StringBuilder config = new StringBuilder("VirtualHost \"m.test\"\n").append(enabling(modules));
    modules.forEach(module -> config.append(options(module, server, 0)));
    for (CoverageSuggestion.Component component : suggestion.components()) {
      String name = component.component();
      config.append(
          "Component \"%1$s.m.test\" \"%1$s\"\ncomponent_secret = \"x\"\n".formatted(name));
      config.append(enabling(component.modules()));
    }

    assertThat(modules).hasSizeGreaterThan(14);
    assertThat(errors(server, config.toString())).isEmpty();
  }

  private static String enabling(List<String> modules) {
    return modules.isEmpty()
        ? ""
        : "modules_enabled = { \"" + String.join("\"; \"", modules) + "\" }\n";
  }

  private static String host(String module, List<String> others, String options) {
    List<String> modules = new ArrayList<>(others);
    modules.add(module);
    return "VirtualHost \"HOST\"\n" + enabling(modules) + options;
  }

  /** Values that are not just any text. */
  private static final ImmutableMap<String, String> VALUES =
      ImmutableMap.of(
          "insecure_open_authentication", "\"Yes please, I know what I'm doing!\"",
          "ldap",
              "{ hostname = \"localhost\"; bind_dn = \"cn=x\"; bind_password = \"x\"; user = {"
                  + " basedn = \"dc=x\"; usernamefield = \"uid\"; namefield = \"cn\" } }",
          "server_status_show_hosts", "{ \"HOST\" }",
          "server_status_show_comps", "{ \"HOST\" }",
          "dnsbls", "{ \"dnsbl.test\" }",
          "muc_rtbls", "{ \"xmpp:rtbl.test?;node=x\" }",
          "forgejo_insecure", "true");

  private static String options(String module, String server, int choice) {
    StringBuilder options = new StringBuilder();
    for (RequiredOption needed : holding(RULES.requiredOptions(), server)) {
      if (needed.module().equals(module)) {
        List<String> names = needed.options().asList();
        String name = names.get(Math.min(choice, names.size() - 1));
        options.append(name).append(" = ").append(VALUES.getOrDefault(name, "\"x\"")).append('\n');
      }
    }
    return options.toString();
  }

  /** The rules that hold for a server and its package of the community's modules. */
  private static <T> List<T> holding(List<Sourced<T>> facts, String server) {
    Set<Source> sources = sources(server);
    return facts.stream()
        .filter(fact -> fact.sources().stream().anyMatch(sources::contains))
        .map(Sourced::value)
        .toList();
  }

  private static Set<Source> sources(String server) {
    return ImmutableSet.of(
        Source.parse(version(server).toString()),
        Source.parse(Objects.requireNonNull(SNAPSHOTS.get(server))));
  }

  private static ProsodyVersion version(String server) {
    try {
      return ProsodyVersion.parse(
          Files.readString(ProsodyReleases.folder(server).resolve("VERSION")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The component that a module needs; empty if it needs none. */
  private static String component(String module, String server) {
    List<String> components = holding(RULES.componentsOnly(), server);
    if (components.contains(module)) {
      return module;
    }
    Set<Source> sources = sources(server);
    return Knowledge.builtIn().evidence(module).stream()
        .flatMap(evidence -> evidence.dependencies().stream())
        .filter(fact -> fact.sources().stream().anyMatch(sources::contains))
        .map(Sourced::value)
        .filter(needed -> needed.kind() == ModuleDependency.Kind.REQUIRED)
        .map(ModuleDependency::module)
        .filter(components::contains)
        .findFirst()
        .orElse("");
  }

  /** A host of the kind that a module needs. */
  private static String ownHost(String module, String server) {
    String component = component(module, server);
    if (component.isEmpty()) {
      return host(module, List.of(), "");
    }
    return "Component \"HOST\" \""
        + component
        + "\"\ncomponent_secret = \"x\"\n"
        + (component.equals(module) ? "" : enabling(List.of(module)));
  }

  /** The modules that the server finds. */
  private static Set<String> modules(String server) throws IOException {
    Path release = ProsodyReleases.folder(server);
    Set<String> names = new TreeSet<>();
    for (String place : List.of("root/usr/lib/prosody/modules", "modules")) {
      for (ModuleSource module : ModuleTree.read(release.resolve(place)).modules()) {
        Path main = release.resolve(place).relativize(module.files().main());
        String top = main.getName(0).toString().replaceFirst("^mod_", "").replace(".lua", "");
        if (main.getNameCount() <= 2 && top.equals(module.name())) {
          names.add(module.name());
        }
      }
    }
    return names;
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve("modules").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** Starts a server with a host for each module, and tells which of them it complains about. */
  private Set<String> failing(String server, Set<String> modules, Function<String, String> section)
      throws Exception {
    List<String> names = modules.stream().sorted().toList();
    StringBuilder config = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      config.append(section.apply(names.get(i)).replace("HOST", "m" + i + ".test"));
    }
    Set<String> failing = new TreeSet<>();
    for (LogEntry entry : errors(server, config.toString())) {
      String line = entry.source() + " " + entry.message();
      Matcher host = HOST.matcher(line);
      if (host.find()) {
        failing.add(names.get(Integer.parseInt(host.group(1))));
      } else {
        names.stream()
            .filter(name -> line.contains("mod_" + name + " ") || line.contains("'" + name + "'"))
            .forEach(failing::add);
      }
    }
    return failing;
  }

  /** Starts a server, and returns the errors that it logs until all hosts are loaded. */
  private List<LogEntry> errors(String server, String sections) throws Exception {
    write(
        "mod_all_loaded/mod_all_loaded.lua",
        """
        module:set_global();
        -- before others, which may end the event
        module:hook("server-started", function () module:log("info", "all is loaded"); end, 1000);
        """);
    Ports ports = Ports.free(ImmutableSet.of());
    Path file =
        Files.writeString(
            folder.resolve("prosody.cfg.lua"), LIBRARIES + global(server, ports) + sections);
    try (ProsodyServer prosody =
        ProsodyServer.start(
            ProsodyInstallation.in(ProsodyReleases.server(server)),
            file,
            folder.resolve("log"),
            ports.c2s())) {
      assertThat(prosody.await("all is loaded", Duration.ofSeconds(60)))
          .as(prosody.output())
          .isTrue();
      return prosody.entries().stream()
          .filter(entry -> entry.level() == LogEntry.Level.ERROR)
          .toList();
    }
  }

  /** What {@code prosodyctl check config} prints. */
  private String check(String server, String section) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("checked.cfg.lua"),
            global(server, Ports.free(ImmutableSet.of())) + section.replace("HOST", "m.test"));
    return ProsodyInstallation.in(ProsodyReleases.server(server))
        .control(
            file,
            folder.resolve("check.txt"),
            ProsodyServer.ENVIRONMENT,
            Deadline.in(Duration.ofSeconds(60)),
            "check",
            "config")
        .output();
  }

  private String global(String server, Ports ports) {
    return """
        run_as_root = true
        data_path = "%s"
        plugin_paths = { "%s"; "%s" }
        certificates = "%s"
        log = { { to = "stdout"; levels = { min = "info" }; timestamps = "%%Y-%%m-%%dT%%H:%%M:%%S" } }
        interfaces = { "127.0.0.1" }
        c2s_ports = { %d }
        http_ports = { %d }
        https_ports = {}
        s2s_ports = {}
        c2s_direct_tls_ports = {}
        s2s_direct_tls_ports = {}
        component_ports = {}
        modules_enabled = { "all_loaded" }
        VirtualHost "base.test"
        """
        .formatted(
            folder,
            folder.resolve("modules"),
            ProsodyReleases.folder(server).resolve("modules"),
            folder,
            ports.c2s(),
            ports.http());
  }
}
