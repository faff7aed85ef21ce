package io.prosodykit.lua;

import org.jspecify.annotations.Nullable;

/**
 * A local variable: one declared by {@code local}, a parameter or the variable of a loop. All uses
 * of a variable hold an equal value, and two variables of one source have different positions.
 *
 * @param position where its name is in the declaration; for the {@code self} of {@code function
 *     a:b()}, where {@code b} is
 * @param name the name
 * @param attribute what {@code <…>} after the name says
 * @since 0.1.0
 */
public record LocalVariable(LuaPosition position, String name, Attribute attribute) {
  // written out: a record's own methods, here and in Source, cost 2 to 4 % of a fresh linter
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof LocalVariable variable
            && position.equals(variable.position)
            && name.equals(variable.name)
            && attribute == variable.attribute);
  }

  @Override
  public int hashCode() {
    return position.hashCode();
  }

  /** What a declaration says about a variable, since Lua 5.4. */
  public enum Attribute {
    /** Nothing. */
    NONE,
    /** {@code <const>}: it is never assigned again. */
    CONST,
    /** {@code <close>}: as {@code const}, and its value is closed at the end of the scope. */
    CLOSE
  }
}
