package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values of Java as code. */
final class LuaValue {
  /** Lua's compilers give up at 200; a list that contains itself has no end. */
  private static final int MAX_NESTING = 100;

  private LuaValue() {}

  /**
   * A value as code.
   *
   * @throws IllegalArgumentException if Lua has no such value
   */
  static LuaCode code(@Nullable Object value) {
    return code(value, 0);
  }

  static LuaCode code(@Nullable Object value, int depth) {
    if (value instanceof ComposedCode code) {
      return code.toCode();
    }
    if (value instanceof List<?> list) {
      return table(list, Map.of(), nested(depth)).toCode();
    }
    if (value instanceof Map<?, ?> map) {
      return table(List.of(), map, nested(depth)).toCode();
    }
    return LuaCode.of(ImmutableList.of(constant(value)));
  }

  private static int nested(int depth) {
    if (depth >= MAX_NESTING) {
      throw new IllegalArgumentException(
          "the lists and maps are nested more than " + MAX_NESTING + " levels deep");
    }
    return depth + 1;
  }

  private static TableSpec table(List<?> elements, Map<?, ?> fields, int depth) {
    TableSpecBuilder table = TableSpec.builder();
    for (Object element : elements) {
      table.add(code(element, depth));
    }
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      table.put(field.getKey(), code(field.getValue(), depth));
    }
    return table.build();
  }

  private static CodePart constant(@Nullable Object value) {
    if (value instanceof String text) {
      return new CodePart.Verbatim(LuaText.quote(text));
    }
    if (value instanceof Boolean) {
      return new CodePart.Text(value.toString());
    }
    if (value instanceof Double || value instanceof Float) {
      return new CodePart.Numeral(LuaText.number(((Number) value).doubleValue()));
    }
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return new CodePart.Numeral(LuaText.number(((Number) value).longValue()));
    }
    throw CodeFormat.expected(
        "a number, a Boolean, a List, a Map, LuaCode, a TableSpec or a FunctionSpec", value);
  }
}
