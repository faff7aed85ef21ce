package io.prosodykit.scaffold.server;

/** The module is global, and says that it is loaded. */
final class GuideBehaviour implements Behaviour {
  @Override
  public String host() {
    return "*";
  }

  @Override
  public void check(RunningModule module) throws Exception {
    module.server().await("Greeter module loaded");
  }
}
