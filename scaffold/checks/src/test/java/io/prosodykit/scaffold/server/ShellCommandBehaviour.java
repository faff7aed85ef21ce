package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The admin shell has the commands. */
final class ShellCommandBehaviour implements Behaviour {
  @Override
  public String host() {
    return "*";
  }

  @Override
  public void check(RunningModule module) throws Exception {
    ServerFolder server = module.server().folder();
    assertThat(server.shell("greeter:hello(\"Juliet\")")).contains("Hello, Juliet!");
    module.login("juliet");
    assertThat(server.shell("greeter:count(\"localhost\")"))
        .contains("Users online on localhost: 1");
    assertThatThrownBy(() -> server.shell("greeter:hello()")).hasMessageContaining("Specify whom");
  }
}
