package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of modules in one server.
 *
 * @param version the release, for example {@code 0.12.3}
 * @param modules the modules under test, sorted
 * @param complaints what speaks against them, in the order in which it happened
 * @param others the warnings and errors in the log that are not about them
 * @param log the file with all that the server has printed; empty if it was not kept
 */
public record VerifyReport(
    String version,
    ImmutableSet<String> modules,
    ImmutableList<Complaint> complaints,
    ImmutableList<LogEntry> others,
    Optional<Path> log) {
  /**
   * Tells whether nothing speaks against the modules.
   *
   * @return whether there is no complaint
   */
  public boolean passed() {
    return complaints.isEmpty();
  }

  /** Prints what became of the modules, in one line, and then all complaints. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Prosody " + version + ": ");
    text.append(modules.size() == 1 ? "1 module" : modules.size() + " modules").append(", ");
    int count = complaints.size();
    text.append(count == 0 ? "no complaint" : count == 1 ? "1 complaint" : count + " complaints");
    if (log.isPresent()) {
      text.append(", log in ").append(log.get());
    }
    text.append('\n');
    complaints.forEach(text::append);
    return text.toString();
  }
}
