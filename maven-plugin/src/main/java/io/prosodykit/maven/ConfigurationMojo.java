package io.prosodykit.maven;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.configuration.ConfiguredServer;
import io.prosodykit.configuration.ServerConfiguration;
import io.prosodykit.configuration.ServerEnvironment;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that read the configuration of a server. */
abstract class ConfigurationMojo extends ReportMojo {
  /**
   * The main file of a server's configuration, with the files that it includes. It is run for each
   * version, 0.11 or later, in a process with limits that sees no more of this machine than its
   * folder and the variables that it is given. Example: <code>
   * -Dprosody.serverConfig=/etc/prosody/prosody.cfg.lua</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.serverConfig")
  private @Nullable File serverConfig;

  /**
   * The environment variables that the configuration finds. A name without a value passes the
   * variable of this process, if it is set. Example: <code>
   * -Dprosody.env=DOMAIN=example.org,DB_PASSWORD</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.env")
  private List<@Nullable String> env = List.of();

  /**
   * The folders that the configuration may read files in, besides its own and those below. Example:
   * <code>-Dprosody.configFolders=/usr/share/prosody,/run/secrets</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.configFolders")
  private List<@Nullable File> configFolders = List.of();

  /** {@return whether the user named a configuration} */
  final boolean hasConfiguration() {
    return serverConfig != null;
  }

  /**
   * Evaluates the configuration.
   *
   * @return what each version makes of it; nothing without a configuration, or after an error
   */
  final ImmutableList<ServerConfiguration> configurations(
      ParameterErrors errors, Collection<ProsodyVersion> versions)
      throws IOException, MojoExecutionException {
    Optional<ServerEnvironment> environment = environment(errors);
    File file = serverConfig;
    if (file == null) {
      return ImmutableList.of();
    } else if (!file.isFile()) {
      errors.add("prosody.serverConfig: there is no file " + file);
      return ImmutableList.of();
    }
    List<ProsodyVersion> evaluated =
        versions.stream()
            .flatMap(
                version ->
                    errors
                        .read(
                            "prosody.serverConfig",
                            version.toString(),
                            text -> ServerConfiguration.checkRelease(version))
                        .stream())
            .toList();
    ImmutableList.Builder<ServerConfiguration> configurations = ImmutableList.builder();
    if (environment.isPresent()) {
      for (ProsodyVersion version : evaluated) {
        configurations.add(read(file.toPath(), version, environment.get()));
      }
    }
    return configurations.build();
  }

  /**
   * Evaluates the configuration, and judges it by what is known. What it lacks of its environment
   * goes to standard error, which {@code -q} does not silence.
   */
  final ImmutableList<ConfiguredServer> servers(
      ParameterErrors errors, Collection<ProsodyVersion> versions, ModuleCatalog catalog)
      throws IOException, MojoExecutionException {
    ImmutableList<ConfiguredServer> servers =
        configurations(errors, versions).stream()
            .map(configuration -> ConfiguredServer.of(configuration, catalog))
            .collect(ImmutableList.toImmutableList());
    Optional<ServerEnvironment> environment = environment(new ParameterErrors());
    servers.stream()
        .flatMap(server -> server.unset(environment.orElseThrow()).stream())
        .distinct()
        .forEach(remark -> warn(serverConfig + ": " + remark + "; pass them with -Dprosody.env"));
    return servers;
  }

  /** Fails unless every version starts with the configuration. */
  static void requireStart(List<ConfiguredServer> servers) throws MojoFailureException {
    Set<String> errors = new LinkedHashSet<>();
    for (ConfiguredServer server : servers) {
      ServerConfiguration configuration = server.configuration();
      configuration.errors().stream()
          .map(error -> "Prosody " + configuration.release() + " does not start: " + error)
          .forEach(errors::add);
    }
    if (!errors.isEmpty()) {
      throw new MojoFailureException(
          VisibleText.lines(errors.stream().collect(Collectors.joining("\n"))));
    }
  }

  /** Warns on standard error, so that {@code -q} hides nothing and a document stays as it is. */
  static void warn(String warning) {
    System.err.println("[WARNING] " + VisibleText.of(warning));
  }

  private Optional<ServerEnvironment> environment(ParameterErrors errors) {
    List<File> folders = configFolders.stream().filter(Objects::nonNull).toList();
    for (File folder : folders) {
      if (!folder.isDirectory()) {
        errors.add("prosody.configFolders: there is no folder " + folder);
      }
    }
    return errors
        .read("prosody.env", "", text -> ServerEnvironment.parse(variables()))
        .map(found -> found.withFolders(folders.stream().map(File::toPath).toList()));
  }

  /** {@return the variables, each with its value} */
  private List<String> variables() {
    return ParameterErrors.given(env).stream()
        .flatMap(
            text ->
                text.indexOf('=') >= 0
                    ? Optional.of(text).stream()
                    : Optional.ofNullable(System.getenv(text))
                        .map(value -> text + "=" + value)
                        .stream())
        .toList();
  }

  private static ServerConfiguration read(
      Path file, ProsodyVersion release, ServerEnvironment environment)
      throws IOException, MojoExecutionException {
    try {
      return ServerConfiguration.read(file, release, environment);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("the evaluation was interrupted", e);
    }
  }
}
