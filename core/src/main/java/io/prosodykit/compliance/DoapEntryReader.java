package io.prosodykit.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.text.EnumNames;
import io.prosodykit.version.ProsodyVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads Prosody's statements from the catalogue data. */
final class DoapEntryReader {
  private static final List<String> DOCUMENT =
      List.of(
          "source",
          "statements",
          "furtherSource",
          "further",
          "clientsSource",
          "clients",
          "communitySource",
          "community",
          "exceptions");
  private static final List<String> STATEMENT =
      List.of("specification", "version", "since", "until", "status", "modules");
  private static final List<String> STATEMENT_REQUIRED = List.of("specification");
  private static final List<String> MODULES = List.of("specification", "modules");
  private static final List<String> EXCEPTION = List.of("specification", "feature", "modules");

  private final Map<SpecRef, Row> stated = new TreeMap<>();
  private final Map<SpecRef, Row> further = new HashMap<>();
  private final ImmutableSet.Builder<SpecRef> clients = ImmutableSet.builder();
  private final ImmutableMap.Builder<SpecRef, ImmutableSet<String>> community =
      ImmutableMap.builder();
  private final ImmutableMap.Builder<DoapData.Use, ImmutableSet<String>> exceptions =
      ImmutableMap.builder();

  private DoapEntryReader() {}

  static DoapData read() {
    DoapEntryReader reader = new DoapEntryReader();
    DataFile.STATEMENTS.read(DOCUMENT, reader::field);
    return new DoapData(
        reader.statements(),
        reader.clients.build(),
        reader.community.buildOrThrow(),
        reader.exceptions.buildOrThrow());
  }

  private void field(String field, JsonInput in) {
    switch (field) {
      case "source", "furtherSource", "clientsSource", "communitySource" -> in.text();
      case "clients" -> in.texts().forEach(text -> clients.add(SpecRef.parse(text)));
      default -> {
        JsonElements rows = in.elements();
        while (rows.next()) {
          row(in, field);
        }
      }
    }
  }

  private void row(JsonInput in, String field) {
    switch (field) {
      case "statements" -> {
        Row row = new Row(in, STATEMENT, STATEMENT_REQUIRED);
        stated.put(row.specification(), row);
      }
      case "further" -> {
        Row row = new Row(in, MODULES, MODULES);
        further.put(row.specification(), row);
      }
      case "community" -> {
        Row row = new Row(in, MODULES, MODULES);
        community.put(row.specification(), ImmutableSet.copyOf(row.modules));
      }
      default -> {
        Row row = new Row(in, EXCEPTION, EXCEPTION);
        exceptions.put(
            new DoapData.Use(row.specification(), row.text("feature").orElse("")),
            ImmutableSet.copyOf(row.modules));
      }
    }
  }

  private ImmutableMap<SpecRef, DoapEntry> statements() {
    ImmutableMap.Builder<SpecRef, DoapEntry> statements = ImmutableMap.builder();
    stated.forEach(
        (specification, row) -> {
          Row more = further.get(specification);
          statements.put(
              specification,
              new DoapEntry(
                  specification,
                  row.text("version").orElse(null),
                  row.text("since").map(ProsodyVersion::parse).orElse(null),
                  row.text("until").map(ProsodyVersion::parse).orElse(null),
                  row.text("status").map(DoapEntryReader::status).orElse(DoapEntry.Status.UNSTATED),
                  row.modules,
                  more == null ? ImmutableList.of() : more.modules));
        });
    return statements.buildOrThrow();
  }

  private static DoapEntry.Status status(String text) {
    return EnumNames.parse("status", DoapEntry.Status.class, text);
  }

  /** One object of texts, and of modules. */
  private static final class Row {
    private final Map<String, String> texts = new HashMap<>();
    private ImmutableList<String> modules = ImmutableList.of();

    Row(JsonInput in, List<String> known, List<String> required) {
      JsonFields fields = in.object(known, required);
      while (fields.next()) {
        if (fields.field().equals("modules")) {
          modules = in.texts();
        } else {
          texts.put(fields.field(), in.text());
        }
      }
    }

    Optional<String> text(String field) {
      return Optional.ofNullable(texts.get(field));
    }

    SpecRef specification() {
      return SpecRef.parse(text("specification").orElse(""));
    }
  }
}
