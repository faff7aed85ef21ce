package io.prosodykit.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.Compatibility.Basis;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.facts.ConfigurationFault;
import io.prosodykit.report.CompatibilityReport;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ConfiguredServerTest {
  private static final ProsodyVersion OLD = ProsodyVersion.parse("0.12.3");
  private static final ProsodyVersion NEW = ProsodyVersion.parse("13.0.1");
  private static final String BASICS =
      "modules_enabled = { \"roster\"; \"saslauth\"; \"tls\"; \"disco\"; %s }\n";

  private static ConfiguredServer server(String text, ProsodyVersion release) throws Exception {
    return ConfiguredServer.of(
        ServerConfiguration.parse(text, release, ServerEnvironment.EMPTY),
        ModuleCatalog.complete());
  }

  private static CompatibilityReport verdicts(ConfiguredServer server) {
    ProsodyVersion release = server.configuration().release();
    return CompatibilityReport.of(
            ModuleCatalog.complete(),
            Maps.toMap(server.modules(), name -> List.of(release)),
            Basis.EVIDENCE)
        .configuredBy(ImmutableMap.of(release, server.faults()))
        .withPackages(ModuleCatalog.complete());
  }

  private static Set<String> failing(ConfiguredServer server) {
    return verdicts(server).results().stream()
        .filter(result -> result.verdict(Basis.EVIDENCE) == Verdict.INCOMPATIBLE)
        .map(Compatibility::module)
        .collect(Collectors.toSet());
  }

  private static List<String> faults(ConfiguredServer server, String module) {
    return server.faults().stream()
        .filter(fault -> fault.module().equals(module))
        .map(ConfigurationFault::message)
        .toList();
  }

  private static List<String> findings(ConfiguredServer server) {
    return server.findings().stream().map(ConfigurationMessage::toString).toList();
  }

  @Test
  void judgesTheModulesOfAllSections() throws Exception {
    String text =
        "local domain = os.getenv('DOMAIN') or 'example.org'\n"
            + BASICS.formatted("'privacy'; 'http_upload'; os.getenv('EXTRA') or 'ping'")
            + "VirtualHost (domain)\nComponent ('muc.' .. domain) 'muc'\n"
            + "modules_enabled = { 'muc_mam' }\n";

    assertThat(server(text, NEW).modules())
        .contains("mod_privacy", "mod_http_upload", "mod_ping", "mod_muc", "mod_muc_mam");
    assertThat(failing(server(text, NEW))).contains("privacy").doesNotContain("ping", "muc_mam");
    assertThat(server(text, NEW).unset(ServerEnvironment.EMPTY))
        .contains("it was read without these environment variables: DOMAIN, EXTRA");
  }

  @Test
  void judgesWhatOptionsLoadAndWhatModulesNeed() throws Exception {
    ConfiguredServer server =
        server(
            BASICS.formatted("'invites_register_web'")
                + "authentication = os.getenv('AUTH') or 'dovecot'\nstorage = 'xmlarchive'\n"
                + "VirtualHost 'example.org'\n",
            OLD);

    assertThat(server.modules())
        .contains(
            "mod_auth_dovecot",
            "mod_storage_xmlarchive",
            "mod_invites_register_web",
            "mod_password_policy");
  }

  @Test
  void takesNamesAsTheyAreWritten() throws Exception {
    ConfiguredServer server =
        server(BASICS.formatted("'mod_smacks'") + "VirtualHost 'example.org'\n", NEW);

    assertThat(failing(server)).containsExactly("mod_smacks");
    assertThat(faults(server, "mod_smacks"))
        .containsExactly("is looked for as mod_mod_smacks: drop mod_, which Prosody adds");
  }

  @Test
  void saysWhichModulesNeedOneThatIsDisabled() throws Exception {
    ConfiguredServer server =
        server(
            BASICS.formatted("'admin_adhoc'")
                + "modules_disabled = { 'adhoc' }\nVirtualHost 'example.org'\n",
            NEW);

    assertThat(failing(server)).containsExactly("admin_adhoc");
    assertThat(faults(server, "admin_adhoc"))
        .containsExactly(
            "needs adhoc, which is not loaded, because of modules_disabled: change that, or drop"
                + " admin_adhoc");
  }

  @Test
  void skipsHostsThatAreDisabled() throws Exception {
    ConfiguredServer server =
        server(
            BASICS.formatted("")
                + "VirtualHost 'example.org'\nVirtualHost 'old.example.org'\nenabled = false\n"
                + "modules_enabled = { 'privacy'; 'compression' }\n",
            NEW);

    assertThat(failing(server)).isEmpty();
    assertThat(server.hosts()).hasSize(1);
    assertThat(server(BASICS.formatted(""), NEW).configuration().starts()).isFalse();
  }

  @Test
  void judgesConflictsRequiredOptionsAndComponents() throws Exception {
    ConfiguredServer server =
        server(
            BASICS.formatted("'vcard'; 'vcard_legacy'; 'turn_external'; 'muc'; 'muc_mam'")
                + "VirtualHost 'example.org'\n",
            NEW);

    assertThat(failing(server))
        .containsExactlyInAnyOrder("muc", "muc_mam", "turn_external", "vcard");
    assertThat(faults(server, "vcard")).singleElement().asString().endsWith("; remove vcard");
    assertThat(faults(server, "muc")).first().asString().contains("Component \"HOST\" \"muc\"");
  }

  @Test
  void doesNotLoadWhatAnotherModuleReplaces() throws Exception {
    ConfiguredServer server =
        server(BASICS.formatted("'vcard'; 'vcard_legacy'") + "VirtualHost 'example.org'\n", NEW);

    HostModules host = server.configuration().modules().get(0);
    assertThat(host.names()).contains("vcard_legacy").doesNotContain("vcard");
    assertThat(host.skipped()).extracting(LoadedModule::name).containsExactly("vcard");
  }

  @Test
  void namesThePackagesOfLibraries() throws Exception {
    ConfiguredServer server =
        server(
            BASICS.formatted("")
                + "authentication = 'ldap'\nldap_base = 'x'\nstorage = 'sql'\n"
                + "VirtualHost 'example.org'\n",
            OLD);

    assertThat(verdicts(server).toText())
        .contains("advice: for lualdap, install lua-ldap", "advice: for DBI, install one of");
  }

  @Test
  void findsObsoleteOptions() throws Exception {
    String text =
        BASICS.formatted("'register'; 'bosh'")
            + """
            use_libevent = true
            daemonize = false
            legacy_ssl_ports = { 5223 }
            legacy_ssl_interfaces = { "127.0.0.1" }
            cross_domain_bosh = false
            registration_whitelist = { "127.0.0.1" }
            whitelist_registration_only = true
            blacklist_on_registration_throttle_overload = true
            archive_cleanup_interval = 3600
            require_encryption = true
            anonymous_login = false
            VirtualHost "example.org"
            """;

    for (ProsodyVersion release : List.of(OLD, NEW)) {
      assertThat(findings(server(text, release)))
          .hasSize(11)
          .contains(
              "prosody.cfg.lua:2: use_libevent is obsolete since 0.11: set network_backend instead",
              "prosody.cfg.lua:10: archive_cleanup_interval is obsolete since 0.12: remove it");
    }
  }

  @Test
  void findsMisspeltAndMisplacedOptions() throws Exception {
    ConfiguredServer server =
        server(
            BASICS.formatted("")
                + """
                my_own_secret = "x"
                VirtualHost "example.org"
                c2s_ports = { 5222 }
                Component "up.example.org" "http_file_share"
                http_file_share_expire_after = 3600
                """,
            NEW);

    assertThat(findings(server))
        .containsExactly(
            "prosody.cfg.lua:4: c2s_ports has no effect below VirtualHost \"example.org\": set it in"
                + " the global section",
            "prosody.cfg.lua:6: no module reads http_file_share_expire_after: an option with a"
                + " similar name exists: \"http_file_share_expires_after\"");
  }

  @Test
  void comparesValuesWithTheTypesOfTheRelease() throws Exception {
    String text =
        BASICS.formatted("'smacks'; 'mam'; 'register'")
            + """
            smacks_hibernation_time = "10 minutes"
            smacks_max_unacked_stanzas = "five"
            c2s_require_encryption = "yes"
            allow_registration = "true"
            VirtualHost "example.org"
            Component "up.example.org" "http_file_share"
            http_file_share_size_limit = "100MB"
            http_file_share_expires_after = "1 week"
            """;

    assertThat(faults(server(text, OLD), "smacks"))
        .contains(
            "does not understand smacks_hibernation_time at prosody.cfg.lua:2: it takes a number, not"
                + " \"10 minutes\"");
    assertThat(failing(server(text, OLD))).contains("smacks", "http_file_share", "saslauth");
    assertThat(faults(server(text, NEW), "smacks").toString())
        .contains("smacks_max_unacked_stanzas")
        .doesNotContain("smacks_hibernation_time");
    assertThat(faults(server(text, NEW), "http_file_share").toString())
        .contains("http_file_share_size_limit")
        .doesNotContain("expires_after");
    assertThat(server(text, NEW).faults().toString()).doesNotContain("allow_registration");
  }

  @Test
  void namesDefaultsThatChanged() throws Exception {
    String text =
        "admins = { 'admin@example.org' }\n"
            + BASICS.formatted("")
            + "VirtualHost 'example.org'\nComponent 'muc.example.org' 'muc'\n";

    assertThat(faults(server(text, NEW), "muc"))
        .contains(
            "reads component_admins_as_room_owners, which is not set: its default is false, and was"
                + " true before 13.0");
    assertThat(faults(server(text, OLD), "muc").toString()).doesNotContain("room_owners");
    assertThat(faults(server(text + "component_admins_as_room_owners = true\n", NEW), "muc"))
        .doesNotContain("room_owners");
    assertThat(failing(server(text, NEW))).isEmpty();
  }

  @Test
  void reportsWhatDoesNotStart() throws Exception {
    String text =
        "modules_enabled = { 'roster' }\nmodules_enabled:append { 'mam' }\nVirtualHost 'a'\n";
    List<ConfiguredServer> servers = List.of(server(text, OLD), server(text, NEW));
    ServerCheckReport report = ServerCheckReport.of(verdicts(servers.get(1)), servers);

    assertThat(report.failure())
        .contains(
            "Prosody 0.12.3 does not start: prosody.cfg.lua:2: attempt to index a nil value (global"
                + " 'modules_enabled'); options can be read and appended to since Prosody 13.0");
    assertThat(report.toText()).contains("mam", "\nerrors on 0.12.3\n  prosody.cfg.lua:2: ");
    assertThat(report.toJson())
        .contains("\"configurations\"", "\"starts\": false", "\"module\": \"mam\"");
    assertThat(report.toCsv()).contains("\n,0.12.3,error,,,,");
    for (String broken :
        List.of(
            "VirtualHost 'a'\nComponent 'a' 'muc'\n",
            "log = { info = '*console'\nVirtualHost 'a'\n",
            "{{ template }}\n")) {
      for (ProsodyVersion release : List.of(OLD, NEW)) {
        assertThat(server(broken, release).configuration().errors())
            .singleElement()
            .satisfies(error -> assertThat(error.line()).isPositive());
        assertThat(server(broken, release).modules()).isEmpty();
      }
    }
  }
}
