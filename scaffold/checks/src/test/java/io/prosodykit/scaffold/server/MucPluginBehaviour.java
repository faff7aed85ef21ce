package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/** A new room has a name, greets, and counts, even after it was unloaded from memory. */
final class MucPluginBehaviour implements Behaviour {
  private int rooms;

  @Override
  public String enabling(String module) {
    return "VirtualHost \"localhost\"\nComponent \"%s\" \"muc\"\n\tmodules_enabled = { \"%s\" }\n"
        .formatted(host(), module);
  }

  @Override
  public String host() {
    return "rooms.localhost";
  }

  /** A second room makes the server unload the first one from memory. */
  @Override
  public String configuration(String module) {
    return "muc_room_cache_size = 1\n";
  }

  @Override
  public void check(RunningModule module) throws Exception {
    String address = "garden" + rooms++ + "@rooms.localhost";
    Client juliet = module.login("juliet");
    Inbox inbox = new Inbox(juliet);
    MultiUserChatManager manager = MultiUserChatManager.getInstanceFor(juliet.connection());
    MultiUserChat room = manager.getMultiUserChat(JidCreate.entityBareFrom(address));
    room.createOrJoin(Resourcepart.from("juliet"));
    assertThat(next(inbox)).isEqualTo("Welcome to " + address);
    assertThat(manager.getRoomInfo(JidCreate.entityBareFrom(address)).getName())
        .isEqualTo(address.substring(0, address.indexOf('@')));
    room.sendMessage("hello");
    assertThat(next(inbox)).isEqualTo("hello");
    room.sendMessage("!count");
    assertThat(next(inbox)).isEqualTo("Messages so far: 1");
    MultiUserChat other = manager.getMultiUserChat(JidCreate.entityBareFrom("other-" + address));
    other.createOrJoin(Resourcepart.from("juliet"));
    assertThat(next(inbox)).isEqualTo("Welcome to other-" + address);
    module.server().await("Evicting room " + address);
    room.sendMessage("!count");
    assertThat(next(inbox)).isEqualTo("Messages so far: 1");
    other.leave();
    room.leave();
  }

  /** The next message with a text: a room also sends its subject. */
  private static String next(Inbox inbox) throws InterruptedException {
    String body = null;
    while (body == null) {
      body = inbox.next().getBody();
    }
    return body;
  }
}
