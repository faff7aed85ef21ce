package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

/** The server's own statistics have the messages and the logins. */
final class MetricsBehaviour implements Behaviour {
  @Override
  public String configuration(String module) {
    return "statistics = \"internal\"\nstatistics_interval = 1";
  }

  @Override
  public void check(RunningModule module) throws Exception {
    Inbox romeo = new Inbox(module.login("romeo"));
    module.login("juliet").say("romeo@localhost", "hello");
    assertThat(romeo.next().getBody()).isEqualTo("hello");

    // collected once a second
    String shown = "";
    for (int i = 0; i < 20 && !(shown.contains("messages") && shown.contains("login")); i++) {
      Thread.sleep(500);
      shown = module.server().folder().shell("stats:show(\"greeter\")");
    }
    assertThat(shown).contains("messages", "login");
  }
}
