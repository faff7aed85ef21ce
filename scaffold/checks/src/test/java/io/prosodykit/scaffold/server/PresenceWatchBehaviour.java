package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jivesoftware.smack.packet.Presence;
import org.jxmpp.jid.EntityFullJid;

/** Each client of a user gets their number; one that has gone is no longer counted. */
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
    EntityFullJid gone = second.connection().getUser();
    second.close();
    module.server().await(gone + " is no longer available");

    Client third = module.connect("juliet");
    Inbox three = new Inbox(third);
    third.connection().login();
    assertThat(three.next().getBody()).isEqualTo("Clients online: 2");
    third
        .connection()
        .sendStanza(
            third
                .connection()
                .getStanzaFactory()
                .buildPresenceStanza()
                .ofType(Presence.Type.unavailable)
                .build());
    module.server().await(third.connection().getUser() + " is no longer available");

    Client fourth = module.connect("juliet");
    Inbox four = new Inbox(fourth);
    fourth.connection().login();
    assertThat(four.next().getBody()).isEqualTo("Clients online: 2");
  }
}
