package io.prosodykit.maven;

import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that print a report. */
abstract class ReportMojo extends AbstractProsodyMojo {
  /**
   * What to print on standard output: <code>table</code>, <code>json</code>, <code>csv</code> or
   * <code>markdown</code>. With <code>-q</code> nothing else is printed. Example: <code>
   * -Dprosody.format=json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.format", defaultValue = "table")
  private String format;

  /**
   * The file to write the output to, in UTF-8, instead of standard output. Its folder is created if
   * necessary. Example: <code>-Dprosody.outputFile=report.json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputFile")
  private @Nullable File outputFile;

  /** Reads the format. */
  final Optional<OutputFormat> format(ParameterErrors errors) {
    return errors.read("prosody.format", format, OutputFormat::parse);
  }

  /** Writes a report to the file, or to standard output. */
  final void print(GoalOutput report, OutputFormat form)
      throws MojoFailureException, MojoExecutionException {
    report.print(form, outputFile);
  }
}
