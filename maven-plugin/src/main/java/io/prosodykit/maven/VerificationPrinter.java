package io.prosodykit.maven;

import io.prosodykit.server.InstallationException;
import io.prosodykit.server.LogEntry;
import io.prosodykit.server.ProsodyInstallation;
import io.prosodykit.server.ServerVerification;
import io.prosodykit.server.VerifyReport;
import io.prosodykit.server.VerifyReports;
import io.prosodykit.text.VisibleText;
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
    VerifyReports reports = reports(installations);
    List<String> failures = new ArrayList<>();
    for (VerifyReport failure : reports.failures()) {
      failures.add(failure.toString().replace('\t', ' '));
    }
    if (!reports.hasRun() && isRequired) {
      failures.add(
          "no module was verified, because none is for these versions of Prosody. Name another"
              + " Prosody with -Dprosody.home=DIR, or the releases that the modules are for with"
              + " -Dprosody.targets");
    }
    if (!failures.isEmpty()) {
      throw new MojoFailureException(VisibleText.lines(String.join("\n", failures)));
    }
  }

  private VerifyReports reports(List<ProsodyInstallation> installations)
      throws MojoFailureException, MojoExecutionException {
    try {
      return verification.run(installations, this::print);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted; the server was stopped", e);
    } catch (InstallationException e) {
      throw IoFailures.failure("cannot verify in " + e.installation().prosody(), e.getCause());
    }
  }

  private void print(VerifyReport report) {
    for (LogEntry other : report.others()) {
      log.debug(VisibleText.lines(other.toString()));
    }
    String text = VisibleText.lines(report.toString());
    if (report.modules().isEmpty()) {
      log.warn(text);
    } else if (report.passed()) {
      log.info(text);
    }
  }
}
