package io.prosodykit.luacode;

import io.prosodykit.lua.LuaText;
import io.prosodykit.text.VisibleText;
import java.util.regex.Pattern;

/**
 * A Lua library, and the local variable that a file keeps it in.
 *
 * @param name the library, for example {@code util.stanza} or {@code lfs}; those of Prosody without
 *     the prefix that they have since 13.0
 * @param local the variable, for example {@code st}
 * @since 0.1.0
 */
public record LuaLibrary(String name, String local) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(?:[./][A-Za-z0-9_-]+)*");

  /** A name is no longer than this, in characters. */
  private static final int LONGEST = 255;

  /**
   * Checks the names.
   *
   * @param name the library
   * @param local the variable
   * @throws IllegalArgumentException if the library's name has more than 255 characters, or others
   *     than ASCII letters, digits, {@code _}, {@code -}, {@code .} and {@code /}, or if the
   *     variable is not an identifier in every version of Lua
   */
  public LuaLibrary {
    if (name.length() > LONGEST || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "not the name of a library: \""
              + VisibleText.brief(name)
              + "\"; write for example util.stanza");
    }
    if (!LuaText.isIdentifier(local)) {
      throw new IllegalArgumentException(
          "a variable cannot be named \""
              + VisibleText.brief(local)
              + "\"; write LuaLibrary.of(\""
              + name
              + "\").as(…) with an identifier");
    }
  }

  /**
   * Creates a library that is kept in a variable with the last part of its name, in which {@code -}
   * becomes {@code _}: {@code cache} for {@code util.cache}.
   *
   * @param name the library
   * @return the library
   * @throws IllegalArgumentException if the name is not that of a library, or its last part is not
   *     an identifier
   */
  public static LuaLibrary of(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
    return new LuaLibrary(name, last.replace('-', '_'));
  }

  /**
   * {@return the same library, kept in another variable}
   *
   * @param newLocal the variable
   * @throws IllegalArgumentException if it is not an identifier
   */
  public LuaLibrary as(String newLocal) {
    return new LuaLibrary(name, newLocal);
  }
}
