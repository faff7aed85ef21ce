package io.prosodykit.maven;

import io.prosodykit.busted.SpecReport;
import io.prosodykit.busted.SpecRun;
import io.prosodykit.busted.SpecText;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Runs specs and shows the results.
 *
 * @param run the specs
 * @param base the folder that paths are relative to
 * @param isWatched whether somebody watches at a terminal
 * @param nothing the message if no test has the name or tag asked for; empty if all tests are to
 *     run
 */
record SpecRunPrinter(SpecRun run, Path base, boolean isWatched, Optional<String> nothing) {

  /** Runs the specs, and shows each module as soon as it is done, and a summary. */
  SpecReport show() throws MojoExecutionException, IOException {
    int[] done = {0};
    try {
      SpecReport report =
          run.run(
              suite -> {
                done[0]++;
                // a module may have none of the tests asked for
                if (nothing.isEmpty() || !suite.results().isEmpty()) {
                  String progress = isWatched ? "[" + done[0] + "/" + run.size() + "] " : "";
                  GoalOutput.show(SpecText.of(suite, progress, base));
                }
              });
      GoalOutput.show(SpecText.summary(report));
      return report;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted while specs ran", e);
    }
  }

  /** Fails if modules have specs, but none of the tests asked for. */
  void checkChosen(SpecReport report) throws MojoFailureException {
    boolean ranNothing = report.suites().stream().allMatch(suite -> suite.results().isEmpty());
    if (nothing.isPresent() && ranNothing && run.size() > 0) {
      throw new MojoFailureException(
          VisibleText.of(nothing.get())
              + "; to allow this, use -Dsurefire.failIfNoSpecifiedTests=false");
    }
  }
}
