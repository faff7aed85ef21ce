package io.prosodykit.facts;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A small file of the catalogue data that contains tables, and perhaps the source of all of them.
 */
final class TableFile {
  private static final String SOURCE = "source";

  private final List<String> fields = new ArrayList<>();
  private final Map<String, TableShape> shapes = new HashMap<>();
  private final Map<String, List<TableRow>> rows = new HashMap<>();
  private String source = "";

  private TableFile() {}

  /** A file whose rows name their sources. */
  static TableFile of(TableShape... tables) {
    TableFile file = new TableFile();
    for (TableShape shape : tables) {
      file.fields.add(shape.table());
      file.shapes.put(shape.table(), shape);
    }
    return file;
  }

  /** A file that names one source for all rows. */
  static TableFile withSource(TableShape... tables) {
    TableFile file = of(tables);
    file.fields.add(SOURCE);
    return file;
  }

  /** The source of the file, in words. */
  String source() {
    return source;
  }

  List<TableRow> rows(TableShape shape) {
    return Objects.requireNonNull(rows.get(shape.table()));
  }

  /** The fields of the file, without the format version. */
  List<String> fields() {
    return fields;
  }

  /** Reads one of the fields. */
  void read(String field, JsonInput in) {
    if (field.equals(SOURCE)) {
      source = in.text();
    } else {
      table(in, field);
    }
  }

  /** The facts of a table whose rows name their sources, by the names of the rows. */
  <T> ImmutableMap<String, Sourced<T>> byName(TableShape shape, Function<TableRow, T> fact) {
    ImmutableMap.Builder<String, Sourced<T>> byName = ImmutableMap.builder();
    for (TableRow row : rows(shape)) {
      byName.put(row.text(TableRow.NAME), row.saying(fact.apply(row)));
    }
    return byName.buildOrThrow();
  }

  private void table(JsonInput in, String name) {
    TableShape shape = Objects.requireNonNull(shapes.get(name));
    List<TableRow> read = new ArrayList<>();
    JsonElements elements = in.elements();
    while (elements.next()) {
      read.add(TableRow.read(in, shape));
    }
    rows.put(name, read);
  }
}
