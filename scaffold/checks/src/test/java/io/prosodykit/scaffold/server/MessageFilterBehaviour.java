package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OptionSpec;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaError;

/** Of five messages one vanishes, one comes back, one is marked, and two arrive as they are. */
final class MessageFilterBehaviour implements Behaviour {
  @Override
  public ModuleSpecBuilder specify(ModuleSpecBuilder spec) {
    return spec.namespace("urn:example:filter:0")
        .addOption(OptionSpec.list("greeter_drop", "casino"))
        .addOption(OptionSpec.list("greeter_bounce", "lottery"))
        .addOption(OptionSpec.list("greeter_mark", "offer"));
  }

  @Override
  public void check(RunningModule module) throws Exception {
    Inbox romeo = new Inbox(module.login("romeo"));
    Client juliet = module.login("juliet");
    Inbox answers = new Inbox(juliet);
    juliet.say("romeo@localhost", "first");
    juliet.say("romeo@localhost", "Visit the CASINO");
    juliet.say("romeo@localhost", "a lottery");
    juliet.say("romeo@localhost", "an offer");
    juliet.say("romeo@localhost", "last");

    assertThat(romeo.next().getBody()).isEqualTo("first");
    Message marked = romeo.next();
    assertThat(marked.getBody()).isEqualTo("an offer");
    assertThat(marked.hasExtension("marked", "urn:example:filter:0")).isTrue();
    Message last = romeo.next();
    assertThat(last.getBody()).isEqualTo("last");
    assertThat(last.hasExtension("marked", "urn:example:filter:0")).isFalse();
    assertThat(answers.next().getError().getCondition())
        .isEqualTo(StanzaError.Condition.not_acceptable);
  }
}
