package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** What source tells about a value without being run. */
public sealed interface LuaValue {
  /**
   * Returns the text, if it is known in full.
   *
   * @return the text of a {@link Text}, nothing for any other value
   */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** {@code nil}, also an argument that is not there. */
  record Nil() implements LuaValue {}

  /**
   * {@code true} or {@code false}.
   *
   * @param value which of the two
   */
  record Bool(boolean value) implements LuaValue {}

  /**
   * A number, written as such or computed from such: {@code 7 * 24 * 60 * 60}.
   *
   * @param value the number
   */
  record Num(double value) implements LuaValue {}

  /**
   * A string, written as such or put together from such.
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
   * @param fields the values whose keys are known strings; fields with other keys are left out
   */
  record Table(ImmutableList<LuaValue> items, ImmutableMap<String, LuaValue> fields)
      implements LuaValue {}

  /** Something that depends on more than the source. */
  record Unknown() implements LuaValue {}
}
