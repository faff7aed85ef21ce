package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Faulty modules in every real server. */
@Isolated("it looks for servers that are left behind")
@Tag("external")
final class ServerVerificationTest extends ModulesInAServer {
  /** Opens a stream to the server, so that modules see its features being made. */
  private static final String OPEN_A_STREAM =
      "bash -c 'exec 3<>/dev/tcp/127.0.0.1/$PROSODY_C2S_PORT;"
          + " echo \"<stream:stream xmlns=\\\"jabber:client\\\""
          + " xmlns:stream=\\\"http://etherx.jabber.org/streams\\\" to=\\\"$PROSODY_HOST\\\""
          + " version=\\\"1.0\\\">\" >&3; read -t 5 -d \">\" <&3; sleep 0.5'";

  @AfterEach
  void leavesNoProcessBehind() {
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private SourceLine line(String file, int line) {
    return new SourceLine(folder.resolve(file), line);
  }

  @EveryServer
  void passesModulesThatLoadWithoutErrors(String server) throws Exception {
    module("quiet", "module:hook(\"message/bare\", function () end);\n");
    module("needy", "module:depends(\"quiet\");\nmodule:log(\"info\", \"needs\");\n");
    module(
        "service",
        "if module:get_host_type() ~= \"component\" then error(\"no component\", 0); end\n");
    module("rooms", "module:depends(\"muc\");\nmodule:hook(\"muc-room-created\", print);\n");
    module("wide", "module:set_global();\n");
    module("auth_mine", "module:provides(\"auth\", {});\n");
    module(
        "port",
        """
        module:set_global();
        module:provides("net", { listener = { onincoming = print }, default_port = 5 });
        """);
    Path logs = folder.resolve("../logs");

    VerifyReport report = run(verification().reload(true).logs(logs), server);

    assertThat(report.complaints()).isEmpty();
    assertThat(report.others()).isEmpty();
    assertThat(report.version()).startsWith(ProsodyReleases.branch(server) + ".");
    assertThat(report.modules())
        .containsExactly("auth_mine", "needy", "port", "quiet", "rooms", "service", "wide");
    assertThat(report.log().orElseThrow()).isRegularFile().content().contains("loaded on *: wide");
    assertThat(report)
        .hasToString(
            "Prosody %s: 7 modules, no complaint, log in %s\n"
                .formatted(report.version(), report.log().orElseThrow()));
  }

  @EveryServer
  void namesEachModuleThatComplainsOrFails(String server) throws Exception {
    module("fine", "module:log(\"info\", \"fine\");\n");
    module("warns", "module:log(\"warn\", \"%s\", \"one\\ntwo\");\n");
    module("raises", "\nlocal nothing;\nprint(nothing.at_all);\n");
    module("needy", "module:depends(\"nowhere\");\n");
    module("broken", "local = 1\n");

    VerifyReport report = run(verification(), server);

    assertThat(report.complaints())
        .extracting(complaint -> List.copyOf(complaint.modules()))
        .containsExactlyInAnyOrder(
            List.of("warns"), List.of("raises"), List.of("needy"), List.of("broken"));
    assertThat(complaint(report, "warns").title()).isEqualTo("a warning in the log");
    assertThat(complaint(report, "warns").details()).contains("one\n").contains("two");
    assertThat(complaint(report, "raises").places())
        .startsWith(line("mod_raises/mod_raises.lua", 3));
    assertThat(complaint(report, "raises").details())
        .contains("Error initializing module 'raises'", "stack traceback:", "in main chunk");
    assertThat(complaint(report, "needy").details()).contains("mod_nowhere");
    assertThat(complaint(report, "broken").places())
        .containsExactly(line("mod_broken/mod_broken.lua", 1));
  }

  private static Complaint complaint(VerifyReport report, String module) {
    return report.complaints().stream()
        .filter(complaint -> complaint.modules().contains(module))
        .findFirst()
        .orElseThrow();
  }

  @EveryServer
  void reportsWhatACommandCauses(String server) throws Exception {
    module(
        "late",
        "module:hook(\"stream-features\", function ()\n\tlocal nothing;\n\treturn nothing.x;\nend);\n");

    assertThat(run(verification(), server).complaints()).isEmpty();
    VerifyReport report = run(verification().command(OPEN_A_STREAM), server);

    assertThat(report.complaints()).hasSize(1);
    assertThat(complaint(report, "late").places()).contains(line("mod_late/mod_late.lua", 3));
  }

  @Test
  void failsIfTheCommandDoes() throws Exception {
    module("fine", "");

    VerifyReport report = run(verification().command("echo oops; exit 3"), "13.0");

    assertThat(report.complaints())
        .extracting(Complaint::title)
        .containsExactly("the command ended with exit code 3");
    assertThat(report.complaints().get(0).details()).isEqualTo("oops\n");
  }

  @EveryServer
  void endsAModuleThatHangs(String server) throws Exception {
    module("hangs", "module:log(\"info\", \"one\");\nwhile true do end\n");
    module("fine", "");

    VerifyReport report = run(verification().timeout(Duration.ofSeconds(9)), server);

    assertThat(report.complaints()).hasSize(1);
    assertThat(complaint(report, "hangs").details()).contains("still starting after more than 3");
    assertThat(complaint(report, "hangs").places()).contains(line("mod_hangs/mod_hangs.lua", 2));
  }

  @EveryServer
  void reportsAServerThatEnds(String server) throws Exception {
    module("leaves", "os.exit(7);\n");

    VerifyReport report = run(verification(), server);

    assertThat(report.complaints())
        .extracting(Complaint::title)
        .containsExactly("Prosody ended before it was ready", "an error in the log");
    Complaint error = report.complaints().get(1);
    assertThat(error.modules()).containsExactly("leaves");
    assertThat(error.details()).contains("os.exit ends the server");
    assertThat(error.places()).contains(line("mod_leaves/mod_leaves.lua", 1));
  }

  @Test
  void endsWhatModulesAndCommandsLeaveBehind() throws Exception {
    Path pids = folder.resolve("pids");
    String orphan = "(sleep 600 > /dev/null 2>&1 & echo $! >> " + pids + ")";
    module("starts", "os.execute(\"" + orphan + "\");\n");

    VerifyReport report = run(verification().command(orphan), "13.0");

    assertThat(report.complaints()).isEmpty();
    assertThat(Files.readAllLines(pids)).hasSize(2);
    for (String pid : Files.readAllLines(pids)) {
      assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void keepsTheLogOfEachInstallation() throws Exception {
    module("fine", "");
    Path logs = folder.resolve("../logs");
    ServerVerification verification = verification().logs(logs).build();
    ProsodyInstallation installation = ProsodyInstallation.in(ProsodyReleases.server("13.0"));

    VerifyReport one = verification.run(installation);
    VerifyReport other = verification.run(installation);

    assertThat(one.log()).contains(logs.resolve("prosody-13.0.1.log"));
    assertThat(other.log()).contains(logs.resolve("prosody-13.0.1-2.log"));
    assertThat(one.log().orElseThrow()).isNotEmptyFile();
    assertThat(other.log().orElseThrow()).isNotEmptyFile();
  }

  @EveryServer
  void combinesTheExamplesOfModules(String server) throws Exception {
    module("one", "assert(module:get_option(\"one_text\") == \"1\");\n");
    example(
        "one",
        "VirtualHost \"example.com\"\n\tmodules_enabled = { \"one\" }\n\tone_text = \"1\"\n");
    module("two", "assert(module:get_option(\"two_text\") == \"mine\");\n");
    example(
        "two",
        "VirtualHost \"example.com\"\n\tmodules_enabled = { \"two\" }\n\ttwo_text = \"2\"\n");
    module("plugin", "module:depends(\"muc\");\n");
    example(
        "plugin",
        """
        VirtualHost "example.com"
        Component "rooms.example.com" "muc"
          modules_enabled = { "plugin" }
        """);
    Path own = write("own.cfg.lua", "VirtualHost \"example.com\"\n\ttwo_text = \"mine\"\n");

    VerifyReport report =
        run(
            verification()
                .configuration(own)
                .command("test $PROSODY_HOST = example.com && test -s $PROSODY_LOG"),
            server);

    assertThat(report.complaints()).isEmpty();
  }

  @EveryServer
  void showsWhatIsWrongInAnExample(String server) throws Exception {
    module("one", "");
    example("one", "VirtualHost \"localhost\"\n\tone_text = \n");

    VerifyReport report = run(verification(), server);

    assertThat(report.complaints()).hasSize(1);
    assertThat(complaint(report, "one").title()).startsWith("prosodyctl check config ended with");
    assertThat(complaint(report, "one").places())
        .contains(line("mod_one/config/stack/one.cfg.lua", 3));
  }

  @Test
  void failsIfAnExampleDoesNotEnableTheModule() throws Exception {
    module("one", "");
    example("one", "VirtualHost \"localhost\"\n\tmodules_disabled = { \"one\" }\n");

    VerifyReport report = run(verification(), "13.0");

    assertThat(report.complaints())
        .extracting(Complaint::title)
        .containsExactly(
            "was not loaded: add it to modules_enabled, and remove it from modules_disabled");
  }

  @EveryServer
  void listensWhateverModulesCallTheirPorts(String server) throws Exception {
    module(
        "port",
        """
        module:set_global();
        local listener = { onconnect = print, onincoming = print, ondisconnect = print };
        for name, prefix in pairs { ["my-proxy"] = false, any = "", mine = "x = {}\\nos.exit(7) --" } do
        	module:provides("net", { name = name, config_prefix = prefix or nil, listener = listener });
        end
        -- what is read of the module
        local function never()
        	module:provides("net", { name = "my-proxy" });
        	module:provides("net", { config_prefix = "" });
        	module:provides("net", { config_prefix = "x = {}\\nos.exit(7) --" });
        end
        """);
    String command =
        "bash -c 'for name in MY_PROXY_PORT PORT X______OS_EXIT_7_____PORT; do"
            + " port=PROSODY_$name; exec 3<>/dev/tcp/127.0.0.1/${!port} || exit 1; done'";

    assertThat(run(verification().command(command), server).complaints()).isEmpty();
  }

  @EveryServer
  void reportsEachProblemInALineWithItsPlace(String server) throws Exception {
    module("lost", "\nlocal x = require \"nowhere.at.all\";\n");
    example(
        "lost",
        """
        VirtualHost "a.example"
        modules_enabled = { "lost" }
        VirtualHost "b.a.example"
        modules_enabled = { "lost" }
        """);

    VerifyReport report = run(verification(), server);

    assertThat(report.complaints()).hasSize(1);
    assertThat(complaint(report, "lost").details()).contains("no file", "stack traceback:");
    assertThat(report.complaints().get(0).toString().lines())
        .hasSize(3)
        .startsWith(
            "mod_lost: an error in the log, on a.example, b.a.example",
            "  at " + line("mod_lost/mod_lost.lua", 2))
        .last()
        .asString()
        .endsWith("module 'nowhere.at.all' not found:");
  }

  @Test
  void refusesImpossibleTimes() {
    ServerVerificationBuilder verification = verification();

    assertThatThrownBy(() -> verification.watch(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the log cannot be watched for -1 seconds: write 0 or more");
    assertThatThrownBy(() -> verification.timeout(Duration.ofMillis(2999)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a run cannot finish in 2999 ms: allow at least 3 seconds");
    assertThatThrownBy(
            () -> verification.watch(Duration.ofSeconds(9)).timeout(Duration.ofSeconds(9)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the log cannot be watched for 9 of the 9 seconds of a run: allow more time");
  }

  @Test
  void leavesNoPortAndNoFolderBehind() throws Exception {
    module("fine", "");
    Path left = folder.resolve("left");

    run(verification().command("(echo $PROSODY_C2S_PORT; echo $PROSODY_CONFIG) > " + left), "0.12");

    List<String> lines = Files.readAllLines(left);
    int port = Integer.parseInt(lines.get(0));
    try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(again.isBound()).isTrue();
    }
    assertThat(Path.of(lines.get(1)).getParent()).doesNotExist();
  }
}
