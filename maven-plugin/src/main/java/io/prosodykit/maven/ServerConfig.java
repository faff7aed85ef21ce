package io.prosodykit.maven;

import io.prosodykit.config.ConfiguredModules;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** The modules in the configuration of a server. */
final class ServerConfig {
  private ServerConfig() {}

  /**
   * {@return the modules that the user named, and then those in the configuration}
   *
   * @param reader reads one name
   */
  static Set<String> modules(
      ParameterErrors errors,
      List<@Nullable String> named,
      Function<String, String> reader,
      @Nullable File file,
      Log log)
      throws IOException {
    Set<String> names = new LinkedHashSet<>();
    if (!named.isEmpty()) {
      names.addAll(errors.readSome("prosody.modules", named, "roster", reader));
    }
    names.addAll(modules(errors, file, log));
    return names;
  }

  /** {@return the modules that it loads; none without a file, and after an error} */
  private static List<String> modules(ParameterErrors errors, @Nullable File file, Log log)
      throws IOException {
    if (file == null) {
      return List.of();
    }
    if (!file.isFile()) {
      errors.add("prosody.serverConfig: there is no file " + file);
      return List.of();
    }
    ConfiguredModules configured = ConfiguredModules.read(file.toPath());
    configured.problems().forEach(problem -> log.warn(problem.toString()));
    if (configured.names().isEmpty()) {
      errors.add("prosody.serverConfig: " + file + " loads no module; name the main file");
    }
    return configured.names().asList();
  }
}
