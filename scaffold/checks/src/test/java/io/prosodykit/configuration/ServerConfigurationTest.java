package io.prosodykit.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.prosodykit.configuration.LoadedModule.Origin;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigurationTest {
  private static final ProsodyVersion NEWEST = ProsodyVersion.V13_0;
  private static final String HOST = "VirtualHost \"example.org\"\n";

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  private static ServerConfiguration parse(String text, ProsodyVersion release) throws Exception {
    return ServerConfiguration.parse(text, release, ServerEnvironment.EMPTY);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private ServerConfiguration read(String text) throws Exception {
    return ServerConfiguration.read(
        write("prosody.cfg.lua", text), NEWEST, ServerEnvironment.EMPTY);
  }

  private static String error(ServerConfiguration configuration) {
    assertThat(configuration.starts()).isFalse();
    assertThat(configuration.errors()).hasSize(1);
    ConfigurationMessage error = configuration.errors().get(0);
    return error.line() + ": " + error.message();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11", "0.12.3", "13.0.1", "13.0", "trunk"})
  void evaluatesWhatIsComputed(String release) throws Exception {
    ServerConfiguration configuration =
        ServerConfiguration.parse(
            """
            local domain = os.getenv("DOMAIN") or "example.org"
            modules_enabled = {
              "roster"; os.getenv("EXTRA") or "ping"
            }
            VirtualHost (domain)
            """,
            ProsodyVersion.parse(release),
            ServerEnvironment.parse(List.of("DOMAIN=Example.net")));

    assertThat(configuration.errors()).isEmpty();
    assertThat(configuration.asked()).containsExactly("DOMAIN", "EXTRA");
    assertThat(configuration.sections())
        .extracting(EffectiveSection::toString)
        .containsExactly("the global section", "VirtualHost \"example.net\"");
    EffectiveOption modules = configuration.option("example.net", "modules_enabled").orElseThrow();
    assertThat(modules.value()).hasToString("{ \"roster\", \"ping\" }");
    assertThat(modules.place()).isEqualTo("prosody.cfg.lua:4");
  }

  @Test
  void hasThePlaceOfEachOption() throws Exception {
    write("conf.d/a.cfg.lua", "\nVirtualHost \"a.example\"\nname = 'a'\n");
    ServerConfiguration configuration =
        read("VirtualHost \"b.example\" {\n  name = 'b';\n}\nInclude \"conf.d/*.cfg.lua\"\n");

    assertThat(configuration.files())
        .extracting(file -> folder.relativize(file).toString())
        .containsExactly("prosody.cfg.lua", "conf.d/a.cfg.lua");
    assertThat(configuration.option("a.example", "name").orElseThrow().place())
        .isEqualTo(folder.resolve("conf.d/a.cfg.lua") + ":3");
    assertThat(configuration.option("b.example", "name").orElseThrow().place())
        .isEqualTo(folder.resolve("prosody.cfg.lua") + ":1");
  }

  @Test
  void hasThePlaceOfAnErrorInAnIncludedFile() throws Exception {
    Path included = write("own.cfg.lua", "fine = 1\nbroken = = 2\n");
    ServerConfiguration configuration = read(HOST + "Include \"own.cfg.lua\"\n");

    assertThat(configuration.errors())
        .containsExactly(new ConfigurationMessage(included, 2, "unexpected symbol near '='"));
    assertThat(configuration.sections()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "os.execute(\"true\")",
        "os.exit()",
        "os.remove(\"x\")",
        "io.open(\"/etc/passwd\")",
        "io.popen(\"true\")",
        "debug.getinfo(1)",
        "package.loadlib(\"x\", \"y\")",
        "require \"lfs\"",
        "dofile \"x\"",
        "loadfile \"x\"",
        "prosody.hosts = {}"
      })
  void refusesWhatReachesTheMachine(String call) throws Exception {
    for (ProsodyVersion release : List.of(ProsodyVersion.V0_11, NEWEST)) {
      String called = call.startsWith("prosody") ? "prosody.hosts.x = 1" : call;
      assertThat(error(parse(HOST + called + "\n", release)))
          .matches("2: [\\w.]+ is not available: a configuration is evaluated without .*");
    }
  }

  @Test
  void refusesCompiledCode() throws Exception {
    for (ProsodyVersion release : List.of(ProsodyVersion.V0_11, NEWEST)) {
      assertThat(error(parse(HOST + "assert(load('\\27Lua'))()\n", release)))
          .isEqualTo("2: compiled code is not loaded");
      assertThat(parse(HOST + "x = string.dump == nil\n", release).option("*", "x")).isEmpty();
      assertThat(
              parse(HOST + "x = string.dump == nil and ('').dump == nil\n", release)
                  .option("example.org", "x"))
          .hasValueSatisfying(option -> assertThat(option.value().isTrue()).isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while true do end",
        "while true do pcall(function () while true do end end) end",
        "coroutine.wrap(function () while true do end end)()",
        "repeat until pcall(error) == 1"
      })
  void endsWhatRunsForever(String loop) throws Exception {
    for (ProsodyVersion release : List.of(ProsodyVersion.V0_11, NEWEST)) {
      assertThat(error(parse(HOST + "\n" + loop + "\n", release)))
          .isEqualTo("3: it runs more than 20000000 instructions");
    }
  }

  @Test
  void endsWhatUsesTooMuchMemory() throws Exception {
    assertThat(error(parse(HOST + "x = string.rep('x', 1e9)\n", NEWEST)))
        .isEqualTo("2: a text of more than 16 MiB");
    String large = HOST + "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(10000) .. i end";
    assertThat(error(parse(large, NEWEST))).isEqualTo("2: it uses more than 256 MB of memory");
  }

  @Test
  void endsWhatTakesTooLong() throws Exception {
    String slow = HOST + "for i = 1, 1e9 do local t = ('x'):rep(200000) end";
    assertThat(error(parse(slow, NEWEST))).isEqualTo("2: it runs longer than 5 seconds");
  }

  @Test
  void limitsTheResult() throws Exception {
    assertThat(error(parse(HOST + "local t = {} for i = 1, 60 do t = { t } end x = t", NEWEST)))
        .endsWith("an option has tables more than 50 levels deep");
    assertThat(error(parse(HOST + "local t = {} for i = 1, 3e5 do t[i] = i end x = t", NEWEST)))
        .endsWith("its options have more than 100000 values");
    assertThat(
            error(
                parse(
                    HOST + "local t = ('x'):rep(2^20) x = {} for i = 1, 20 do x[i] = t end",
                    ProsodyVersion.V0_12)))
        .contains("attempt to index a nil value");
    assertThat(
            error(
                parse(
                    HOST + "local l, t = {}, ('x'):rep(2^20) for i = 1, 20 do l[i] = t end x = l",
                    NEWEST)))
        .endsWith("its options have more than 4 MiB of text");
  }

  @Test
  void boundsMessagesAndTheResult() throws Exception {
    ServerConfiguration warned = parse(HOST + "for i = 1, 2000 do x = os end", NEWEST);
    assertThat(warned.starts()).isTrue();
    assertThat(warned.warnings()).hasSizeBetween(1, 1000);
    ServerConfiguration asking =
        parse(HOST + "for i = 1, 2000 do x = Lua.os.getenv('V' .. i) end", NEWEST);
    assertThat(asking.asked()).hasSize(1000);
    String names = HOST + "for i = 1, 20 do _ENV[('x'):rep(2^20) .. i] = i end";
    assertThat(error(parse(names, ProsodyVersion.V0_12)))
        .isEqualTo("0: its evaluation wrote more than 16 MB of results, and was ended");
  }

  @Test
  void readsOnlyBelowItsFolderAndThoseOfTheEnvironment() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("x.cfg.lua"), "x = 1\n");
    Path inside = write("inside/prosody.cfg.lua", HOST + "Include \"../outside/x.cfg.lua\"\n");
    Path linked = write("inside/linked.cfg.lua", HOST + "Include \"link.cfg.lua\"\n");
    Path listed = write("inside/listed.cfg.lua", HOST + "Include \"../outside/*.cfg.lua\"\n");
    Path contents =
        write("inside/contents.cfg.lua", HOST + "x = FileContents \"" + outside + "/x.cfg.lua\"\n");
    Path unused =
        Files.createSymbolicLink(
            linked.resolveSibling("link.cfg.lua"), outside.resolve("x.cfg.lua"));

    for (Path file : List.of(inside, linked, listed, contents)) {
      assertThat(error(ServerConfiguration.read(file, NEWEST, ServerEnvironment.EMPTY)))
          .startsWith("2: ")
          .contains("is outside the folders that this configuration may read");
      assertThat(
              ServerConfiguration.read(
                      file, NEWEST, ServerEnvironment.EMPTY.withFolders(List.of(outside)))
                  .errors())
          .isEmpty();
    }
  }

  @Test
  void readsNoFileForAText() throws Exception {
    assertThat(error(parse(HOST + "Include \"x.cfg.lua\"\n", NEWEST)))
        .startsWith("2: cannot include");
    assertThat(error(parse(HOST + "Include \"/etc/passwd\"\n", NEWEST)))
        .endsWith("because it is a text without a folder");
  }

  @Test
  void readsOnlyRegularFiles() throws Exception {
    Files.createDirectory(folder.resolve("directory"));
    assertThat(error(read(HOST + "Include \"directory\"\n"))).endsWith("is not a regular file");
    assertThatThrownBy(() -> ServerConfiguration.read(folder, NEWEST, ServerEnvironment.EMPTY))
        .isInstanceOf(RefusedFileException.class);
    assertThatThrownBy(
            () -> ServerConfiguration.read(folder.resolve("none"), NEWEST, ServerEnvironment.EMPTY))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void matchesPatternsInLinearTime() throws Exception {
    write("a".repeat(200), "broken = =");
    write("aXaYb", "x = 1\n");
    write("ab-c", "broken = =");
    ServerConfiguration configuration =
        read(HOST + "Include \"" + "a*".repeat(20) + "c\"\nInclude \"a?a*b\"\nInclude \"*Yb**\"\n");

    assertThat(configuration.errors()).isEmpty();
    assertThat(configuration.files()).hasSize(2);
  }

  @Test
  void showsPathsWithoutDetours() throws Exception {
    ServerConfiguration configuration =
        read(HOST + "Include \"../" + folder.getFileName() + "/prosody.cfg.lua\"\n");

    assertThat(configuration.errors())
        .containsExactly(
            new ConfigurationMessage(
                folder.resolve("prosody.cfg.lua"), 2, "it is included more than 50 files deep"));
  }

  @Test
  void remarksOnWhatDependsOnTheDisk() throws Exception {
    write("conf.d/a.cfg.lua", "modules_enabled = { 'a' }\nsame = 1\n");
    write("conf.d/b.cfg.lua", "modules_enabled = { 'b' }\nsame = 1\n");
    ServerConfiguration configuration = read(HOST + "Include \"conf.d/*.cfg.lua\"\n");

    assertThat(configuration.remarks())
        .singleElement()
        .satisfies(
            remark ->
                assertThat(remark.message())
                    .startsWith("\"modules_enabled\" is also set by ")
                    .endsWith("depends on the order in which the disk lists them"));
  }

  @Test
  void remarksOnTemplates() throws Exception {
    assertThat(parse("VirtualHost \"{{ domain }}\"\n", NEWEST).remarks())
        .singleElement()
        .hasToString(
            "prosody.cfg.lua:1: \"{{ domain }}\" is not the name of a host: is this a template that"
                + " is not filled in?");
    assertThat(error(parse(HOST + "admins = {{% for a in b %}}\n", NEWEST)))
        .isEqualTo("2: unexpected symbol near '%'");
  }

  @Test
  void saysWhatALaterReleaseHas() throws Exception {
    String list = "modules_enabled = { 'roster' }\n";
    assertThat(error(parse(list + "modules_enabled:append { 'mam' }", ProsodyVersion.V0_12)))
        .isEqualTo(
            "2: attempt to index a nil value (global 'modules_enabled'); options can be read and"
                + " appended to since Prosody 13.0");
    assertThat(error(parse("x = Lua.os.getenv('X')", ProsodyVersion.V0_11)))
        .isEqualTo(
            "1: attempt to index global 'Lua' (a nil value); Lua is available since Prosody 13.0");
    assertThat(error(parse("x = nothing.y", ProsodyVersion.V0_12)))
        .isEqualTo("1: attempt to index a nil value (global 'nothing')");
  }

  @Test
  void needsAHost() throws Exception {
    assertThat(error(parse("Component \"rooms.example.org\" \"muc\"\n", NEWEST)))
        .isEqualTo(
            "0: there is no VirtualHost that is enabled, without which Prosody does not start");
  }

  @Test
  void knowsWhichHostsAreEnabled() throws Exception {
    ServerConfiguration configuration =
        parse(
            """
            enabled = false
            VirtualHost "on.example"
            enabled = true
            VirtualHost "off.example"
            """,
            NEWEST);

    assertThat(configuration.section("on.example").orElseThrow().enabled()).isTrue();
    assertThat(configuration.section("off.example").orElseThrow().enabled()).isFalse();
  }

  private static HostModules withoutNeeded(HostModules host) {
    return new HostModules(
        host.host(),
        host.modules().stream()
            .filter(module -> module.origin() != Origin.MODULE)
            .collect(ImmutableList.toImmutableList()),
        host.skipped());
  }

  @Test
  void saysWhyAHostLoadsAModule() throws Exception {
    ServerConfiguration configuration =
        parse(
            """
            modules_enabled = { "roster", "smacks" }
            modules_disabled = { "s2s", "c2s", "presence", "message", "offline", "s2s_auth_certs" }
            storage = { archive = "sql"; roster = "null" }
            VirtualHost "example.org"
            authentication = "ldap"
            modules_enabled = { "ping" }
            Component "rooms.example.org" "muc"
            authorization = "own"
            VirtualHost "off.example.org"
            enabled = false
            """,
            NEWEST);

    assertThat(configuration.modules())
        .extracting(ServerConfigurationTest::withoutNeeded)
        .containsExactly(
            new HostModules(
                "example.org",
                ImmutableList.of(
                    new LoadedModule(
                        "auth_ldap", Origin.CONFIGURATION, "authentication at prosody.cfg.lua:5"),
                    new LoadedModule(
                        "authz_internal", Origin.RELEASE, "the default of authorization"),
                    new LoadedModule("iq", Origin.RELEASE, "loaded on every host"),
                    new LoadedModule(
                        "ping", Origin.CONFIGURATION, "modules_enabled at prosody.cfg.lua:6"),
                    new LoadedModule(
                        "roster", Origin.CONFIGURATION, "modules_enabled at prosody.cfg.lua:1"),
                    new LoadedModule(
                        "smacks", Origin.CONFIGURATION, "modules_enabled at prosody.cfg.lua:1"),
                    new LoadedModule(
                        "storage_internal", Origin.RELEASE, "the default of default_storage"),
                    new LoadedModule(
                        "storage_sql",
                        Origin.CONFIGURATION,
                        "storage of archive at prosody.cfg.lua:3")),
                ImmutableList.of()),
            new HostModules(
                "rooms.example.org",
                ImmutableList.of(
                    new LoadedModule("muc", Origin.CONFIGURATION, "the module of the component"),
                    new LoadedModule(
                        "authz_own", Origin.CONFIGURATION, "authorization at prosody.cfg.lua:8"),
                    new LoadedModule("iq", Origin.RELEASE, "loaded on every host"),
                    new LoadedModule(
                        "smacks", Origin.CONFIGURATION, "modules_enabled at prosody.cfg.lua:1"),
                    new LoadedModule(
                        "storage_internal", Origin.RELEASE, "the default of default_storage"),
                    new LoadedModule(
                        "storage_sql",
                        Origin.CONFIGURATION,
                        "storage of archive at prosody.cfg.lua:3")),
                ImmutableList.of()));
    assertThat(configuration.modules().get(1).modules())
        .contains(new LoadedModule("adhoc", Origin.MODULE, "needed by muc"));
    assertThat(parse("modules_enabled = { 'ping' }", NEWEST).modules()).isEmpty();
  }

  @Test
  void writesJson() throws Exception {
    ServerConfiguration configuration =
        parse(HOST + "list = { 1, 'two' }\nmap = { a = true, [5] = 0.5 }\nempty = {}\n", NEWEST);

    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(configuration.toJson()))
        .isEqualTo(mapper.readTree(mapper.writeValueAsString(configuration)));
    assertThat(configuration.toJson().replaceAll("\\s+", " "))
        .contains("\"release\": \"13.0\", \"starts\": true")
        .contains(
            "{ \"name\": \"list\", \"value\": [ 1, \"two\" ], \"file\": \"prosody.cfg.lua\", \"line\": 2 }")
        .contains("\"value\": { \"5\": 0.5, \"a\": true }")
        .contains("\"name\": \"empty\", \"value\": [ ]");
  }

  @Test
  void rejectsOldReleasesAndWrongVariables() {
    assertThatThrownBy(() -> parse(HOST, ProsodyVersion.V0_10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the rules of Prosody 0.10 are not known: configurations are evaluated for 0.11 and"
                + " later");
    assertThatThrownBy(() -> ServerEnvironment.parse(List.of("DOMAIN")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"DOMAIN\" is not a variable: write NAME=VALUE, for example DOMAIN=example.org");
    assertThat(ServerEnvironment.parse(List.of("A=b=c", "D=")).variables())
        .isEqualTo(Map.of("A", "b=c", "D", ""));
  }
}
