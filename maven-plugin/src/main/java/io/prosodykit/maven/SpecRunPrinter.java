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
 * Shows what comes of specs.
 *
 * @param run the specs
 * @param base the folder from which files are named
 * @param isWatched whether somebody at a terminal waits for the end
 * @param nothing what is said if no test has the name or tag that the user asks for; empty if all
 *     are to run
 */
record SpecRunPrinter(SpecRun run, Path base, boolean isWatched, Optional<String> nothing) {

  /** Runs the specs, and shows each module as soon as it is done, and the sum. */
  SpecReport show() throws MojoExecutionException, IOException {
    int[] done = {0};
    try {
      SpecReport report =
          run.run(
              suite -> {
                done[0]++;
                // of the tests that are asked for a module may have none
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

  /** Fails if modules have specs, but none of the tests that are asked for. */
  void checkChosen(SpecReport report) throws MojoFailureException {
    boolean ranNothing = report.suites().stream().allMatch(suite -> suite.results().isEmpty());
    if (nothing.isPresent() && ranNothing && run.size() > 0) {
      throw new MojoFailureException(
          VisibleText.of(nothing.get())
              + "; -Dsurefire.failIfNoSpecifiedTests=false lets that pass");
    }
  }
}
