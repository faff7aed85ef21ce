package io.prosodykit.maven;

import io.prosodykit.busted.JUnitReport;
import io.prosodykit.busted.SpecReport;
import io.prosodykit.busted.SpecRun;
import io.prosodykit.busted.SpecRunBuilder;
import io.prosodykit.busted.SpecText;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the specs of modules: <code>spec/*_spec.lua</code> next to <code>mod_NAME.lua</code>,
 * written for busted. They run in a real Lua that comes with the plugin, each module in its own
 * process. Nothing needs to be installed. The limits are not a sandbox: run only specs that you
 * trust. Fails if a test fails, unless <code>maven.test.failure.ignore</code> is set.
 *
 * @since 0.1.0
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, requiresProject = false, threadSafe = true)
public final class TestMojo extends SpecRunMojo {
  /**
   * Whether to fail if no test has the given name or tag. Example: <code>
   * -Dsurefire.failIfNoSpecifiedTests=false</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "surefire.failIfNoSpecifiedTests", defaultValue = "true")
  private boolean failIfNoSpecifiedTests;

  /**
   * The folder for reports in the format of Surefire. The default is <code>target/surefire-reports
   * </code> in a project, and none without a POM. Example: <code>
   * -Dprosody.reportsDirectory=reports</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.reportsDirectory")
  private @Nullable File reportsDirectory;

  /**
   * Whether to skip the tests. Example: <code>-DskipTests</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /**
   * Whether to skip the tests. Example: <code>-Dmaven.test.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Whether the build continues after failures. Example: <code>-Dmaven.test.failure.ignore</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
  private boolean testFailureIgnore;

  @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
  private boolean interactive;

  /** Created by Maven. */
  public TestMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    if (skipTests || skip) {
      getLog().info("The specs are not run.");
      return;
    }
    ParameterErrors errors = new ParameterErrors();
    List<Path> folders = folders(errors);
    SpecRunBuilder builder = read(errors, folders);
    errors.check();
    if (folders.isEmpty()) {
      reportNoFolder();
      return;
    }
    Optional<SpecRun> run = build(errors, builder);
    errors.check();
    test(run.orElseThrow(), folders);
  }

  private void test(SpecRun run, List<Path> folders)
      throws MojoFailureException, MojoExecutionException, IOException {
    run.remarks().forEach(remark -> getLog().warn(VisibleText.of(remark)));
    if (run.size() == 0 && run.remarks().isEmpty()) {
      refuseEmpty(folders);
    }
    boolean isWatched = interactive && Terminal.isThere();
    SpecRunPrinter answers = new SpecRunPrinter(run, basedir.toPath(), isWatched, nothing());
    SpecReport report = answers.show();
    Optional<Path> reports = reports();
    if (reports.isPresent()) {
      JUnitReport.write(report, reports.get());
    }
    if (failIfNoSpecifiedTests) {
      answers.checkChosen(report);
    }
    Optional<String> failure =
        SpecText.failure(report)
            .map(text -> text + reports.map(dir -> "; " + dir + " has the reports").orElse(""))
            .map(VisibleText::of);
    if (failure.isPresent() && !testFailureIgnore) {
      throw new MojoFailureException(failure.get());
    }
    failure.ifPresent(getLog()::error);
  }

  private Optional<Path> reports() {
    if (reportsDirectory != null) {
      return Optional.of(reportsDirectory.toPath());
    }
    return pom == null || buildDirectory == null
        ? Optional.empty()
        : Optional.of(buildDirectory.toPath().resolve("surefire-reports"));
  }
}
