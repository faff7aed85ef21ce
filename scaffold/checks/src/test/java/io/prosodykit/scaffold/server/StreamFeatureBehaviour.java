package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.scaffold.ModuleSpecBuilder;

/** The feature is offered only after the login, and is enabled once. */
final class StreamFeatureBehaviour implements Behaviour {
  private static final String NAMESPACE = "urn:example:feature:0";

  @Override
  public ModuleSpecBuilder specify(ModuleSpecBuilder spec) {
    return spec.namespace(NAMESPACE);
  }

  @Override
  public void check(RunningModule module) throws Exception {
    try (RawStream stream = new RawStream(module.server().folder().c2sPort())) {
      assertThat(stream.open()).doesNotContain(NAMESPACE);
      stream.login("juliet", ServerFolder.PASSWORD);
      assertThat(stream.open()).contains("<greeter xmlns='" + NAMESPACE + "'><most>10</most>");
      assertThat(enable(stream, "11")).contains("failed", "bad-count");
      assertThat(enable(stream, "3")).contains("<enabled", "count='3'");
      assertThat(enable(stream, "3")).contains("failed", "already-enabled");
    }
  }

  private static String enable(RawStream stream, String count) throws Exception {
    stream.send("<enable xmlns='" + NAMESPACE + "' count='" + count + "'/>");
    return stream.await("<(enabled|failed)[^>]*(/>|>.*</failed>)");
  }
}
