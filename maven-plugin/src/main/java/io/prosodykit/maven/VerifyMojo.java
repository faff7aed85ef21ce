package io.prosodykit.maven;

import io.prosodykit.server.ProsodyInstallation;
import io.prosodykit.server.ServerVerification;
import io.prosodykit.server.ServerVerificationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs modules in a real Prosody, with a temporary folder for its data and on free ports of the
 * loopback interface. Fails with the lines of the log if a module warns, raises an error, or is not
 * loaded. All modules run together in one server, configured by the examples in their <code>config
 * </code> folders. The server has the users <code>juliet</code> and <code>romeo</code> and the
 * administrator <code>admin</code>, with a password that is new in each run.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "verify",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public final class VerifyMojo extends ModulesMojo {
  /**
   * The folders of the Prosody installations to verify in. Each has the programs <code>prosody
   * </code> and <code>prosodyctl</code>, or has them in <code>bin</code> or <code>usr/bin</code>;
   * an unpacked package is enough. The default is the Prosody on the <code>PATH</code>. Example:
   * <code>-Dprosody.home=/opt/prosody-0.12,/opt/prosody-13.0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.home")
  private List<@Nullable String> home = List.of();

  /**
   * Whether to fail, instead of skipping the verification, if no Prosody is named and none is on
   * the <code>PATH</code>, or if no module is for its version. Example: <code>
   * -Dprosody.requireServer=true</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.requireServer", defaultValue = "false")
  private boolean requireServer;

  /**
   * A file with lines to add to the server's configuration, after the modules' examples. Example:
   * <code>-Dprosody.config=src/test/prosody/own.cfg.lua</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.config")
  private @Nullable File config;

  /**
   * How many seconds to watch the log after the server is ready. Example: <code>
   * -Dprosody.watch=10</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.watch", defaultValue = "2")
  private String watch;

  /**
   * A text that a line of the log contains; that line ends the watch. The build fails if no such
   * line appears before the timeout. Example: <code>-Dprosody.awaitLine="greeter info ready"</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.awaitLine")
  private @Nullable String awaitLine;

  /**
   * A shell command to run against the server. The build fails if its exit code is not 0. Its
   * environment has <code>PROSODY_HOST</code>, <code>PROSODY_PASSWORD</code>, which all users have,
   * <code>PROSODY_C2S_PORT</code>, <code>PROSODY_HTTP_PORT</code>, <code>
   * PROSODY_CONFIG</code>, <code>PROSODY_LOG</code>, and <code>PROSODY_NAME_PORT</code> for each
   * port of a module. Example: <code>
   * -Dprosody.command='curl --fail http://localhost:$PROSODY_HTTP_PORT/greeter'</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.command")
  private @Nullable String command;

  /**
   * The environment variables that the server sees in addition to <code>PATH</code>, <code>HOME
   * </code>, <code>LANG</code>, <code>TMPDIR</code>, <code>LC_*</code>, <code>LUA_*</code> and
   * <code>
   * PROSODY_ENABLE_*</code>; a <code>*</code> at the end of a name matches any ending. The command
   * sees all variables. Example: <code>-Dprosody.environment=DATABASE_URL,CI_*</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.environment")
  private List<@Nullable String> environment = List.of();

  /**
   * Whether to reload the modules once while the server starts. Example: <code>
   * -Dprosody.reload=true</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.reload", defaultValue = "false")
  private boolean reload;

  /**
   * How many seconds each server may take in total. A server that takes longer is stopped. Example:
   * <code>
   * -Dprosody.timeout=300</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.timeout", defaultValue = "60")
  private String timeout;

  /**
   * Whether to skip the verification. Example: <code>-Dprosody.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Whether to skip all tests, and so the verification. Example: <code>-DskipTests</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /**
   * Whether to skip integration tests, and so the verification. Example: <code>-DskipITs
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipITs", defaultValue = "false")
  private boolean skipIts;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private @Nullable File buildDirectory;

  /** Created by Maven. */
  public VerifyMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    if (skip || skipTests || skipIts) {
      getLog().info("The modules are not verified.");
      return;
    }
    ParameterErrors errors = new ParameterErrors();
    List<Path> folders = folders(errors);
    List<ProsodyInstallation> installations = installations(errors);
    Optional<ServerVerification> verification = verification(errors, folders);
    errors.check();
    if (folders.isEmpty()) {
      reportNoFolder();
      return;
    }
    if (verification.orElseThrow().moduleCount() == 0) {
      refuseEmpty(folders);
      return;
    }
    if (installations.isEmpty()) {
      getLog()
          .info(
              "The modules are not verified: there is no prosody with prosodyctl on the PATH."
                  + " Install one, or name its folder with -Dprosody.home=DIR");
      return;
    }
    new VerificationPrinter(verification.orElseThrow(), requireServer || !home.isEmpty(), getLog())
        .run(installations);
  }

  private List<ProsodyInstallation> installations(ParameterErrors errors) {
    if (!home.isEmpty()) {
      return errors.readSome(
          "prosody.home",
          home,
          "/opt/prosody",
          text -> ProsodyInstallation.in(basedir.toPath().resolve(text)));
    }
    String path = System.getenv("PATH");
    Optional<ProsodyInstallation> found = ProsodyInstallation.onPath(path == null ? "" : path);
    if (found.isEmpty() && requireServer) {
      errors.add(
          "prosody.requireServer: there is no prosody with prosodyctl on the PATH: install one, or"
              + " name its folder with -Dprosody.home=DIR");
    }
    return found.stream().toList();
  }

  private Optional<ServerVerification> verification(ParameterErrors errors, List<Path> folders)
      throws MojoFailureException, IOException {
    try {
      ServerVerificationBuilder builder =
          ServerVerification.builder(folders)
              .targets(targets(errors, server().knowledge()))
              .directory(basedir.toPath())
              .logs(logs())
              .reload(reload);
      errors.readNumber(
          "prosody.watch", watch, seconds -> builder.watch(Duration.ofSeconds(seconds)));
      errors.readNumber(
          "prosody.timeout", timeout, seconds -> builder.timeout(Duration.ofSeconds(seconds)));
      List<String> variables = errors.readAll("prosody.environment", environment, text -> text);
      errors.read("prosody.environment", "", text -> builder.environment(variables));
      if (config != null && config.isFile()) {
        builder.configuration(config.toPath());
      } else if (config != null) {
        errors.add("prosody.config: there is no file " + config);
      }
      if (awaitLine != null) {
        builder.await(awaitLine);
      }
      if (command != null) {
        builder.command(command);
      }
      return Optional.of(builder.build());
    } catch (IllegalArgumentException e) {
      String.valueOf(e.getMessage()).lines().forEach(errors::add);
      return Optional.empty();
    }
  }

  private Path logs() {
    // without a POM Maven leaves the property of the build's folder as it is written
    Path target =
        pom == null || buildDirectory == null
            ? basedir.toPath().resolve("target")
            : buildDirectory.toPath();
    return target.resolve("prosody-verify");
  }
}
