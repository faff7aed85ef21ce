package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jivesoftware.smack.sasl.SASLErrorException;

/** Passwords need not be sent; the right one logs in, a wrong one and another user do not. */
final class AuthProviderBehaviour implements Behaviour {
  /** The option of its example does. */
  @Override
  public String enabling(String module) {
    return "VirtualHost \"localhost\"\n";
  }

  @Override
  public void check(RunningModule module) throws Exception {
    try (RawStream stream = new RawStream(module.server().folder().c2sPort())) {
      assertThat(stream.open()).contains(">PLAIN<", ">SCRAM-SHA-1<");
    }
    Client juliet = module.login("juliet", "change me");
    assertThat(juliet.connection().isAuthenticated()).isTrue();
    assertThatThrownBy(() -> module.login("juliet", "wrong"))
        .isInstanceOf(SASLErrorException.class)
        .hasMessageContaining("not-authorized");
    assertThatThrownBy(() -> module.login("romeo", ServerFolder.PASSWORD))
        .isInstanceOf(SASLErrorException.class);
  }
}
