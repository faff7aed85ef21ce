package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jivesoftware.smackx.iqprivate.PrivateDataManager;
import org.jivesoftware.smackx.iqprivate.packet.DefaultPrivateData;

/** What a client stores (XEP-0049) and what it was sent (XEP-0313) outlive the server. */
final class StorageDriverBehaviour implements Behaviour {
  private static final String NAMESPACE = "urn:example:notes:0";

  @Override
  public String enabling(String module) {
    return "VirtualHost \"localhost\"\n\tmodules_enabled = { \"private\", \"mam\" }\n";
  }

  @Override
  public void check(RunningModule module) throws Exception {
    Client juliet = module.login("juliet");
    DefaultPrivateData notes = new DefaultPrivateData("notes", NAMESPACE);
    notes.setValue("likes", "romeo");
    PrivateDataManager.getInstanceFor(juliet.connection()).setPrivateData(notes);
    Client romeo = module.login("romeo");
    Inbox messages = new Inbox(romeo);
    juliet.say("romeo@localhost", "Wherefore <art> thou?");
    assertThat(messages.next().getBody()).isEqualTo("Wherefore <art> thou?");

    assertKept(juliet, romeo);
  }

  @Override
  public void checkAfterRestart(RunningModule module) throws Exception {
    assertKept(module.login("juliet"), module.login("romeo"));
  }

  private static void assertKept(Client juliet, Client romeo) throws Exception {
    DefaultPrivateData notes =
        (DefaultPrivateData)
            PrivateDataManager.getInstanceFor(juliet.connection())
                .getPrivateData("notes", NAMESPACE);
    assertThat(notes.getValue("likes")).isEqualTo("romeo");
    assertThat(new Archive(romeo).bodies()).contains("Wherefore <art> thou?");
  }
}
