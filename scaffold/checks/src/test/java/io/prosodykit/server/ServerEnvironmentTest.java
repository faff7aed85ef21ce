package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What modules in a server see of the environment: the tests themselves have more than that. */
@Tag("external")
final class ServerEnvironmentTest extends ModulesInAServer {
  /** A variable that this Java runtime has, but that is not passed on. */
  private static final String OTHER =
      System.getenv().keySet().stream()
          .filter(name -> name.matches("[A-Z_]+"))
          .filter(name -> !name.matches("PATH|HOME|LANG|TMPDIR|PWD|SHLVL|_|(LC|LUA|PROSODY)_.*"))
          .findAny()
          .orElseThrow();

  @Test
  void passesOnlyNamedVariables() throws Exception {
    module("env", "if os.getenv(\"%s\") then module:log(\"warn\", \"seen\"); end".formatted(OTHER));

    VerifyReport usual = run(verification().command("test -n \"$" + OTHER + "\""), "13.0");
    VerifyReport more = run(verification().environment(List.of(OTHER)), "13.0");

    // the command is the user's own, and sees all
    assertThat(usual.complaints()).isEmpty();
    assertThat(more.complaints()).singleElement().asString().contains("seen");
  }
}
