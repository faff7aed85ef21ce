package io.prosodykit.maven;

import io.prosodykit.report.ModuleReport;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Describes a module: its layer, stability and specifications, where it comes from, whether it
 * works on each branch of Prosody and why, and where to read more.
 *
 * @since 0.1.0
 */
@Mojo(name = "describe-module", requiresProject = false, aggregator = true, threadSafe = true)
public final class DescribeModuleMojo extends ReportMojo {
  /**
   * The module's name, with or without <code>mod_</code>. Example: <code>-Dprosody.module=smacks
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.module")
  private @Nullable String module;

  /** Created by Maven. */
  public DescribeModuleMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    Optional<OutputFormat> output = format(errors);
    if (module == null || module.isBlank()) {
      errors.add("prosody.module: name the module to describe, as in -Dprosody.module=smacks");
    }
    errors.check();
    ModuleReport report = ModuleReport.of(catalog().get(String.valueOf(module).strip()));
    print(
        new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown),
        output.orElseThrow());
  }
}
