package io.prosodykit.scaffold.server;

import io.prosodykit.scaffold.ModuleSpecBuilder;
import java.io.IOException;
import java.nio.file.Path;

/** What the module of a recipe does on a real server, as a client sees it. */
interface Behaviour {
  /** Sets what the check needs of the specification. */
  default ModuleSpecBuilder specify(ModuleSpecBuilder spec) {
    return spec;
  }

  /** The host that has the module. */
  default String host() {
    return "localhost";
  }

  /**
   * Lines for the global section of the server's configuration, before the module's own example;
   * {@code SPARE_PORT} stands for a free port.
   */
  default String configuration(String module) {
    return "";
  }

  /** Lines that enable the module, after its own example. */
  default String enabling(String module) {
    return "VirtualHost \"localhost\"\n\tmodules_enabled = { \"%s\" }\n".formatted(module);
  }

  /** Puts what is to be there before the server boots into its data folder. */
  default void prepare(Path data) throws IOException {}

  /** Sees the behaviour; it is called once when the server has booted, and after a reload. */
  void check(RunningModule module) throws Exception;

  /** Sees what is there after the server was stopped and started again. */
  default void checkAfterRestart(RunningModule module) throws Exception {
    check(module);
  }
}
