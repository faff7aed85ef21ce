package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jivesoftware.smackx.disco.ServiceDiscoveryManager;
import org.jxmpp.jid.impl.JidCreate;

/** A host of its own tells its name, and answers messages. */
final class ComponentBehaviour implements Behaviour {
  /** Its example is the section of the component. */
  @Override
  public String enabling(String module) {
    return "VirtualHost \"localhost\"\n";
  }

  @Override
  public String host() {
    return "greeter.localhost";
  }

  @Override
  public void check(RunningModule module) throws Exception {
    Client juliet = module.login("juliet");
    Inbox inbox = new Inbox(juliet);
    assertThat(
            ServiceDiscoveryManager.getInstanceFor(juliet.connection())
                .discoverInfo(JidCreate.from("greeter.localhost"))
                .getIdentities())
        .anySatisfy(identity -> assertThat(identity.getName()).isEqualTo("Greeter"));
    juliet.say("greeter.localhost", "hello");
    assertThat(inbox.next().getBody()).isEqualTo("You said: hello");
    juliet.say("anybody@greeter.localhost", "hi");
    assertThat(inbox.next().getFrom().toString()).isEqualTo("anybody@greeter.localhost");
  }
}
