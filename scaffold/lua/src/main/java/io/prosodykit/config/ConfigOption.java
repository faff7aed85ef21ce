package io.prosodykit.config;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.Expression;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.lua.TableField;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An option that a file of Prosody's configuration sets.
 *
 * @param section where
 * @param name its name
 * @param file the file that sets it
 * @param position where in the file
 * @param value its value, as it is written
 * @since 0.1.0
 */
public record ConfigOption(
    ConfigSection section, String name, Path file, LuaPosition position, Expression value) {
  /** {@return the file, line and column} */
  public String place() {
    return file + ":" + position;
  }

  /**
   * {@return something that is wrong with it}
   *
   * @param message what is wrong, and what would be right
   */
  public SourceProblem problem(String message) {
    return new SourceProblem(file, position, message);
  }

  /** The value, if it is one text. */
  Optional<String> text() {
    return value instanceof Expression.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** {@return the value, if it is a list of texts} */
  public Optional<ImmutableList<String>> names() {
    if (!(value instanceof Expression.Table table)) {
      return Optional.empty();
    }
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (TableField field : table.fields()) {
      if (!(field instanceof TableField.Positional)
          || !(field.value() instanceof Expression.Text name)) {
        return Optional.empty();
      }
      names.add(name.value());
    }
    return Optional.of(names.build());
  }

  /** {@return the value as text without positions, to compare values from different places} */
  public String written() {
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
