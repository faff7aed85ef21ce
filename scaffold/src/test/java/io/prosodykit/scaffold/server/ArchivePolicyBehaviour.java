package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StreamOpen;

/** Of three messages the archive keeps the two that are no secret. */
final class ArchivePolicyBehaviour implements Behaviour {
  private int checks;

  @Override
  public void check(RunningModule module) throws Exception {
    String mark = "#" + checks++;
    Client romeo = module.login("romeo");
    Client juliet = module.login("juliet");
    Inbox inbox = new Inbox(romeo);
    juliet.say("romeo@localhost", "first " + mark);
    juliet.say("romeo@localhost", "Off the record: second " + mark);
    juliet.say("romeo@localhost", "third " + mark);
    for (int i = 0; i < 3; i++) {
      assertThat(inbox.next().getBody()).endsWith(mark);
    }
    for (Client client : new Client[] {romeo, juliet}) {
      assertThat(archiveUntil("third " + mark, client))
          .contains("first " + mark)
          .doesNotContain("second");
    }
  }

  /** What a user's archive holds, up to a text that it must hold; each message is a message. */
  private static String archiveUntil(String last, Client client) throws Exception {
    Inbox inbox = new Inbox(client);
    client.request(IQ.Type.set, "", "query", "urn:xmpp:mam:2", "");
    StringBuilder archive = new StringBuilder();
    while (archive.indexOf(last) < 0) {
      Message message = inbox.next();
      archive.append(message.toXML(StreamOpen.CLIENT_NAMESPACE)).append('\n');
    }
    return archive.toString();
  }
}
