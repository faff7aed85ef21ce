package io.prosodykit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What modules need of the configuration that loads them. */
final class ConfigurationRulesTest {
  private static final ConfigurationRules RULES = ServerFacts.reference().rules();

  @ParameterizedTest
  @CsvSource({
    "turn_external, 0.12.3, turn_external_secret",
    "turn_external, trunk, turn_external_secret",
    "turn_external, 0.11, ''",
    "http_files, 0.12, ''",
    "http_files, 13.0, http_files_dir or http_path",
    "muc_rtbl, 0.12, muc_rtbl_jid",
    "muc_rtbl, 13.0, muc_rtbl_jid or muc_rtbls",
    "turncredentials, 0.11, turncredentials_secret and turncredentials_host",
    "server_status, 13.0, server_status_show_hosts or server_status_show_comps or the module"
        + " stanza_counter",
    "roster, 13.0, ''",
  })
  void knowsTheRequiredOptions(String module, String version, String expected) {
    List<String> needed =
        RULES.requiredOptions(module, ProsodyVersion.parse(version)).stream()
            .map(RequiredOption::toString)
            .toList();

    assertThat(String.join(" and ", needed)).isEqualTo(expected);
  }

  @Test
  void aModuleReadsTheOptionsThatItRequires() {
    for (Sourced<RequiredOption> fact : RULES.requiredOptions()) {
      RequiredOption needed = fact.value();
      Set<String> read =
          Knowledge.builtIn().evidence(needed.module()).orElseThrow().options().stream()
              .filter(option -> option.sources().stream().anyMatch(fact.sources()::contains))
              .map(Sourced::value)
              .map(ModuleOption::name)
              .collect(ImmutableSet.toImmutableSet());
      // one computes the names from its own, the other reads its option in a library
      if (!Set.of("http_upload_external", "auth_ldap2").contains(needed.module())) {
        assertThat(read).as(needed.module()).containsAll(needed.options());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vcard vcard_legacy, 0.11, vcard",
    "vcard vcard_legacy pep, 13.0.6, vcard",
    "vcard pep, 13.0, ''",
    "bookmarks bookmarks2, 0.11, bookmarks",
    "bookmarks bookmarks2, 0.12, bookmarks2",
    "pep pep_simple, 0.12, pep_simple",
  })
  void knowsWhichModulesConflict(String modules, String version, String disabled) {
    List<String> found =
        RULES.conflicts(List.of(modules.split(" ")), ProsodyVersion.parse(version)).stream()
            .map(ModuleConflict::module)
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(disabled);
  }

  @Test
  void saysThatNeitherOfTwoModulesLoads() {
    assertThat(RULES.faults(List.of(host("", "bookmarks", "bookmarks2")), ProsodyVersion.V13_0))
        .extracting(fault -> fault.isError() + ": " + fault)
        .containsExactly(
            "true: bookmarks2 in VirtualHost \"x\" conflicts with bookmarks: neither loads where the"
                + " other is enabled, and Prosody has bookmarks itself; remove bookmarks2",
            "true: bookmarks in VirtualHost \"x\" does not load beside bookmarks2; remove"
                + " bookmarks2");
  }

  @Test
  void saysWhatIsWrongWithAHost() {
    ConfiguredHost host =
        host(
            "",
            "muc",
            "muc_mam",
            "pep",
            "pep_simple",
            "server_status",
            "turn_external",
            "vcard",
            "vcard_legacy");

    assertThat(RULES.faults(List.of(host), ProsodyVersion.V13_0))
        .extracting(fault -> fault.isError() + ": " + fault)
        .containsExactly(
            "true: server_status in VirtualHost \"x\" does not work without"
                + " server_status_show_hosts or server_status_show_comps or the module"
                + " stanza_counter, none of which is set",
            "true: turn_external in VirtualHost \"x\" does not work without the option"
                + " turn_external_secret, which is not set",
            "true: muc in VirtualHost \"x\" is the module of a component: instead of enabling it,"
                + " write Component \"HOST\" \"muc\"",
            "true: muc_mam in VirtualHost \"x\" belongs to a component: enable it below Component"
                + " \"HOST\" \"muc\"",
            "false: pep_simple in VirtualHost \"x\" conflicts with pep: both answer the same"
                + " requests, and pep does what pep_simple does; remove pep_simple",
            "true: vcard in VirtualHost \"x\" conflicts with vcard_legacy: vcard_legacy does what"
                + " vcard does, and Prosody then skips vcard; remove vcard");
  }

  @Test
  void findsNothingWrongWithAHostThatHasAll() {
    assertThat(
            Stream.of(
                    host("turn_external_secret", "turn_external"),
                    host("http_path", "http_files"),
                    host("", "server_status", "stanza_counter"),
                    new ConfiguredHost(
                        "Component \"x\" \"muc\"",
                        Optional.of("muc"),
                        ImmutableSet.of("muc", "muc_mam"),
                        ImmutableSet.of(),
                        true),
                    new ConfiguredHost(
                        "VirtualHost \"x\"",
                        Optional.empty(),
                        ImmutableSet.of("turn_external"),
                        ImmutableSet.of(),
                        false))
                .flatMap(host -> RULES.faults(List.of(host), ProsodyVersion.V13_0).stream()))
        .isEmpty();
  }

  private static ConfiguredHost host(String option, String... modules) {
    return new ConfiguredHost(
        "VirtualHost \"x\"",
        Optional.empty(),
        ImmutableSet.copyOf(modules),
        ImmutableSet.of(option),
        true);
  }

  @Test
  void tablesAreSorted() {
    assertThat(RULES.requiredOptions()).extracting(fact -> fact.value().module()).isSorted();
    assertThat(RULES.componentsOnly()).extracting(Sourced::value).isSorted();
    assertThat(RULES.conflicts())
        .extracting(fact -> fact.value().instead() + " " + fact.value().module())
        .isSorted();
  }
}
