package io.prosodykit.luacode;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * A table constructor. It is written on one line if it has at most 80 characters and none of its
 * values has several lines, else with a line for each field.
 *
 * @since 0.1.0
 */
public final class TableSpec implements ComposedCode {
  private static final int LONGEST_LINE = 80;

  private final ImmutableList<Field> fields;

  TableSpec(ImmutableList<Field> fields) {
    this.fields = fields;
  }

  /**
   * One field of a table.
   *
   * @param key its key as Java has it, a {@code String}, {@code Double} or {@code Boolean}; null
   *     for an element of the array, and for a key that is computed
   * @param code the whole field
   */
  record Field(@Nullable Object key, boolean isElement, LuaCode code) {}

  /** {@return a builder without fields} */
  public static TableSpecBuilder builder() {
    return new TableSpecBuilder(ImmutableList.of());
  }

  /** {@return a builder that begins with these fields} */
  public TableSpecBuilder toBuilder() {
    return new TableSpecBuilder(fields);
  }

  /** {@return the table as an expression} */
  @Override
  public LuaCode toCode() {
    if (fields.isEmpty()) {
      return LuaCode.of("{}");
    }
    ImmutableList<LuaCode> codes = fields.stream().map(Field::code).collect(toImmutableList());
    return fitsOnALine(codes) ? LuaCode.of("{ $L }", LuaCode.join(", ", codes)) : onLines(codes);
  }

  private static boolean fitsOnALine(ImmutableList<LuaCode> codes) {
    int length = "{  }".length() - ", ".length();
    for (LuaCode code : codes) {
      String text = code.toString();
      length += text.length() + ", ".length();
      if (length > LONGEST_LINE || text.indexOf('\n') >= 0) {
        return false;
      }
    }
    return true;
  }

  private static LuaCode onLines(ImmutableList<LuaCode> codes) {
    LuaCodeBuilder lines = LuaCode.builder().beginControlFlow("{");
    codes.forEach(code -> lines.add(code).add(",\n"));
    return lines.endExpression("}").build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TableSpec table && fields.equals(table.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /** Writes the table, with the variables of libraries, but without requiring them. */
  @Override
  public String toString() {
    return toCode().toString();
  }
}
