package io.prosodykit.maven;

import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lint.Baseline;
import io.prosodykit.lint.LintFormat;
import io.prosodykit.lint.LintReport;
import io.prosodykit.lint.LintRule;
import io.prosodykit.lint.Linter;
import io.prosodykit.lint.Severity;
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
 * Reads the source code of modules and reports what does not work on the releases of Prosody that
 * they are for: functions, libraries and Lua syntax that a release lacks, and other common faults.
 * No code of the modules is run. The rules are explained in <code>RULES.md</code>.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.PROCESS_SOURCES,
    requiresProject = false,
    threadSafe = true)
public final class LintMojo extends ModulesMojo {
  private static final String NONE = "none";

  /**
   * The rules to disable. Example: <code>-Dprosody.disable=option-unprefixed,print-call</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.disable")
  private List<@Nullable String> disable = List.of();

  /**
   * The severities of rules that differ from the defaults: <code>error</code>, <code>
   * warning</code> or <code>note</code>. Example: <code>
   * -Dprosody.severities=print-call=error,option-unprefixed=warning</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.severities")
  private List<@Nullable String> severities = List.of();

  /**
   * The lowest severity that fails: <code>error</code>, <code>warning</code>, <code>note</code>; or
   * <code>none</code>, to print and never fail. Example: <code>-Dprosody.failOn=warning</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.failOn", defaultValue = "error")
  private String failOn;

  /**
   * A file of findings to ignore, as <code>prosody.writeBaseline</code> writes it. Example: <code>
   * -Dprosody.baseline=lint-baseline.txt</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.baseline")
  private @Nullable File baseline;

  /**
   * Whether to write all findings to the file <code>prosody.baseline</code>, without printing them
   * and without failing. Example: <code>
   * -Dprosody.writeBaseline -Dprosody.baseline=lint-baseline.txt</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.writeBaseline", defaultValue = "false")
  private boolean writeBaseline;

  /**
   * Whether to skip the check. Example: <code>-Dprosody.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.skip", defaultValue = "false")
  private boolean skip;

  /**
   * What to print on standard output: <code>text</code>, <code>json</code>, <code>sarif</code>
   * (2.1.0) or <code>checkstyle</code>. Example: <code>-Dprosody.format=sarif</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.format", defaultValue = "text")
  private String format;

  /**
   * The file to write the findings to, in UTF-8, instead of standard output. Its folder is created
   * if necessary. Example: <code>-Dprosody.outputFile=lint.sarif</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputFile")
  private @Nullable File outputFile;

  /** Created by Maven. */
  public LintMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    if (skip) {
      getLog().info("The modules are not linted.");
      return;
    }
    ParameterErrors errors = new ParameterErrors();
    List<Path> folders = folders(errors);
    ServerFacts server = server();
    Linter.Builder builder = Linter.builder(targets(errors, server.knowledge())).server(server);
    errors.readAll("prosody.disable", disable, rule -> builder.disable(LintRule.parse(rule)));
    errors.readAll("prosody.severities", severities, builder::severity);
    Optional<LintFormat> output = errors.read("prosody.format", format, LintFormat::parse);
    Optional<Severity> failing =
        failOn.equals(NONE)
            ? Optional.empty()
            : errors.read("prosody.failOn", failOn, LintMojo::failing);
    if (writeBaseline && baseline == null) {
      errors.add(
          "prosody.baseline: name the file to write, as in -Dprosody.baseline=lint-baseline.txt");
    }
    Optional<Baseline> known = writeBaseline ? Optional.empty() : known(errors);
    errors.check();
    if (folders.isEmpty()) {
      reportNoFolder();
      return;
    }
    LintReport report = builder.base(basedir.toPath()).build().lint(folders);
    if (writeBaseline && baseline != null) {
      Baseline.of(report).write(baseline.toPath());
      GoalOutput.show(
          "Wrote "
              + report.findings().size()
              + " findings to "
              + VisibleText.of(baseline.toString())
              + ". They are ignored from now on.\n");
      return;
    }
    LintReport fresh = known.isPresent() ? report.without(known.get()) : report;
    LintFormat form = output.orElseThrow();
    GoalOutput.print(form.print(fresh), form == LintFormat.TEXT, outputFile);
    if (report.modules() == 0) {
      refuseEmpty(folders);
    }
    int count = failing.isPresent() ? fresh.count(failing.get()) : 0;
    if (count > 0) {
      throw new MojoFailureException(
          (count == 1 ? "1 finding has" : count + " findings have")
              + " the severity "
              + failOn
              + " (prosody.failOn) or higher: fix them, suppress them, or keep a baseline with"
              + " -Dprosody.writeBaseline");
    }
  }

  private static Severity failing(String text) {
    try {
      return Severity.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + "; or none, to print and never fail", e);
    }
  }

  private Optional<Baseline> known(ParameterErrors errors)
      throws MojoFailureException, MojoExecutionException {
    File file = baseline;
    if (file == null) {
      return Optional.empty();
    }
    if (!file.isFile()) {
      errors.add(
          "prosody.baseline: there is no file " + file + ": write it with -Dprosody.writeBaseline");
      return Optional.empty();
    }
    try {
      return Optional.of(Baseline.read(file.toPath()));
    } catch (IllegalArgumentException e) {
      String.valueOf(e.getMessage()).lines().forEach(errors::add);
      return Optional.empty();
    } catch (IOException e) {
      throw IoFailures.failure("cannot read " + file, e);
    }
  }
}
