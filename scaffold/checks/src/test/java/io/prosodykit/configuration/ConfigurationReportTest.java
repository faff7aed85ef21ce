package io.prosodykit.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import org.junit.jupiter.api.Test;

class ConfigurationReportTest {
  private static ConfigurationReport report(String text) throws Exception {
    return ConfigurationReport.of(
        ServerConfiguration.parse(text, ProsodyVersion.V0_12, ServerEnvironment.EMPTY));
  }

  @Test
  void printsSectionsAndModules() throws Exception {
    ConfigurationReport report =
        report(
            """
            modules_disabled = { "presence", "message", "offline", "c2s", "s2s_auth_certs", "posix" }
            storage = "null"
            storage = "memory"
            admin = ENV_ADMIN
            VirtualHost "example.org"
            VirtualHost "old.example.org"
            enabled = false
            """);

    assertThat(report.failure()).isEmpty();
    assertThat(report.toText())
        .isEqualTo(
            """
            Prosody 0.12 starts with prosody.cfg.lua

            warnings
              prosody.cfg.lua:3: the option storage is set twice in this file: the last value counts

            environment variables that it reads: ADMIN

            the global section
              modules_disabled  { "presence", "message", "offline", "c2s", "s2s_auth_certs", "posix" }  prosody.cfg.lua:1
              storage           "memory"                                                                prosody.cfg.lua:3

            VirtualHost "example.org"

              MODULE                WHY
              auth_internal_hashed  the default of authentication
              authz_internal        the default of authorization
              iq                    loaded on every host
              s2s                   loaded on every host
              storage_memory        storage at prosody.cfg.lua:3

            VirtualHost "old.example.org" (disabled)
              enabled  false  prosody.cfg.lua:7
            """);
    assertThat(report.toRecords())
        .contains(
            ImmutableList.of("*", "option", "storage", "\"memory\"", "prosody.cfg.lua:3"),
            ImmutableList.of("example.org", "module", "iq", "loaded on every host", ""));
    assertThat(report.toCsv()).startsWith("host,kind,name,value,place\n");
    assertThat(report.toMarkdown()).startsWith("| host | kind | name | value | place |\n");
  }

  @Test
  void saysWhyAReleaseDoesNotStart() throws Exception {
    ConfigurationReport report =
        report("modules_enabled = { 'roster'\nVirtualHost 'example.org'\n");

    assertThat(report.failure())
        .hasValue(
            """
            prosody.cfg.lua:2: '}' expected (to close '{' at line 1) near 'VirtualHost'
            Prosody 0.12 does not start with prosody.cfg.lua""");
    assertThat(report.toText())
        .startsWith(
            "Prosody 0.12 does not start with prosody.cfg.lua\n\nerrors\n  prosody.cfg.lua:2: ");
  }
}
