package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.SourceRanges;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One row of a table: texts, numbers, lists of texts, and in the field {@code in} the ids of
 * sources.
 */
final class TableRow {
  /** The field that distinguishes the row from the others. */
  static final String NAME = "name";

  /** The field with the sources of the row. */
  static final String SOURCES = "in";

  /** The fields that contain a list, in any table; those that contain neither contain a text. */
  private static final ImmutableSet<String> LISTS =
      ImmutableSet.of(
          SOURCES,
          "successors",
          "lua",
          "fields",
          "options",
          "perStore",
          "except",
          "debian",
          "libraries",
          "optionalFor");

  /** The fields that contain a number, in any table. */
  private static final ImmutableSet<String> NUMBERS = ImmutableSet.of("argument", "uses");

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, ImmutableList<String>> lists = new HashMap<>();

  private TableRow() {}

  static TableRow read(JsonInput in, TableShape shape) {
    TableRow row = new TableRow();
    JsonFields fields = in.object(shape.fields(), shape.required());
    while (fields.next()) {
      String field = fields.field();
      if (LISTS.contains(field)) {
        row.lists.put(field, in.texts());
      } else if (NUMBERS.contains(field)) {
        row.numbers.put(field, in.integer());
      } else {
        row.texts.put(field, in.text());
      }
    }
    return row;
  }

  /** The text of a required field. */
  String text(String field) {
    return Objects.requireNonNull(texts.get(field), field);
  }

  /** The number in a required field. */
  int number(String field) {
    return Objects.requireNonNull(numbers.get(field), field);
  }

  Optional<String> find(String field) {
    return Optional.ofNullable(texts.get(field));
  }

  /** The texts of a list; none if the row lacks it. */
  ImmutableList<String> list(String field) {
    return lists.getOrDefault(field, ImmutableList.of());
  }

  /** A fact of the row, with the row's sources. */
  <T> Sourced<T> saying(T value) {
    return new Sourced<>(value, SourceRanges.builtIn().read(list(SOURCES)));
  }
}
