package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OptionSpec;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.IQ;

/** An iq of type get is answered and advertised, one of type set refused. */
final class IqHandlerBehaviour implements Behaviour {
  private static final String NAMESPACE = "urn:example:greeter:1";

  @Override
  public ModuleSpecBuilder specify(ModuleSpecBuilder spec) {
    return spec.namespace(NAMESPACE).addOption(OptionSpec.string("greeter_text", "Good <day>"));
  }

  @Override
  public void check(RunningModule module) throws Exception {
    Client juliet = module.login("juliet");
    assertThat(juliet.advertises(NAMESPACE)).isTrue();
    assertThat(juliet.text(juliet.query(IQ.Type.get, "greeter", NAMESPACE)))
        .isEqualTo("Good <day>");
    assertThatThrownBy(() -> juliet.query(IQ.Type.set, "greeter", NAMESPACE))
        .isInstanceOf(XMPPErrorException.class);
  }
}
