package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.moduletree.TargetChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerConfigurationTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private Path write(String file, String text) throws Exception {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private void module(String name, String source, String example) throws Exception {
    write("mod_" + name + "/mod_" + name + ".lua", source);
    if (!example.isEmpty()) {
      write("mod_" + name + "/config/" + name + ".cfg.lua", example);
    }
  }

  private ServerConfiguration configuration(Optional<Path> own) throws Exception {
    return ServerConfiguration.of(
        List.of(folder), ModuleUnderTest.read(List.of(folder), TargetChoice.RECORDED), own);
  }

  private String text(Optional<Path> own) throws Exception {
    ServerConfiguration configuration = configuration(own);
    ImmutableMap.Builder<NetService, Integer> services = ImmutableMap.builder();
    configuration.services().forEach(service -> services.put(service, 3));
    return configuration.text(Path.of("/run"), new Ports(1, 2, services.buildOrThrow()), false);
  }

  @Test
  void enablesEachModuleWhereItBelongs() throws Exception {
    write("mod_plain/spec/mod_plain_spec.lua", "module:hook(\"muc-x\", f);\n");
    write("mod_plain/spec/config/plain.cfg.lua", "c2s_ports = nil\n");
    module("plain", "", "");
    module("room_x", "module:hook(\"muc-room-created\", f);\n", "");
    module("own_host", "if module:get_host_type() ~= \"component\" then return end\n", "");
    module("vcard_too", "if module:get_host_type() == \"component\" then return end\n", "");
    module("auth_x", "", "");
    module("line", "module:provides(\"net\", { config_prefix = \"lines\" });\n", "");

    assertThat(text(Optional.empty()))
        .contains(
            "VirtualHost \"localhost\"\n\tmodules_enabled = { \"line\", \"plain\", \"vcard_too\" }\n")
        .contains("Component \"rooms.localhost\" \"muc\"\n\tmodules_enabled = { \"room_x\" }\n")
        .contains("Component \"own-host.localhost\" \"own_host\"\n")
        .contains("\nlines_ports = { 3 }\n")
        .contains("\nc2s_ports = { 1 }\n")
        .contains("plugin_paths = { \"/run/plugins\", \"" + folder + "\" }");
  }

  @Test
  void combinesLists() throws Exception {
    module(
        "one",
        "",
        "modules_enabled = { \"ping\" }\nVirtualHost \"a.example\" { modules_enabled = { \"one\" } }\n");
    module("two", "", "VirtualHost \"a.example\"\nmodules_enabled = { \"mam\"; \"two\" }\n");
    write("more.cfg.lua", "plugin_paths = { \"more\" }\n");
    Path own =
        write(
            "own.cfg.lua",
            "Include \"more.cfg.lua\"\nComponent \"b.example\"\nmodules_enabled = { \"x\" }\n");

    assertThat(text(Optional.of(own)))
        .contains(
            "\nmodules_enabled = { \"roster\", \"saslauth\", \"disco\", \"prosodykit_verify\","
                + " \"ping\" }\n")
        .contains(
            "\nVirtualHost \"a.example\"\n\tmodules_enabled = { \"one\", \"mam\", \"two\" }\n")
        .contains("\nComponent \"b.example\" \"component\"\n\tmodules_enabled = { \"x\" }\n")
        .contains("\", \"" + folder.resolve("more") + "\" }")
        .contains("Include \"" + own + "\"\n")
        .doesNotContain("VirtualHost \"localhost\"");
    assertThat(configuration(Optional.of(own)).host()).isEqualTo("a.example");
  }

  @Test
  void reportsAllConflicts() throws Exception {
    module(
        "one",
        "",
        "VirtualHost \"localhost\"\nmodules_enabled = { \"one\" }\ntext = \"1\"\nsame = { 1, a = true }\n");
    module(
        "two",
        "",
        "VirtualHost \"localhost\"\nmodules_enabled = { \"two\" }\ntext = \"2\"\nsame = { 1, a = true }\n");
    module("three", "", "Component \"x.localhost\" \"three\"\n");
    module(
        "four",
        "",
        "Component \"x.localhost\" \"four\"\nfor i = 1, 2 do modules_enabled = {} end\n");
    Path own =
        write(
            "own.cfg.lua",
            "c2s_ports = { 1 }\nlog = \"x\"\nmodules_enabled = { f() }\nInclude \"gone.lua\"\n");

    assertThatThrownBy(() -> configuration(Optional.of(own)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "two.cfg.lua:3:1: text in VirtualHost \"localhost\" has a different value than in")
        .hasMessageContaining("one.cfg.lua:3:1: set it")
        .hasMessageContaining("has Component \"x.localhost\" \"three\", but another module has")
        .hasMessageContaining("four.cfg.lua:2:17: set modules_enabled to a list of quoted names")
        .hasMessageContaining(
            "own.cfg.lua:1:1: omit c2s_ports: each server gets its own, which no other server uses")
        .hasMessageContaining("own.cfg.lua:2:1: omit log: each")
        .hasMessageContaining("own.cfg.lua:3:1: set modules_enabled to a list")
        .hasMessageContaining(
            "own.cfg.lua:4:1: cannot include " + folder.resolve("gone.lua") + ": does not exist")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(7));
  }

  @Test
  void refusesInterfacesWhereverTheUserSetsThem() throws Exception {
    Path own =
        write(
            "own.cfg.lua",
            "interface = \"*\"\nVirtualHost \"a.example\"\nc2s_interfaces = { \"*\" }\n");

    assertThatThrownBy(() -> configuration(Optional.of(own)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%1$s:1:1: omit interface: the server listens only on the loopback interface\n"
                + "%1$s:3:1: omit c2s_interfaces: the server listens only on the loopback interface",
            own);
  }

  @Test
  void writesWhateverModulesCallTheirPorts() throws Exception {
    module(
        "net_plain",
        """
        module:provides("net", {});
        module:provides("net", { name = "my-proxy" });
        module:provides("net", { name = "x", config_prefix = "" });
        module:provides("net", { name = "end" });
        module:provides("net", { config_prefix = "x = {}\\nos.exit(1) --" });
        module:provides("net", { config_prefix = "\\0" });
        """,
        "");

    assertThat(text(Optional.empty()).lines().filter(line -> line.endsWith(" = { 3 }")))
        .containsExactly(
            "plain_ports = { 3 }",
            "options[\"my-proxy_ports\"] = { 3 }",
            "ports = { 3 }",
            "end_ports = { 3 }",
            "options[\"x = {}\\nos.exit(1) --_ports\"] = { 3 }",
            "options[\"\\000_ports\"] = { 3 }");
  }

  @Test
  void refusesPortsThatACommandCannotDistinguish() throws Exception {
    module("a", "module:provides(\"net\", { name = \"my-proxy\" });\n", "");
    module("b", "module:provides(\"net\", { name = \"my_proxy\" });\n", "");
    module("c", "module:provides(\"net\", { name = \"C2S\" });\n", "");

    assertThatThrownBy(() -> configuration(Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            my-proxy_ports and my_proxy_ports would both be named PROSODY_MY_PROXY_PORT in the \
            environment of a command: give the service another name
            c2s_ports and C2S_ports would both be named PROSODY_C2S_PORT in the environment of a command: \
            give the service another name""");
  }

  @Test
  void refusesExamplesThatIncludeWouldReadAsPatterns() throws Exception {
    module("a", "", "");
    Path example = write("mod_a/config/a?.cfg.lua", "modules_enabled = { \"a\" }\n");

    assertThatThrownBy(() -> configuration(Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(example + ": rename it: Prosody reads * and ? in Include as wildcards");
  }

  @Test
  void findsAHostHoweverItIsWritten() throws Exception {
    module("a", "", "VirtualHost \"A.Example\"\nmodules_enabled = { \"a\" }\n");
    module("b", "", "VirtualHost \"a.example\"\nmodules_enabled = { \"b\" }\n");

    assertThat(text(Optional.empty()))
        .contains("VirtualHost \"a.example\"\n\tmodules_enabled = { \"a\", \"b\" }");
  }

  @Test
  void letsTheUserSettleAConflict() throws Exception {
    module("one", "", "VirtualHost \"localhost\"\ntext = \"1\"\n");
    module("two", "", "VirtualHost \"localhost\"\ntext = \"2\"\n");
    Path own = write("own.cfg.lua", "VirtualHost \"localhost\"\ntext = \"3\"\n");

    assertThat(text(Optional.of(own))).contains("modules_enabled = { \"one\", \"two\" }");
  }
}
