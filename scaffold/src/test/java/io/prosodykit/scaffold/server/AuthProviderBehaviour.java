package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jivesoftware.smack.sasl.SASLErrorException;

/** The right password logs in, a wrong one and another user do not. */
final class AuthProviderBehaviour implements Behaviour {
  @Override
  public void check(RunningModule module) throws Exception {
    Client juliet = module.login("juliet", "change me");
    assertThat(juliet.connection().isAuthenticated()).isTrue();
    assertThatThrownBy(() -> module.login("juliet", "wrong"))
        .isInstanceOf(SASLErrorException.class)
        .hasMessageContaining("not-authorized");
    assertThatThrownBy(() -> module.login("romeo", ServerFolder.PASSWORD))
        .isInstanceOf(SASLErrorException.class);
  }
}
