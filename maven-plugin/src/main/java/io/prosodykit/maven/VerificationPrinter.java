package io.prosodykit.maven;

import io.prosodykit.server.LogEntry;
import io.prosodykit.server.ProsodyInstallation;
import io.prosodykit.server.ServerVerification;
import io.prosodykit.server.VerifyReport;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Verifies modules in several servers, and prints each report.
 *
 * @param verification the modules
 * @param isRequired whether at least one module has to run
 * @param log where reports without a failure go
 */
record VerificationPrinter(ServerVerification verification, boolean isRequired, Log log) {

  /** Runs one server after the other; fails with the reports of all servers that do not pass. */
  void run(List<ProsodyInstallation> installations)
      throws MojoFailureException, MojoExecutionException {
    verification.remarks().forEach(remark -> log.warn(VisibleText.of(remark)));
    List<String> failures = new ArrayList<>();
    boolean hasRun = false;
    for (ProsodyInstallation installation : installations) {
      VerifyReport report = report(installation);
      for (LogEntry other : report.others()) {
        log.debug(VisibleText.lines(other.toString()));
      }
      hasRun |= !report.modules().isEmpty();
      if (report.modules().isEmpty()) {
        log.warn(VisibleText.lines(report.toString()));
      } else if (report.passed()) {
        log.info(VisibleText.lines(report.toString()));
      } else {
        failures.add(report.toString().replace('\t', ' '));
      }
    }
    if (!hasRun && isRequired) {
      failures.add(
          "no module was verified, because none is for these versions of Prosody. Name another"
              + " Prosody with -Dprosody.home=DIR, or the releases that the modules are for with"
              + " -Dprosody.targets");
    }
    if (!failures.isEmpty()) {
      throw new MojoFailureException(VisibleText.lines(String.join("\n", failures)));
    }
  }

  private VerifyReport report(ProsodyInstallation installation)
      throws MojoFailureException, MojoExecutionException {
    try {
      return verification.run(installation);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted; the server was stopped", e);
    } catch (IOException e) {
      throw IoFailures.failure("cannot verify in " + installation.prosody(), e);
    }
  }
}
