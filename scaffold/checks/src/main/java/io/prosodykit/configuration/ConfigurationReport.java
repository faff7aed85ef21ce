package io.prosodykit.configuration;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.Csv;
import io.prosodykit.text.MarkdownTable;
import io.prosodykit.text.Table;
import io.prosodykit.text.VisibleText;
import java.util.List;
import java.util.Optional;

/**
 * Prints a configuration: its sections, options, and the modules of its hosts.
 *
 * @since 0.1.0
 */
public final class ConfigurationReport {
  /** The most characters of a value in the text. */
  private static final int LONGEST_VALUE = 100;

  private final ServerConfiguration configuration;
  private final ImmutableList<HostModules> modules;

  private ConfigurationReport(ServerConfiguration configuration) {
    this.configuration = configuration;
    this.modules = configuration.modules();
  }

  /**
   * Reports a configuration.
   *
   * @param configuration the configuration
   * @return the report
   */
  public static ConfigurationReport of(ServerConfiguration configuration) {
    return new ConfigurationReport(configuration);
  }

  /**
   * {@return why the release does not start, each error on a line of its own; empty if it starts}
   */
  public Optional<String> failure() {
    if (configuration.starts()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    configuration.errors().forEach(error -> text.append(error).append('\n'));
    return Optional.of(text + title());
  }

  private String title() {
    return "Prosody "
        + configuration.release()
        + (configuration.starts() ? " starts with " : " does not start with ")
        + VisibleText.of(configuration.file().toString());
  }

  /**
   * {@return a title, errors and warnings, the options of each section, long values cut, and the
   * modules of each host} Places are relative to the folder of the main file.
   */
  public String toText() {
    StringBuilder text = new StringBuilder(title()).append('\n');
    append(text, "errors", configuration.errors());
    append(text, "warnings", configuration.warnings());
    append(text, "remarks", configuration.remarks());
    if (!configuration.asked().isEmpty()) {
      text.append("\nenvironment variables that it reads: ")
          .append(VisibleText.of(String.join(", ", configuration.asked())))
          .append('\n');
    }
    for (EffectiveSection section : configuration.sections()) {
      text.append('\n').append(VisibleText.of(section.toString()));
      text.append(section.enabled() ? "\n" : " (disabled)\n").append(options(section));
      modules.stream()
          .filter(host -> host.host().equals(section.host()))
          .forEach(host -> text.append('\n').append(table(host)));
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text, String title, List<ConfigurationMessage> messages) {
    if (!messages.isEmpty()) {
      text.append('\n').append(title).append('\n');
      messages.forEach(message -> text.append("  ").append(message).append('\n'));
    }
  }

  private Table options(EffectiveSection section) {
    Table table = new Table();
    for (EffectiveOption option : section.options()) {
      if (!option.name().equals(EffectiveSection.DEFINED)) {
        String value = VisibleText.brief(option.value().toString(), LONGEST_VALUE);
        table.row("  " + option.name(), value, configuration.place(option));
      }
    }
    return table;
  }

  private static Table table(HostModules host) {
    Table table = new Table().row("  MODULE", "WHY");
    host.modules().forEach(module -> table.row("  " + module.name(), module.reason()));
    host.skipped()
        .forEach(module -> table.row("  " + module.name(), "not loaded: " + module.reason()));
    return table;
  }

  /** {@return the object that {@link ServerConfiguration#toJson} writes} */
  public String toJson() {
    return configuration.toJson();
  }

  /**
   * {@return the {@linkplain #toRecords records} as CSV, in which a spreadsheet runs no formula}
   */
  public String toCsv() {
    return Csv.of(toRecords());
  }

  /** {@return the {@linkplain #toRecords records} as a Markdown table} */
  public String toMarkdown() {
    return MarkdownTable.of(toRecords());
  }

  /**
   * {@return the fields {@code host}, {@code kind}, {@code name}, {@code value} and {@code place},
   * and then a record for each option, whose value is in Lua, and each module that is loaded or
   * skipped, whose value is the reason}
   */
  public ImmutableList<ImmutableList<String>> toRecords() {
    ImmutableList.Builder<ImmutableList<String>> records = ImmutableList.builder();
    records.add(ImmutableList.of("host", "kind", "name", "value", "place"));
    for (EffectiveSection section : configuration.sections()) {
      for (EffectiveOption option : section.options()) {
        records.add(
            ImmutableList.of(
                section.host(),
                "option",
                option.name(),
                option.value().toString(),
                configuration.place(option)));
      }
    }
    for (HostModules host : modules) {
      for (LoadedModule module : host.modules()) {
        records.add(ImmutableList.of(host.host(), "module", module.name(), module.reason(), ""));
      }
      for (LoadedModule module : host.skipped()) {
        records.add(ImmutableList.of(host.host(), "skipped", module.name(), module.reason(), ""));
      }
    }
    return records.build();
  }
}
