package io.prosodykit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code prosodyctl check config} says about the configuration of a server.
 *
 * @param full how it ended
 * @param fresh the lines that it does not print for a configuration without modules: what it says
 *     about the machine or the server itself is not the modules' fault
 * @param isObjection whether it is not satisfied, and not only with the machine
 */
record ConfigurationCheck(ProgramRun full, String fresh, boolean isObjection) {
  /** Lines that are not problems: which files it read, and that it is done. */
  private static final Pattern NO_COMPLAINT =
      Pattern.compile("\\s*(-  /.*|The following configuration .*|Done\\.|Problems found, .*)");

  /** Runs it. */
  static ConfigurationCheck run(
      ProsodyInstallation installation,
      ServerFolder folder,
      VerifySettings settings,
      Deadline deadline)
      throws IOException, InterruptedException {
    ProgramRun full = control(installation, folder, folder.configuration(), settings, deadline);
    if (full.succeeded()) {
      return new ConfigurationCheck(full, "", false);
    }
    ProgramRun bare = control(installation, folder, folder.bareConfiguration(), settings, deadline);
    Set<String> known = bare.output().lines().collect(Collectors.toSet());
    String fresh =
        full.output()
            .lines()
            .filter(line -> !line.isBlank() && !known.contains(line))
            .filter(line -> !line.contains(folder.configuration().toString()))
            .filter(line -> !NO_COMPLAINT.matcher(line).matches())
            .collect(Collectors.joining("\n"));
    return new ConfigurationCheck(full, fresh, bare.succeeded() || !fresh.isEmpty());
  }

  private static ProgramRun control(
      ProsodyInstallation installation,
      ServerFolder folder,
      Path configured,
      VerifySettings settings,
      Deadline deadline)
      throws IOException, InterruptedException {
    return installation.control(
        configured, folder.output("check"), settings.environment(), deadline, "check", "config");
  }

  /** {@return its objection as a complaint; empty if it has none} */
  Optional<Complaint> objection(LogClassifier classifier) {
    return isObjection
        ? Optional.of(
            classifier.complaint(
                "prosodyctl check config " + full.outcome(),
                fresh.isEmpty() ? full.output() : fresh))
        : Optional.empty();
  }

  /** {@return whether Prosody can read the configuration} */
  boolean isReadable() {
    return !isObjection || full.output().contains("Checking config...");
  }
}
