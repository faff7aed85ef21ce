package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can reach real servers with modules and examples that try to listen on all interfaces. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the sockets of a process are read from /proc")
@Tag("external")
final class LoopbackTest extends ModulesInAServer {
  /** 127.0.0.1 and ::1 in the notation of /proc/net. */
  private static final String LOOPBACK = "0100007F|00000000000000000000000001000000";

  private static final String LISTENS = "0A";

  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void listensOnlyOnTheLoopbackInterface(String branch) throws Exception {
    module(
        "open",
        """
        module:set_global();
        local socket = require "socket";
        bound = { assert(socket.bind("*", 0)), assert(socket.bind("0.0.0.0", 0)), socket.udp() };
        assert(bound[3]:setsockname("*", math.random(40000, 49999)));
        module:provides("net", { name = "my-proxy", listener = { default_interface = "*" } });
        """);
    example(
        "open",
        """
        interfaces = { "*", "::" }
        local_interfaces = "*"
        http_interface = "*"
        if true then c2s_interfaces = { "0.0.0.0", "::" } end
        local options = _ENV or getfenv(1)
        options["my-proxy_interfaces"] = { "*" }
        proxy65_interfaces = { "*" }
        VirtualHost "localhost"
        modules_enabled = { "open", "http" }
        Component "proxy.localhost" "proxy65"
        """);

    List<String> addresses = addresses(branch, "true");

    assertThat(addresses).hasSizeGreaterThan(6).allMatch(each -> each.matches(LOOPBACK));
  }

  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void staysThereWhenTheConfigurationIsReadAgain(String branch) throws Exception {
    module(
        "again",
        """
        module:set_global();
        module:hook("config-reloaded", function ()
        	module:provides("net", { name = "late", listener = {} });
        	module:log("info", "config-reloaded");
        end);
        """);
    example("again", "interfaces = { \"*\" }\nlate_interfaces = { \"*\" }\n");

    List<String> addresses =
        addresses(
            branch,
            "kill -HUP $(cat PID); while ! grep -q config-reloaded $PROSODY_LOG; do "
                + "bash -c 'exec 3<>/dev/tcp/127.0.0.1/'$PROSODY_C2S_PORT; sleep 0.1; done");

    assertThat(addresses).hasSize(2).allMatch(each -> each.matches(LOOPBACK));
  }

  @ParameterizedTest(name = "on {0}")
  @ValueSource(strings = {"0.11", "0.12", "13.0"})
  void letsInWhoHasThePasswordOfTheRun(String branch) throws Exception {
    module("fine", "");
    Path passwords = folder.resolve("passwords");
    String command =
        """
        echo $PROSODY_PASSWORD >> PASSWORDS; test $(stat -c %a $(dirname $PROSODY_CONFIG)) = 700 &&
        ! grep -q $PROSODY_PASSWORD $PROSODY_LOG && bash -c '
        exec 3<>/dev/tcp/127.0.0.1/$PROSODY_C2S_PORT
        plain=$(printf "\\0admin\\0%s" $PROSODY_PASSWORD | base64)
        echo "<stream:stream xmlns=\\"jabber:client\\" to=\\"$PROSODY_HOST\\" version=\\"1.0\\"
          xmlns:stream=\\"http://etherx.jabber.org/streams\\">
          <auth xmlns=\\"urn:ietf:params:xml:ns:xmpp-sasl\\" mechanism=\\"PLAIN\\">$plain</auth>" >&3
        while read -t 5 -d ">" tag <&3; do [[ $tag != *success* ]] || exit 0; done; exit 1'
        """
            .replace("PASSWORDS", passwords.toString());

    assertThat(run(verification().command(command), branch).complaints()).isEmpty();
    assertThat(run(verification().command(command), branch).complaints()).isEmpty();
    assertThat(Files.readAllLines(passwords))
        .doesNotHaveDuplicates()
        .allMatch(password -> password.matches("[0-9a-f]{32}"));
  }

  /** The local addresses of all sockets that a server listens on after a command. */
  private List<String> addresses(String branch, String first) throws Exception {
    Path pid = folder.resolve("pid");
    module(
        "pid",
        """
        local file = io.open("PID", "w");
        file:write(io.open("/proc/self/stat"):read("*l"):match("%d+"));
        file:close();
        """
            .replace("PID", pid.toString()));
    String command =
        (first
                + "; ls -l /proc/$(cat PID)/fd > FDS; cat /proc/net/tcp* > TCP; cat /proc/net/udp* > UDP")
            .replace("PID", pid.toString())
            .replace("FDS", folder.resolve("fds").toString())
            .replace("TCP", folder.resolve("tcp").toString())
            .replace("UDP", folder.resolve("udp").toString());

    assertThat(run(verification().command(command), branch).complaints()).isEmpty();
    List<String> addresses = new ArrayList<>(listening("tcp"));
    addresses.addAll(listening("udp"));
    return addresses;
  }

  private List<String> listening(String protocol) throws Exception {
    Set<String> inodes =
        Files.readAllLines(folder.resolve("fds")).stream()
            .filter(line -> line.contains("socket:["))
            .map(line -> line.replaceAll(".*\\[|\\].*", ""))
            .collect(Collectors.toSet());
    List<String> addresses = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(protocol))) {
      List<String> fields =
          Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(line);
      if (fields.size() > 9 && inodes.contains(fields.get(9))) {
        if (protocol.equals("udp") || fields.get(3).equals(LISTENS)) {
          addresses.add(fields.get(1).replaceAll(":.*", ""));
        }
      }
    }
    return addresses;
  }
}
