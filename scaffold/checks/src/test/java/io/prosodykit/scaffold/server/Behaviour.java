package io.prosodykit.scaffold.server;

import io.prosodykit.scaffold.ModuleSpecBuilder;
import java.io.IOException;
import java.nio.file.Path;

/** What the module of a recipe does on a real server, as a client sees it. */
interface Behaviour {
  /** Sets what the check needs in the specification. */
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

  /** Puts files that must exist before the server starts into its data folder. */
  default void prepare(Path data) throws IOException {}

  /**
   * Checks the behaviour. It is called once after the server has started, and again after a reload.
   */
  void check(RunningModule module) throws Exception;

  /** Checks what remains after the server was stopped and started again. */
  default void checkAfterRestart(RunningModule module) throws Exception {
    check(module);
  }
}
