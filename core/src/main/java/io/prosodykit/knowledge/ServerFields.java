package io.prosodykit.knowledge;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.prosodykit.evidence.SourceRanges;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.FiredEvent;
import io.prosodykit.facts.LibraryMember;
import io.prosodykit.facts.LoadedLibrary;
import io.prosodykit.facts.ModuleConflict;
import io.prosodykit.facts.ObsoleteOption;
import io.prosodykit.facts.OptionNames;
import io.prosodykit.facts.RequiredOption;
import io.prosodykit.facts.Rock;
import io.prosodykit.facts.ServerEvent;
import io.prosodykit.facts.ServerLayer;
import java.util.List;
import java.util.function.Function;

/** The field {@code server} of what a catalogue file knows, as objects and arrays of JSON. */
final class ServerFields {
  private final SourceRanges ranges;

  ServerFields(SourceRanges ranges) {
    this.ranges = ranges;
  }

  ImmutableMap<String, Object> of(ServerLayer layer) {
    Row tables = new Row();
    tables.add("requiredOptions", facts(layer.requiredOptions(), ServerFields::requiredOption));
    tables.add(
        "componentsOnly", facts(layer.componentsOnly(), name -> new Row().add("name", name)));
    tables.add("conflicts", facts(layer.conflicts(), ServerFields::conflict));
    tables.add("coreOptions", rows(layer.coreOptions(), ServerFields::coreOption));
    tables.add("obsoleteOptions", rows(layer.obsoleteOptions(), ServerFields::obsoleteOption));
    tables.add("rocks", rows(layer.rocks(), ServerFields::rock));
    tables.add("events", rows(layer.events(), ServerFields::event));
    tables.add("fired", rows(layer.fired(), ServerFields::fired));
    tables.add("libraries", rows(layer.libraries(), this::library));
    return tables.fields();
  }

  private static Row requiredOption(RequiredOption needed) {
    return new Row()
        .add("name", needed.module())
        .add("options", needed.options().asList())
        .add("module", needed.otherModule().orElse(""));
  }

  private static Row conflict(ModuleConflict pair) {
    return new Row()
        .add("name", pair.module())
        .add("instead", pair.instead())
        .required("reason", pair.reason())
        .add("by", pair.by().toString());
  }

  private static Row coreOption(OptionNames option) {
    return new Row()
        .required("name", option.pattern())
        .add("versions", option.versions().toString());
  }

  private static Row obsoleteOption(ObsoleteOption option) {
    return new Row()
        .required("name", option.name())
        .add("since", option.since().toString())
        .add("successors", option.successors().asList())
        .add("module", option.module().orElse(""))
        .add("remark", option.remark().orElse(""))
        .add("checked", option.checked().toString());
  }

  private static Row rock(Rock rock) {
    return new Row()
        .required("name", rock.library())
        .add("rock", rock.rock())
        .add("debian", rock.debian())
        .add("optionalFor", rock.optionalFor())
        .add("comesWith", rock.comesWith());
  }

  private static Row event(ServerEvent event) {
    return new Row()
        .required("name", event.name())
        .add("kind", event.kind().toString())
        .add("stanza", event.stanza().orElse(""))
        .required("fields", event.fields());
  }

  private static Row fired(FiredEvent event) {
    return new Row()
        .required("name", event.name())
        .required("by", event.by())
        .add("versions", event.versions().toString());
  }

  private Row library(LoadedLibrary library) {
    return new Row()
        .required("name", library.name())
        .add("kind", library.kind().toString())
        .add("arity", library.arity())
        .add("in", ranges.write(library.sources()))
        .add("members", facts(library.members(), ServerFields::member));
  }

  private static Row member(LibraryMember member) {
    return new Row()
        .required("name", member.name())
        .add("kind", member.kind().toString())
        .add("arity", member.arity());
  }

  private <T> ImmutableList<Object> facts(List<Sourced<T>> facts, Function<T, Row> row) {
    return rows(facts, fact -> row.apply(fact.value()).add("in", ranges.write(fact.sources())));
  }

  private static <T> ImmutableList<Object> rows(List<T> values, Function<T, Row> row) {
    return ImmutableList.copyOf(Lists.transform(values, value -> row.apply(value).fields()));
  }

  /** An object of JSON, whose fields are omitted if they are empty and may be missing. */
  private static final class Row {
    private final ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();

    Row add(String field, String text) {
      return text.isEmpty() ? this : required(field, text);
    }

    Row add(String field, List<?> values) {
      return values.isEmpty() ? this : required(field, values);
    }

    Row required(String field, Object value) {
      fields.put(field, value);
      return this;
    }

    ImmutableMap<String, Object> fields() {
      return fields.buildOrThrow();
    }
  }
}
