package io.prosodykit.server;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.prosodykit.files.SlashedPath;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The results of modules in one server.
 *
 * @param version the release, for example {@code 0.12.3}
 * @param modules the modules that ran, sorted
 * @param omitted the modules that did not run because they are for other releases, sorted
 * @param complaints the complaints about them, in the order in which they happened
 * @param others the warnings and errors in the log that are not about them
 * @param log the file with everything that the server printed; empty if it was not kept
 * @since 0.1.0
 */
public record VerifyReport(
    String version,
    ImmutableSet<String> modules,
    ImmutableList<OmittedModule> omitted,
    ImmutableList<Complaint> complaints,
    ImmutableList<LogEntry> others,
    Optional<Path> log) {
  static VerifyReport ofNoModule(String version, ImmutableList<OmittedModule> omitted) {
    return new VerifyReport(
        version,
        ImmutableSet.of(),
        omitted,
        ImmutableList.of(),
        ImmutableList.of(),
        Optional.empty());
  }

  /** {@return whether modules ran, and ran without a complaint} */
  public boolean passed() {
    return !modules.isEmpty() && complaints.isEmpty();
  }

  /**
   * {@return the result in one line, then each module that was omitted, and then all complaints}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Prosody " + version + ": ");
    if (modules.isEmpty()) {
      text.append("not verified, because no module is for this release\n");
    } else {
      appendOutcome(text);
    }
    omitted.forEach(module -> text.append("  ").append(module).append('\n'));
    complaints.forEach(text::append);
    return text.toString();
  }

  private void appendOutcome(StringBuilder text) {
    text.append(modules.size() == 1 ? "1 module" : modules.size() + " modules").append(", ");
    int count = complaints.size();
    text.append(count == 0 ? "no complaint" : count == 1 ? "1 complaint" : count + " complaints");
    if (log.isPresent()) {
      text.append(", log in ").append(log.get());
    }
    text.append('\n');
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("version", version).put("passed", passed()).put("modules", modules);
    fields.put("omitted", Lists.transform(omitted, OmittedModule::document));
    fields.put("complaints", Lists.transform(complaints, Complaint::document));
    fields.put("others", Lists.transform(others, LogEntry::document));
    log.ifPresent(file -> fields.put("log", SlashedPath.of(file)));
    return fields.buildOrThrow();
  }
}
