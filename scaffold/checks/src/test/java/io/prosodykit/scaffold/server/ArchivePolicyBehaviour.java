package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

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
      assertThat(new Archive(client).bodies())
          .contains("first " + mark, "third " + mark)
          .noneMatch(body -> body.contains("second"));
    }
  }
}
