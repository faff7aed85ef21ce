package io.prosodykit.scaffold.server;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Message;

/** The messages that a client gets, in their order. */
final class Inbox {
  private static final int PATIENCE = 20;

  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();

  Inbox(Client client) {
    client
        .connection()
        .addSyncStanzaListener(stanza -> messages.add((Message) stanza), StanzaTypeFilter.MESSAGE);
  }

  /** The next message, which must come soon. */
  Message next() throws InterruptedException {
    Message message = messages.poll(PATIENCE, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message within " + PATIENCE + " seconds");
    }
    return message;
  }
}
