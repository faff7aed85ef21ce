package io.prosodykit.knowledge;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Source;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.facts.ServerLayerBuilder;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.ModuleName;
import java.util.List;
import java.util.Optional;

/** Reads what modules need of a configuration, in the field {@code server}. */
final class RuleFieldsReader {
  private static final List<String> NAMED = List.of("name", "in");
  private static final List<String> REQUIRED_OPTION = List.of("name", "options", "module", "in");
  private static final List<String> REQUIRED_OPTION_REQUIRED = List.of("name", "options", "in");
  private static final List<String> CONFLICT = List.of("name", "instead", "reason", "by", "in");

  private final JsonInput in;
  private final FactReader facts;
  private final ServerLayerBuilder server;

  RuleFieldsReader(JsonInput in, FactReader facts, ServerLayerBuilder server) {
    this.in = in;
    this.facts = facts;
    this.server = server;
  }

  void requiredOption() {
    String module = null;
    ImmutableSet<String> options = ImmutableSet.of();
    String other = null;
    List<Source> sources = List.of();
    JsonFields fields = in.object(REQUIRED_OPTION, REQUIRED_OPTION_REQUIRED);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> module = in.parsed(ModuleName::checked);
        case "options" -> {
          options = ImmutableSet.copyOf(in.texts());
          if (options.isEmpty()) {
            in.problem("name at least one option");
          }
        }
        case "module" -> other = in.parsed(ModuleName::checked);
        default -> sources = facts.sources();
      }
    }
    if (module != null && !sources.isEmpty()) {
      server.requiredOption(
          new RequiredOption(module, options, Optional.ofNullable(other)), sources);
    }
  }

  void componentOnly() {
    String module = null;
    List<Source> sources = List.of();
    JsonFields fields = in.object(NAMED, NAMED);
    while (fields.next()) {
      if (fields.field().equals("name")) {
        module = in.parsed(ModuleName::checked);
      } else {
        sources = facts.sources();
      }
    }
    if (module != null && !sources.isEmpty()) {
      server.componentOnly(module, sources);
    }
  }

  void conflict() {
    String module = null;
    String instead = null;
    String reason = "";
    ModuleConflict.By by = null;
    List<Source> sources = List.of();
    JsonFields fields = in.object(CONFLICT, CONFLICT);
    while (fields.next()) {
      switch (fields.field()) {
        case "name" -> module = in.parsed(ModuleName::checked);
        case "instead" -> instead = in.parsed(ModuleName::checked);
        case "reason" -> reason = in.text();
        case "by" -> by = in.parsed(text -> EnumNames.parse("by", ModuleConflict.By.class, text));
        default -> sources = facts.sources();
      }
    }
    if (module != null && instead != null && by != null && !sources.isEmpty()) {
      server.conflict(new ModuleConflict(module, instead, reason, by), sources);
    }
  }
}
