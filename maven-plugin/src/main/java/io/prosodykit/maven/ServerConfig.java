package io.prosodykit.maven;

import com.google.common.collect.ImmutableList;
import io.prosodykit.config.ConfiguredModules;
import io.prosodykit.facts.ConfiguredHost;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * What a user says about a server.
 *
 * @param modules the modules that the user named, and then those in the configuration
 * @param hosts the hosts of the configuration; none without a configuration
 */
record ServerConfig(Set<String> modules, ImmutableList<ConfiguredHost> hosts) {

  /**
   * Reads the configuration.
   *
   * @param reader reads one name
   */
  static ServerConfig read(
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
    if (file == null) {
      return new ServerConfig(names, ImmutableList.of());
    }
    if (!file.isFile()) {
      errors.add("prosody.serverConfig: there is no file " + file);
      return new ServerConfig(names, ImmutableList.of());
    }
    ConfiguredModules configured = ConfiguredModules.read(file.toPath());
    configured.problems().forEach(problem -> log.warn(problem.toString()));
    if (configured.names().isEmpty()) {
      errors.add("prosody.serverConfig: " + file + " loads no module; name the main file");
    }
    names.addAll(configured.names());
    return new ServerConfig(names, configured.hosts());
  }
}
