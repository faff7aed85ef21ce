package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.Expression;
import java.nio.file.Path;

/**
 * An option that a file of Prosody's configuration sets.
 *
 * @param section where
 * @param name its name
 * @param file the file that sets it
 * @param line the line
 * @param names the value, if it is a list of texts; empty otherwise
 * @param written what the value is made of, in one text, to tell values apart
 */
record ConfigOption(
    ConfigSection section,
    String name,
    Path file,
    int line,
    ImmutableList<String> names,
    String written) {
  /** Where it stands. */
  String place() {
    return file + ":" + line;
  }

  /** What a value is made of, wherever it stands. */
  static String written(Expression value) {
    StringBuilder parts = new StringBuilder();
    value.walk(
        node -> {
          parts.append(node.getClass().getSimpleName());
          if (node instanceof Expression.Text text) {
            parts.append('"').append(text.value()).append('"');
          } else if (node instanceof Expression.Numeral numeral) {
            parts.append(numeral.text());
          } else if (node instanceof Expression.Bool bool) {
            parts.append(bool.value());
          } else if (node instanceof Expression.Global global) {
            parts.append(global.name());
          } else if (node instanceof Expression.Local local) {
            parts.append(local.variable().name());
          } else if (node instanceof Expression.Binary binary) {
            parts.append(binary.operator());
          } else if (node instanceof Expression.Unary unary) {
            parts.append(unary.operator());
          }
          parts.append(' ');
        });
    return parts.toString();
  }
}
