package io.prosodykit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.version.ProsodyVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known about what Prosody reads in a module before it loads it. */
final class LoaderRulesTest {
  private static final LoaderRules LOADER = ServerFacts.reference().loader();

  @ParameterizedTest
  @CsvSource({
    "requires, 0.11.14, false",
    "requires, 0.12.0, true",
    "conflicts, 0.12, true",
    "lua, 0.12, false",
    "lua, 13.0, true",
    "inherit_modules, 13.0.1, false",
    "inherit_modules, 13.0.7, true",
    "requires_core_features, 13.0, false",
  })
  void knowsWhichCommentsAreRead(String key, String version, boolean read) {
    assertThat(LOADER.reads(key, ProsodyVersion.parse(version))).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "mod_bookmarks, 0.12.0, true",
    "mod_bookmarks, 0.11, false",
    "s2sout-pre-connect-event, 0.12.3, false",
    "s2sout-pre-connect-event, 0.12.4, true",
    "s2sout-pre-connect-event, 13.0.0, true",
    "simple-version-compare, 13.0.6, false",
    "simple-version-compare, 13.0.7, true",
    "muc_vcard, 13.0, true",
    "nowhere, 13.0, false",
  })
  void knowsTheFeatures(String feature, String version, boolean present) {
    assertThat(LOADER.hasFeature(feature, ProsodyVersion.parse(version))).isEqualTo(present);
  }

  @Test
  void saysWhichModulesAreRefused() {
    List<String> both = List.of("mod_bookmarks", "muc_vcard");

    assertThat(LOADER.lacksRequired(both, ProsodyVersion.V0_11)).isFalse();
    assertThat(LOADER.lacksRequired(both, ProsodyVersion.V0_12)).isTrue();
    assertThat(LOADER.lacksRequired(both, ProsodyVersion.V13_0)).isFalse();
    assertThat(LOADER.hasConflicting(both, ProsodyVersion.V0_11)).isFalse();
    assertThat(LOADER.hasConflicting(both, ProsodyVersion.V0_12)).isTrue();
    assertThat(LOADER.hasConflicting(List.of("nowhere"), ProsodyVersion.V13_0)).isFalse();
  }

  @Test
  void knowsWhatProsodyLoadsByItself() {
    AutoloadedModules modules = LOADER.autoloaded();

    assertThat(modules.always(ProsodyVersion.V0_12)).contains("c2s", "posix").hasSize(8);
    assertThat(modules.always(ProsodyVersion.V13_0)).contains("c2s").doesNotContain("posix");
    assertThat(modules.inherited(ProsodyVersion.V0_11)).contains("tls").doesNotContain("smacks");
    assertThat(modules.inherited(ProsodyVersion.parse("13.0.1"))).doesNotContain("admin_shell");
    assertThat(modules.inherited(ProsodyVersion.V13_0)).contains("smacks", "admin_shell");
    assertThat(modules.usual("authentication", ProsodyVersion.V0_11))
        .contains("auth_internal_plain");
    assertThat(modules.usual("authorization", ProsodyVersion.V0_11)).isEmpty();
    assertThat(modules.usual("default_storage", ProsodyVersion.V13_0)).contains("storage_internal");
    assertThat(modules.usual("log", ProsodyVersion.V13_0)).isEmpty();
  }

  @Test
  void tablesAreSorted() {
    assertThat(List.copyOf(LOADER.hints().keySet())).isSorted();
    assertThat(List.copyOf(LOADER.features().keySet())).isSorted();
  }
}
