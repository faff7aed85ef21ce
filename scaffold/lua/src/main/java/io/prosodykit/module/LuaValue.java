package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What is known about a value from source that is not run.
 *
 * @since 0.1.0
 */
public sealed interface LuaValue {
  /** {@return the text of a {@link Text}, which is known in full; empty for any other value} */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** {@code nil}, or a missing argument. */
  record Nil() implements LuaValue {}

  /**
   * {@code true} or {@code false}.
   *
   * @param value which of the two
   */
  record Bool(boolean value) implements LuaValue {}

  /**
   * A number, written as a literal or computed from literals: {@code 7 * 24 * 60 * 60}.
   *
   * @param value the number
   */
  record Num(double value) implements LuaValue {}

  /**
   * A string, written as a literal or concatenated from literals.
   *
   * @param value the text
   */
  record Text(String value) implements LuaValue {
    @Override
    public Optional<String> text() {
      return Optional.of(value);
    }
  }

  /**
   * A string of which only some parts are known.
   *
   * @param pattern the parts that are known, with {@link #GAP} for each part that is not: {@code
   *     iq-result/host/…}
   */
  record Template(String pattern) implements LuaValue {
    /** Stands for what is not known. */
    public static final String GAP = "…";
  }

  /**
   * A table that is written where the value is used.
   *
   * @param items the values without keys, in order
   * @param fields the values whose keys are known strings; fields with other keys are omitted
   */
  record Table(ImmutableList<LuaValue> items, ImmutableMap<String, LuaValue> fields)
      implements LuaValue {}

  /** Something that depends on more than the source. */
  record Unknown() implements LuaValue {}
}
