package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a table constructor. Values are those of {@code $L} in {@link LuaCode}, and a {@code
 * String}, which is quoted.
 *
 * @see TableSpec#builder()
 * @since 0.1.0
 */
public final class TableSpecBuilder {
  private final List<TableSpec.Field> fields;

  TableSpecBuilder(ImmutableList<TableSpec.Field> fields) {
    this.fields = new ArrayList<>(fields);
  }

  /**
   * {@return this builder with a further element of the array}
   *
   * @param value the element
   * @throws IllegalArgumentException if Lua has no such value
   */
  public TableSpecBuilder add(Object value) {
    fields.add(new TableSpec.Field(null, true, LuaValue.code(value)));
    return this;
  }

  /**
   * {@return this builder with a field}
   *
   * @param key a {@code String}, written as {@code key =} if it is an identifier and as {@code
   *     ["key"] =} if not; a number or a {@code Boolean}; or {@code LuaCode} that computes the key
   * @param value the value
   * @throws IllegalArgumentException if Lua has no such key or value
   */
  public TableSpecBuilder put(Object key, Object value) {
    LuaCode code = LuaValue.code(value);
    boolean isName = key instanceof String name && LuaText.isIdentifier(name);
    LuaCode field =
        isName ? LuaCode.of("$N = $L", key, code) : LuaCode.of("[$L] = $L", key(key), code);
    fields.add(new TableSpec.Field(comparable(key), false, field));
    return this;
  }

  private static LuaCode key(Object key) {
    if (key instanceof String
        || key instanceof Number
        || key instanceof Boolean
        || key instanceof LuaCode) {
      return LuaValue.code(key);
    }
    throw CodeFormat.expected("a String, a number, a Boolean or LuaCode as a key", key);
  }

  private static @Nullable Object comparable(Object key) {
    // 1 and 1.0 are the same key in Lua; adding zero makes 0 of -0
    return key instanceof Number number
        ? (Object) (number.doubleValue() + 0.0)
        : key instanceof LuaCode ? null : key;
  }

  /**
   * {@return the table}
   *
   * @throws IllegalStateException if several fields have the same key
   */
  public TableSpec build() {
    Set<Object> keys = new HashSet<>();
    double elements = 0;
    for (TableSpec.Field field : fields) {
      Object key = field.isElement() ? Double.valueOf(++elements) : field.key();
      if (key != null && !keys.add(key)) {
        throw new IllegalStateException(
            "several fields of the table have the key " + shown(key) + "; keep one");
      }
    }
    return new TableSpec(ImmutableList.copyOf(fields));
  }

  private static String shown(Object key) {
    return key instanceof Double number && number == Math.rint(number)
        ? Long.toString(number.longValue())
        : LuaValue.code(key).toString();
  }
}
