package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.scaffold.ModuleSpecBuilder;
import org.jivesoftware.smack.packet.IQ;

/** What a user publishes on one node has an answer on the other. */
final class PepServiceBehaviour implements Behaviour {
  private static final String NAMESPACE = "urn:example:pep:0";
  private static final String PUBSUB = "http://jabber.org/protocol/pubsub";

  @Override
  public ModuleSpecBuilder specify(ModuleSpecBuilder spec) {
    return spec.namespace(NAMESPACE);
  }

  @Override
  public void check(RunningModule module) throws Exception {
    Client juliet = module.login("juliet");
    String text = "hello " + System.nanoTime();
    juliet.request(
        IQ.Type.set,
        "",
        "pubsub",
        PUBSUB,
        "<publish node='"
            + NAMESPACE
            + "#asked'><item id='1'><asked xmlns='"
            + NAMESPACE
            + "'>"
            + text
            + "</asked></item></publish>");
    assertThat(
            juliet.request(
                IQ.Type.get, "", "pubsub", PUBSUB, "<items node='" + NAMESPACE + "#answer'/>"))
        .contains("Seen: " + text);
  }
}
