package io.prosodykit.scaffold.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The task runs, and its count lasts. */
final class ScheduledTaskBehaviour implements Behaviour {
  /** On Prosody 0.12 and later the task has run once, long ago, so that it is due. */
  @Override
  public void prepare(Path data) throws IOException {
    Files.writeString(
        data.resolve("localhost/cron.dat"), "return { [\"greeter/greeter\"] = 1; };\n");
  }

  @Override
  public void check(RunningModule module) throws Exception {
    module.server().await("Runs so far: 1");
  }

  @Override
  public void checkAfterRestart(RunningModule module) throws Exception {
    module.server().await("Runs before: 1");
  }
}
