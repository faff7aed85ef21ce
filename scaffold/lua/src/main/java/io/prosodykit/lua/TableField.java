package io.prosodykit.lua;

import java.util.function.Consumer;

/**
 * A field in a table constructor.
 *
 * @since 0.1.0
 */
public sealed interface TableField extends LuaNode {
  /** {@return the value of the field} */
  Expression value();

  /**
   * A field without a key; such fields get the keys 1, 2, 3….
   *
   * @param position where it begins
   * @param value the value
   */
  record Positional(LuaPosition position, Expression value) implements TableField {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(value);
    }
  }

  /**
   * A field {@code [key] = value} or {@code name = value}.
   *
   * @param position where it begins
   * @param key the key; a name is a string
   * @param value the value
   */
  record Keyed(LuaPosition position, Expression key, Expression value) implements TableField {
    @Override
    public void forEachChild(Consumer<? super LuaNode> action) {
      action.accept(key);
      action.accept(value);
    }
  }
}
