package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

/** Each client of a user is told how many there are; one that is gone counts no more. */
final class PresenceWatchBehaviour implements Behaviour {
  @Override
  public void check(RunningModule module) throws Exception {
    Client first = module.connect("juliet");
    Inbox one = new Inbox(first);
    first.connection().login();
    assertThat(one.next().getBody()).isEqualTo("Clients online: 1");

    Client second = module.connect("juliet");
    Inbox two = new Inbox(second);
    second.connection().login();
    assertThat(two.next().getBody()).isEqualTo("Clients online: 2");
    second.close();
    module.server().await("is not available any more");

    Client third = module.connect("juliet");
    Inbox three = new Inbox(third);
    third.connection().login();
    assertThat(three.next().getBody()).isEqualTo("Clients online: 2");
  }
}
