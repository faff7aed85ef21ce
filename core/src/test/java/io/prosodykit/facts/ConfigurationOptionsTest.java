package io.prosodykit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known about an option of a configuration, on a version. */
final class ConfigurationOptionsTest {
  private static final ConfigurationOptions OPTIONS = ServerFacts.reference().options();

  @ParameterizedTest
  @CsvSource({
    "log, 0.11, true",
    "ssl, 13.0.7, true",
    "gc, 0.11.6, false",
    "gc, 0.11.7, true",
    "gc, 0.11, true",
    "tls_profile, 0.11.14, false",
    "tls_profile, 0.12.0, true",
    "admins, 0.12.5, true",
    "admins, 13.0.0, false",
    "tls_profile_version, 13.0.6, false",
    "tls_profile_version, 13.0, true",
    "limits, 13.0, false",
  })
  void knowsTheOptionsOfTheCore(String option, String version, boolean core) {
    assertThat(OPTIONS.isCore(option, ProsodyVersion.parse(version))).isEqualTo(core);
  }

  @ParameterizedTest
  @CsvSource({
    "limits, 0.12.0, true",
    "limits, 0.11.14, false",
    "pidfile, 0.11.9, true",
    "use_libevent, 0.11.14, true",
    "use_libevent, 0.12.0, false",
    "tls_profile_version, 13.0.7, true",
    "tls_profile_version, 13.0.1, false",
    "modules_enabled, 13.0, false",
    "http_ports, 0.12, true",
    "c2s_direct_tls_ssl, 13.0, true",
    "c2s_ssl, 13.0, false",
    "turn_external_port, 13.0, false",
    "_ssl, 13.0, false",
  })
  void knowsTheOptionsOfTheWholeServer(String option, String version, boolean global) {
    assertThat(OPTIONS.isGlobalOnly(option, ProsodyVersion.parse(version))).isEqualTo(global);
  }

  @ParameterizedTest
  @CsvSource({
    "http_file_share_size_limit, 0.12, http_file_share_*",
    "http_file_share_size_limit, 0.11,",
    "component_interfaces, 0.11, *_interfaces",
    "proxy65_interface, 0.11, *_interface",
    "c2s_ports, 0.11, *_ports",
    "https_ssl, 0.11, *_ssl",
    "https_host, 0.12, *_host",
    "https_host, 0.11,",
    "muc_cleanup_period, 13.0, *_period",
    "muc_cleanup_period, 0.12,",
    "ports, 13.0,",
  })
  void findsThePatternOfAComputedName(String option, String version, @Nullable String pattern) {
    assertThat(OPTIONS.computed(option, ProsodyVersion.parse(version)))
        .extracting(OptionNames::pattern)
        .containsExactlyElementsOf(Optional.ofNullable(pattern).stream().toList());
  }

  @Test
  void theModulesOfComputedNamesAreShipped() {
    for (OptionNames names : OPTIONS.computed()) {
      for (String module : names.module().stream().toList()) {
        assertThat(names.versions().branches())
            .as("%s", names)
            .isNotEmpty()
            .allMatch(
                branch ->
                    Knowledge.builtIn().evidence(module).orElseThrow().presence(branch)
                        == Presence.SHIPPED);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "legacy_ssl_ports, set c2s_direct_tls_ports instead",
    "require_encryption, set c2s_require_encryption and s2s_require_encryption instead",
    "vcard_compatibility, enable mod_vcard_legacy instead",
    "setuid, remove it",
    "daemonize, 'remove it: it is a flag of the command line, -D or -F, now'",
  })
  void saysWhatToDoAboutAnObsoleteOption(String option, String advice) {
    assertThat(OPTIONS.findObsolete(option).orElseThrow().advice()).isEqualTo(advice);
  }

  @ParameterizedTest
  @CsvSource({
    "legacy_ssl_ports, 0.11.9, false",
    "legacy_ssl_ports, 0.12.0, true",
    "anonymous_login, 0.11.9, true",
    "anonymous_login, 0.11, true",
    "daemonize, 0.11.9, false",
  })
  void knowsWhichVersionsReportAnObsoleteOption(String option, String version, boolean checked) {
    assertThat(OPTIONS.findObsolete(option).orElseThrow().isChecked(ProsodyVersion.parse(version)))
        .isEqualTo(checked);
  }

  @Test
  void tablesAreSorted() {
    assertThat(OPTIONS.core()).extracting(OptionNames::pattern).isSorted();
    assertThat(OPTIONS.globalOnly()).extracting(OptionNames::pattern).isSorted();
    assertThat(OPTIONS.computed()).extracting(OptionNames::pattern).isSorted();
    assertThat(OPTIONS.obsolete()).extracting(ObsoleteOption::name).isSorted();
  }
}
