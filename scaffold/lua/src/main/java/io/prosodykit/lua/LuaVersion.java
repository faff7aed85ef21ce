package io.prosodykit.lua;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A supported version of Lua, the oldest first.
 *
 * <p>What a version accepts is what the compiler of its last release accepts: {@code luac -p} of
 * Lua 5.1.5, 5.2.4, 5.3.6 and 5.4.4, built with the options for Linux.
 *
 * @since 0.1.0
 */
public enum LuaVersion {
  /** Lua 5.1, also the language of LuaJIT without its extensions. */
  V5_1("5.1", Versions.V5_1),
  /** Lua 5.2. */
  V5_2("5.2", Versions.V5_2),
  /** Lua 5.3. */
  V5_3("5.3", Versions.V5_3),
  /** Lua 5.4. */
  V5_4("5.4", Versions.V5_4);

  private final String number;
  private final int bit;

  LuaVersion(String number, int bit) {
    this.number = number;
    this.bit = bit;
  }

  /**
   * Reads a version.
   *
   * @param text {@code 5.1}, {@code 5.2}, {@code 5.3} or {@code 5.4}
   * @return the version
   * @throws IllegalArgumentException for any other text
   */
  public static LuaVersion parse(String text) {
    for (LuaVersion version : values()) {
      if (version.number.equals(text)) {
        return version;
      }
    }
    throw new IllegalArgumentException(
        "not a known version of Lua: \"" + text + "\"; write 5.1, 5.2, 5.3 or 5.4");
  }

  /** The set of this version alone, in the form of {@link Versions}. */
  int bit() {
    return bit;
  }

  /** Prints the number, for example {@code 5.4}. */
  @JsonValue
  @Override
  public String toString() {
    return number;
  }
}
