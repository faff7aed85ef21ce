package io.prosodykit.configuration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.catalog.Compatibility;
import io.prosodykit.json.Json;
import io.prosodykit.report.CompatibilityReport;
import io.prosodykit.text.Csv;
import io.prosodykit.text.MarkdownTable;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The verdicts about the modules of a server, and what its configuration itself has wrong, by
 * version of Prosody.
 *
 * @since 0.1.0
 */
public final class ServerCheckReport {
  private final CompatibilityReport verdicts;
  private final ImmutableList<ConfiguredServer> servers;

  private ServerCheckReport(CompatibilityReport verdicts, ImmutableList<ConfiguredServer> servers) {
    this.verdicts = verdicts;
    this.servers = servers;
  }

  /**
   * Reports a check.
   *
   * @param verdicts the verdicts about the modules
   * @param servers the server on each version; none without a configuration
   * @return the report
   */
  public static ServerCheckReport of(
      CompatibilityReport verdicts, Collection<ConfiguredServer> servers) {
    return new ServerCheckReport(verdicts, ImmutableList.copyOf(servers));
  }

  /**
   * {@return why the configuration cannot be evaluated or a version does not start with it, each
   * error on a line of its own with its version, file and line; empty if all start}
   */
  public Optional<String> failure() {
    String errors =
        servers.stream()
            .map(ConfiguredServer::configuration)
            .flatMap(
                configuration ->
                    configuration.errors().stream()
                        .map(
                            error ->
                                "Prosody " + configuration.release() + " does not start: " + error))
            .collect(Collectors.joining("\n"));
    return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
  }

  /**
   * {@return the table of {@link CompatibilityReport#toText}, and for each version that has some,
   * the errors and warnings about the configuration}
   */
  public String toText() {
    StringBuilder text = new StringBuilder(verdicts.toText());
    for (ConfiguredServer server : servers) {
      append(text, server, "errors", server.configuration().errors());
      append(text, server, "warnings", server.findings());
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text,
      ConfiguredServer server,
      String title,
      ImmutableList<ConfigurationMessage> messages) {
    if (!messages.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n")
          .append("%s on %s\n".formatted(title, server.configuration().release()));
      messages.forEach(message -> text.append("  ").append(message).append('\n'));
    }
  }

  /**
   * {@return the array that {@link Compatibility#toJson} writes, and with a configuration also the
   * array {@code configurations} of objects with {@code version}, {@code starts}, {@code errors}
   * and {@code warnings}, whose elements have {@code file}, {@code line} and {@code message}}
   */
  public String toJson() {
    if (servers.isEmpty()) {
      return verdicts.toJson();
    }
    return Json.write(
        ImmutableMap.of(
            "compatibility",
            Lists.transform(verdicts.results(), ServerCheckReport::document),
            "configurations",
            Lists.transform(servers, ServerCheckReport::document)));
  }

  private static ImmutableMap<String, Object> document(Compatibility result) {
    return ImmutableMap.of(
        "module", result.module(),
        "version", result.version(),
        "verdict", result.verdict(),
        "policy", result.policy(),
        "evidence", result.evidence(),
        "presence", result.presence(),
        "reasons", result.reasons());
  }

  private static ImmutableMap<String, Object> document(ConfiguredServer server) {
    ServerConfiguration configuration = server.configuration();
    return ImmutableMap.of(
        "version", configuration.release(),
        "starts", configuration.starts(),
        "errors", Lists.transform(configuration.errors(), ConfigurationMessage::document),
        "warnings", Lists.transform(server.findings(), ConfigurationMessage::document));
  }

  /**
   * {@return the {@linkplain #toRecords records} as CSV, in which a spreadsheet runs no formula}
   */
  public String toCsv() {
    return Csv.of(toRecords());
  }

  /** {@return the {@linkplain #toRecords records} as a table of Markdown} */
  public String toMarkdown() {
    return MarkdownTable.of(toRecords());
  }

  /**
   * {@return the records of {@link CompatibilityReport#toRecords}, and one without a module for
   * each error and warning about the configuration, whose verdict is {@code error} or {@code
   * warning}}
   */
  public ImmutableList<ImmutableList<String>> toRecords() {
    ImmutableList.Builder<ImmutableList<String>> records = ImmutableList.builder();
    records.addAll(verdicts.toRecords());
    for (ConfiguredServer server : servers) {
      server.configuration().errors().forEach(error -> records.add(row(server, "error", error)));
      server.findings().forEach(finding -> records.add(row(server, "warning", finding)));
    }
    return records.build();
  }

  private static ImmutableList<String> row(
      ConfiguredServer server, String kind, ConfigurationMessage message) {
    String release = server.configuration().release().toString();
    return ImmutableList.of("", release, kind, "", "", "", message.toString());
  }
}
