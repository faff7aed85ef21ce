package io.prosodykit.moduletree;

import io.prosodykit.lua.LuaText;
import io.prosodykit.module.LuaValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about a value, as Lua source on one line. */
final class LuaLiteral {
  private static final int LONGEST = 80;

  private LuaLiteral() {}

  /** The literal; empty for {@code nil}, for what is not fully known, and for what is very long. */
  static String of(LuaValue value) {
    String literal = literal(value);
    return literal == null || literal.length() > LONGEST ? "" : literal;
  }

  private static @Nullable String literal(LuaValue value) {
    if (value instanceof LuaValue.Text text) {
      return LuaText.quote(text.value());
    }
    if (value instanceof LuaValue.Bool bool) {
      return String.valueOf(bool.value());
    }
    if (value instanceof LuaValue.Num number) {
      return number(number.value());
    }
    if (value instanceof LuaValue.Table table && table.fields().isEmpty()) {
      return table(table);
    }
    return null;
  }

  private static @Nullable String number(double value) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static @Nullable String table(LuaValue.Table table) {
    List<String> items = new ArrayList<>();
    for (LuaValue item : table.items()) {
      String literal = literal(item);
      if (literal == null) {
        return null;
      }
      items.add(literal);
    }
    return items.isEmpty() ? "{}" : "{ " + String.join(", ", items) + " }";
  }
}
