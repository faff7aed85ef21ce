package io.prosodykit.maven;

import io.prosodykit.server.LogEntry;
import io.prosodykit.server.ProsodyInstallation;
import io.prosodykit.server.ServerVerification;
import io.prosodykit.server.VerifyReport;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs modules in a real Prosody, with a throw-away folder for its data and on ports of the
 * loopback interface that are free, and fails with the lines of the log if one of them warns, or
 * raises an error, or is not loaded. All modules run together in one server, configured as the
 * examples in their folders <code>config</code> say. There are users <code>juliet</code>, <code>
 * romeo</code> and the administrator <code>admin</code>, with a password that is new in each run.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "verify",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public final class VerifyMojo extends AbstractProsodyMojo {
  /**
   * The folders of modules, as they stand in <code>plugin_paths</code>. The default is <code>
   * src/main/prosody</code> in a project, and the current folder where there is no POM. Example:
   * <code>-Dprosody.directories=modules,more-modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.directories")
  private List<@Nullable String> directories = List.of();

  /**
   * The versions of Prosody that all modules are for, a list or a range. A module does not run in a
   * server of another version. Without this each module is for those that its <code>
   * .prosodykit.json</code> names, which <code>new-module</code> writes; a module without one runs
   * in all servers. Example: <code>-Dprosody.targets=[0.11,13.0]</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.targets")
  private List<@Nullable String> targets = List.of();

  /**
   * The folders with a Prosody to verify in, one after the other: the programs <code>prosody</code>
   * and <code>prosodyctl</code> are in each, in its <code>bin</code> or in its <code>usr/bin</code>
   * . A package that was unpacked and not installed will do. The default is the Prosody on the
   * <code>PATH</code>. Example: <code>-Dprosody.home=/opt/prosody-0.12,/opt/prosody-13.0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.home")
  private List<@Nullable String> home = List.of();

  /**
   * Whether to fail where there is no Prosody on the <code>PATH</code> and none is named, or where
   * no module is for its version, instead of skipping the verification. Example: <code>
   * -Dprosody.requireServer=true</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.requireServer", defaultValue = "false")
  private boolean requireServer;

  /**
   * A file with lines for the server's configuration, which come after the modules' examples.
   * Example: <code>-Dprosody.config=src/test/prosody/own.cfg.lua</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.config")
  private @Nullable File config;

  /**
   * For how many seconds the log is watched once the server is ready. Example: <code>
   * -Dprosody.watch=10</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.watch", defaultValue = "2")
  private String watch;

  /**
   * What a line of the log holds that ends the watch, which then takes no certain time; the build
   * fails if no such line comes. Example: <code>-Dprosody.awaitLine="greeter info ready"</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.awaitLine")
  private @Nullable String awaitLine;

  /**
   * A command for the shell that runs against the server, and fails the build if it does not end
   * with exit code 0. Its environment has <code>PROSODY_HOST</code>, <code>PROSODY_PASSWORD</code>,
   * which all users have, <code>PROSODY_C2S_PORT</code>, <code>PROSODY_HTTP_PORT</code>, <code>
   * PROSODY_CONFIG</code>, <code>PROSODY_LOG</code>, and <code>PROSODY_NAME_PORT</code> for a port
   * of a module's own. Example: <code>
   * -Dprosody.command='curl --fail http://localhost:$PROSODY_HTTP_PORT/greeter'</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.command")
  private @Nullable String command;

  /**
   * The environment variables that the server sees beside <code>PATH</code>, <code>HOME</code>,
   * <code>LANG</code>, <code>TMPDIR</code>, <code>LC_*</code>, <code>LUA_*</code> and <code>
   * PROSODY_ENABLE_*</code>; a <code>*</code> at the end of a name stands for all that begin with
   * it. The command sees them all. Example: <code>-Dprosody.environment=DATABASE_URL,CI_*</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.environment")
  private List<@Nullable String> environment = List.of();

  /**
   * Whether to load the modules a second time as the server starts. Example: <code>
   * -Dprosody.reload=true</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.reload", defaultValue = "false")
  private boolean reload;

  /**
   * How many seconds each server has for all that. One that takes longer is ended. Example: <code>
   * -Dprosody.timeout=300</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.timeout", defaultValue = "60")
  private String timeout;

  /**
   * Whether to leave the verification out. Example: <code>-Dprosody.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Whether all tests are left out, and so the verification. Example: <code>-DskipTests</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /**
   * Whether integration tests are left out, and so the verification. Example: <code>-DskipITs
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipITs", defaultValue = "false")
  private boolean skipIts;

  @Parameter(defaultValue = "${project.file}", readonly = true)
  private @Nullable File pom;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private @Nullable File buildDirectory;

  /** Made by Maven. */
  public VerifyMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    if (skip || skipTests || skipIts) {
      getLog().info("The modules are not verified.");
      return;
    }
    ParameterErrors mistakes = new ParameterErrors();
    List<Path> folders = ModuleFolders.read(mistakes, directories, pom, basedir);
    List<ProsodyInstallation> installations = installations(mistakes);
    Optional<ServerVerification> verification = verification(mistakes, folders);
    mistakes.check();
    if (folders.isEmpty()) {
      getLog().info(ModuleFolders.NONE);
      return;
    }
    if (verification.orElseThrow().moduleCount() == 0) {
      ModuleFolders.refuseNone(folders, directories, pom, getLog());
      return;
    }
    if (installations.isEmpty()) {
      getLog()
          .info(
              "The modules are not verified: there is no prosody with prosodyctl on the PATH."
                  + " Install one, or name its folder with -Dprosody.home=DIR");
      return;
    }
    verify(verification.orElseThrow(), installations);
  }

  private List<ProsodyInstallation> installations(ParameterErrors mistakes) {
    if (!home.isEmpty()) {
      return mistakes.readSome(
          "prosody.home",
          home,
          "/opt/prosody",
          text -> ProsodyInstallation.in(basedir.toPath().resolve(text)));
    }
    String path = System.getenv("PATH");
    Optional<ProsodyInstallation> found = ProsodyInstallation.onPath(path == null ? "" : path);
    if (found.isEmpty() && requireServer) {
      mistakes.add(
          "prosody.requireServer: there is no prosody with prosodyctl on the PATH: install one, or"
              + " name its folder with -Dprosody.home=DIR");
    }
    return found.stream().toList();
  }

  private Optional<ServerVerification> verification(ParameterErrors mistakes, List<Path> folders)
      throws IOException {
    try {
      ServerVerification.Builder builder =
          ServerVerification.builder(folders)
              .targets(VersionList.targets(mistakes, targets))
              .directory(basedir.toPath())
              .logs(logs())
              .reload(reload);
      mistakes.readNumber(
          "prosody.watch", watch, seconds -> builder.watch(Duration.ofSeconds(seconds)));
      mistakes.readNumber(
          "prosody.timeout", timeout, seconds -> builder.timeout(Duration.ofSeconds(seconds)));
      List<String> variables = mistakes.readAll("prosody.environment", environment, text -> text);
      mistakes.read("prosody.environment", "", text -> builder.environment(variables));
      if (config != null && config.isFile()) {
        builder.configuration(config.toPath());
      } else if (config != null) {
        mistakes.add("prosody.config: there is no file " + config);
      }
      if (awaitLine != null) {
        builder.await(awaitLine);
      }
      if (command != null) {
        builder.command(command);
      }
      return Optional.of(builder.build());
    } catch (IllegalArgumentException e) {
      String.valueOf(e.getMessage()).lines().forEach(mistakes::add);
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

  private void verify(ServerVerification verification, List<ProsodyInstallation> installations)
      throws MojoFailureException, MojoExecutionException, IOException {
    verification.remarks().forEach(remark -> getLog().warn(VisibleText.of(remark)));
    List<String> failures = new ArrayList<>();
    boolean hasRun = false;
    for (ProsodyInstallation installation : installations) {
      VerifyReport report;
      try {
        report = verification.run(installation);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MojoExecutionException("interrupted; the server was ended", e);
      } catch (IOException e) {
        throw IoFailures.failure("cannot verify in " + installation.prosody(), e);
      }
      for (LogEntry other : report.others()) {
        getLog().debug(VisibleText.lines(other.toString()));
      }
      hasRun |= !report.modules().isEmpty();
      if (report.modules().isEmpty()) {
        getLog().warn(VisibleText.lines(report.toString()));
      } else if (report.passed()) {
        getLog().info(VisibleText.lines(report.toString()));
      } else {
        failures.add(report.toString().replace('\t', ' '));
      }
    }
    if (!hasRun && (requireServer || !home.isEmpty())) {
      failures.add(
          "no module is verified: none is for the Prosody that is there. Name another one with"
              + " -Dprosody.home=DIR, or the releases that the modules are for with"
              + " -Dprosody.targets");
    }
    if (!failures.isEmpty()) {
      throw new MojoFailureException(VisibleText.lines(String.join("\n", failures)));
    }
  }
}
