package io.prosodykit.maven;

import io.prosodykit.config.ConfiguredModules;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** The configuration of a server whose modules a goal speaks of. */
final class ServerConfig {
  private ServerConfig() {}

  /** The modules that it loads; none without a file, and after a mistake. */
  static List<String> modules(ParameterErrors mistakes, @Nullable File file, Log log)
      throws IOException {
    if (file == null) {
      return List.of();
    }
    if (!file.isFile()) {
      mistakes.add("prosody.serverConfig: there is no file " + file);
      return List.of();
    }
    ConfiguredModules configured = ConfiguredModules.read(file.toPath());
    configured.problems().forEach(log::warn);
    if (configured.names().isEmpty()) {
      mistakes.add("prosody.serverConfig: " + file + " loads no module; name the main file");
    }
    return configured.names().asList();
  }
}
