package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;

/**
 * The fields that the rows of a table have.
 *
 * @param table the table's name
 * @param fields all of them
 * @param required those that every row has
 */
record TableShape(String table, ImmutableList<String> fields, ImmutableList<String> required) {
  /** A table whose rows all have the same fields. */
  static TableShape of(String table, String... fields) {
    ImmutableList<String> all = ImmutableList.copyOf(fields);
    return new TableShape(table, all, all);
  }

  /** The same table, whose rows all have one more field. */
  TableShape with(String field) {
    ImmutableList<String> all = ImmutableList.<String>builder().addAll(fields).add(field).build();
    return new TableShape(table, all, all);
  }

  /** The same table, whose rows may have further fields. */
  TableShape withOptional(String... optional) {
    ImmutableList<String> all =
        ImmutableList.<String>builder().addAll(fields).add(optional).build();
    return new TableShape(table, all, required);
  }
}
