package io.prosodykit.maven;

import io.prosodykit.configuration.ConfigurationReport;
import io.prosodykit.configuration.ServerConfiguration;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.util.List;
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
public final class ShowConfigMojo extends ConfigurationMojo {
  /**
   * The version of Prosody that reads it: a release, a branch, which stands for its newest release,
   * or trunk; 0.11 or later. Example: <code>-Dprosody.version=13.0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.version")
  private @Nullable String version;

  /** Created by Maven. */
  public ShowConfigMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    Optional<OutputFormat> output = format(errors);
    Optional<ProsodyVersion> release = release(errors);
    if (!hasConfiguration()) {
      errors.add(
          "prosody.serverConfig: name the configuration, as in"
              + " -Dprosody.serverConfig=/etc/prosody/prosody.cfg.lua");
    }
    List<ServerConfiguration> configurations = configurations(errors, release.stream().toList());
    errors.check();
    ConfigurationReport report = ConfigurationReport.of(configurations.get(0));
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
}
