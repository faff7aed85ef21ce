package io.prosodykit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.lua.SourceProblem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfiguredModulesTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private Path write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private ConfiguredModules read(String text) throws Exception {
    return ConfiguredModules.read(write("prosody.cfg.lua", text));
  }

  @Test
  void findsTheModulesOfAllHostsAndComponents() throws Exception {
    ConfiguredModules modules =
        read(
            """
            modules_enabled = { "roster"; "tls", "ping" }
            modules_disabled = { "tls" }
            authentication = "internal_hashed"
            storage = { archive = "sql"; pep = "memory" }
            VirtualHost "a.example"
              modules_enabled = { "mam" }
              modules_disabled = { "ping" }
              storage = "internal"
            VirtualHost "b.example"
              authentication = "ldap"
              modules_disabled = { "ping" }
            Component "rooms.example" "muc"
              modules_enabled = { "muc_mam" }
            Component "gateway.example"
              component_secret = "x"
            """);

    assertThat(modules.names())
        .containsExactly(
            "auth_internal_hashed",
            "auth_ldap",
            "component",
            "mam",
            "muc",
            "muc_mam",
            "roster",
            "storage_internal",
            "storage_memory",
            "storage_sql");
    assertThat(modules.problems()).isEmpty();
  }

  @Test
  void saysWhatEachHostLoadsAndSets() throws Exception {
    ConfiguredModules modules =
        read(
            """
            modules_enabled = { "roster"; "ping" }
            authentication = "ldap"
            ldap_base = "dc=example"
            if ENV_SECRET then turn_external_secret = ENV_SECRET end
            VirtualHost "a.example"
              modules_disabled = { "ping" }
              modules_enabled = { "turn_external" }
            Component "rooms.example" "muc" {
              modules_enabled = { "muc_mam" },
              muc_log_by_default = false
            }
            """);

    assertThat(modules.hosts())
        .extracting(ConfiguredHost::section, host -> List.copyOf(new TreeSet<>(host.modules())))
        .containsExactly(
            tuple("VirtualHost \"a.example\"", List.of("auth_ldap", "roster", "turn_external")),
            tuple("Component \"rooms.example\" \"muc\"", List.of("muc", "muc_mam")));
    assertThat(modules.hosts().get(0).options())
        .contains("ldap_base", "turn_external_secret")
        .doesNotContain("muc_log_by_default");
    assertThat(modules.hosts().get(1).options()).contains("ldap_base", "muc_log_by_default");
    assertThat(modules.hosts()).allMatch(ConfiguredHost::isComplete);
  }

  @Test
  void aConfigurationWithoutHostsHasTheGlobalSection() throws Exception {
    ConfiguredModules modules =
        read("modules_enabled = { \"roster\" }\nInclude \"gone.cfg.lua\"\n");

    assertThat(modules.hosts())
        .containsExactly(
            new ConfiguredHost(
                "the global section",
                Optional.empty(),
                ImmutableSet.of("roster"),
                ImmutableSet.of("Include", "modules_enabled"),
                false));
  }

  @Test
  void onlyStorageMayNameADriverForEachStore() throws Exception {
    ConfiguredModules modules =
        read(
            """
            storage = { archive = "sql" }
            default_storage = { pep = "memory" }
            VirtualHost "a.example"
              storage = "internal"
              default_storage = "sqlite"
            """);

    assertThat(modules.names())
        .containsExactly("storage_internal", "storage_sql", "storage_sqlite");
  }

  @Test
  void takesTheLastOfSeveralListsForOneHost() throws Exception {
    assertThat(read("modules_enabled = { \"a\" }\nmodules_enabled = { \"b\" }\n").names())
        .containsExactly("b");
  }

  @Test
  void saysWhichListsReplaceOthers() throws Exception {
    for (String name : List.of("greeter", "porter")) {
      write(
          name + ".cfg.lua",
          "VirtualHost \"localhost\"\n\tmodules_enabled = {\n\t\t\"%s\";\n\t}\n".formatted(name));
    }

    ConfiguredModules modules =
        read(
            """
            modules_enabled = { "roster" }
            modules_enabled = { "roster"; "disco" }
            Include "greeter.cfg.lua"
            Include "porter.cfg.lua"
            """);

    assertThat(modules.names()).containsExactly("disco", "porter", "roster");
    assertThat(modules.problems())
        .extracting(SourceProblem::toString)
        .containsExactly(
            "%1$s/porter.cfg.lua:2:2: modules_enabled of VirtualHost \"localhost\" replaces that of"
                    .formatted(folder)
                + " %1$s/greeter.cfg.lua:2:2, so it does not have greeter: merge the two lists"
                    .formatted(folder));
  }

  @Test
  void readsTheFilesThatAreIncluded() throws Exception {
    write("conf.d/one.cfg.lua", "VirtualHost \"one.example\"\nmodules_enabled = { \"mam\" }\n");
    write("conf.d/two.cfg.lua", "Component \"two.example\" \"http_file_share\"\n");
    write("conf.d/two.cfg.lua.old", "Component \"old.example\" \"http_upload\"\n");
    write("conf.d/.hidden.cfg.lua", "Component \"hidden.example\" \"pubsub\"\n");
    write("more.cfg.lua", "modules_enabled = { \"carbons\" }\n");

    assertThat(read("Include \"more.cfg.lua\"\nInclude \"conf.d/*.cfg.l?a\"\n").names())
        .containsExactly("carbons", "http_file_share", "mam");
  }

  @Test
  void saysWhichListsAreNotChecked() throws Exception {
    ConfiguredModules modules =
        read(
            """
            modules_enabled = { "roster" }
            plugin_paths = { folder() }
            VirtualHost "a.example"
            if fast then modules_enabled = { "csi_simple" } end
            VirtualHost "b.example"
            modules_disabled = unwanted
            """);

    assertThat(modules.names()).containsExactly("roster");
    assertThat(modules.problems())
        .extracting(SourceProblem::toString)
        .containsExactlyInAnyOrder(
            folder.resolve("prosody.cfg.lua")
                + ":4:14: modules_enabled is computed or set in a condition, so its modules are not"
                + " checked",
            folder.resolve("prosody.cfg.lua")
                + ":6:1: modules_disabled is computed or set in a condition, so its modules are not"
                + " checked");
  }

  @Test
  void continuesWithoutMissingFiles() throws Exception {
    Path file = folder.resolve("prosody.cfg.lua");

    ConfiguredModules modules =
        read("Include \"gone.cfg.lua\"\nmodules_enabled = { \"mam\" }\nInclude \"d/*.lua\"\n");

    assertThat(modules.names()).containsExactly("mam");
    assertThat(modules.problems())
        .extracting(SourceProblem::toString)
        .containsExactly(
            file + ":1:1: cannot include " + folder.resolve("gone.cfg.lua") + ": does not exist",
            file + ":3:1: cannot include " + folder.resolve("d") + ": does not exist");
  }

  @Test
  void refusesAConfigurationThatIsMissing() {
    assertThatThrownBy(() -> ConfiguredModules.read(folder.resolve("gone.cfg.lua")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("gone.cfg.lua");
  }
}
