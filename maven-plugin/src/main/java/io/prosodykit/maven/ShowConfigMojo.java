package io.prosodykit.maven;

import io.prosodykit.configuration.ConfigurationReport;
import io.prosodykit.configuration.ServerConfiguration;
import io.prosodykit.configuration.ServerEnvironment;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints the configuration of a server as a release of Prosody reads it: the options of its
 * sections with their values and places, the modules that each host loads and why, and what the
 * release warns of. Fails if the release does not start with it. The configuration is run, in a
 * process with limits that sees no more of this machine than its folder and the variables that it
 * is given.
 *
 * @since 0.1.0
 */
@Mojo(name = "show-config", requiresProject = false, aggregator = true, threadSafe = true)
public final class ShowConfigMojo extends ReportMojo {
  /**
   * The main file of the configuration. Files that it includes are read, too. Example: <code>
   * -Dprosody.serverConfig=/etc/prosody/prosody.cfg.lua</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.serverConfig")
  private @Nullable File serverConfig;

  /**
   * The version of Prosody that reads it: a release, a branch, which stands for its newest release,
   * or trunk; 0.11 or later. Example: <code>-Dprosody.version=13.0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.version")
  private @Nullable String version;

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

  /** Created by Maven. */
  public ShowConfigMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    Optional<OutputFormat> output = format(errors);
    Optional<ProsodyVersion> release = release(errors);
    List<File> folders = configFolders.stream().filter(Objects::nonNull).toList();
    for (File folder : folders) {
      if (!folder.isDirectory()) {
        errors.add("prosody.configFolders: there is no folder " + folder);
      }
    }
    File file = serverConfig;
    if (file == null) {
      errors.add(
          "prosody.serverConfig: name the configuration, as in"
              + " -Dprosody.serverConfig=/etc/prosody/prosody.cfg.lua");
    } else if (!file.isFile()) {
      errors.add("prosody.serverConfig: there is no file " + file);
    }
    Optional<ServerEnvironment> environment =
        errors.read("prosody.env", "", text -> ServerEnvironment.parse(variables()));
    errors.check();
    ConfigurationReport report =
        ConfigurationReport.of(
            read(
                Objects.requireNonNull(file),
                release.orElseThrow(),
                environment
                    .orElseThrow()
                    .withFolders(folders.stream().map(File::toPath).toList())));
    print(
        new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown),
        output.orElseThrow());
    Optional<String> failure = report.failure();
    if (failure.isPresent()) {
      throw new MojoFailureException(VisibleText.lines(failure.get()));
    }
  }

  private Optional<ProsodyVersion> release(ParameterErrors errors)
      throws MojoFailureException, IOException {
    if (version == null) {
      errors.add(
          "prosody.version: name the version of Prosody that reads it, as in"
              + " -Dprosody.version=13.0");
      return Optional.empty();
    }
    var known = catalog().knowledge();
    return errors.read(
        "prosody.version",
        version,
        text -> ServerConfiguration.checkRelease(VersionList.parseOne(text.strip(), known)));
  }

  /** {@return the variables, each with its value} */
  private List<String> variables() {
    return ParameterErrors.given(env).stream()
        .flatMap(
            text ->
                text.isEmpty() || text.indexOf('=') >= 0
                    ? Optional.of(text).stream()
                    : Optional.ofNullable(System.getenv(text))
                        .map(value -> text + "=" + value)
                        .stream())
        .toList();
  }

  private static ServerConfiguration read(
      File file, ProsodyVersion release, ServerEnvironment environment)
      throws IOException, MojoExecutionException {
    try {
      return ServerConfiguration.read(file.toPath(), release, environment);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("the evaluation was interrupted", e);
    }
  }
}
