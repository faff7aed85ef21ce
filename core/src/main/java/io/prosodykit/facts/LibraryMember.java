package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.VisibleText;
import java.util.regex.Pattern;

/**
 * What a library of Prosody's, or an object, has under a name.
 *
 * @param name the name, {@code bare}; {@code base64.encode} in a table of functions
 * @param kind the type of the value
 * @param arity the number of parameters that a function declares, {@code 2}, or {@code 2+} if it
 *     takes more after them; a method's first parameter is the object. The empty text if the value
 *     is not a function, or one in C, which declares none
 * @since 0.1.0
 */
public record LibraryMember(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) Kind kind,
    @JsonProperty(required = true) String arity) {
  private static final Pattern ARITY = Pattern.compile("(\\d{1,3}\\+?)?");

  /**
   * Checks the arity.
   *
   * @param name the name
   * @param kind the type of the value
   * @param arity the number of parameters
   * @throws IllegalArgumentException if the arity is not a number, with or without {@code +}
   */
  public LibraryMember {
    var unused = checkedArity(arity);
  }

  /**
   * {@return an arity}
   *
   * @param text the number of parameters, with or without {@code +}, or the empty text
   * @throws IllegalArgumentException for any other text
   */
  public static String checkedArity(String text) {
    if (!ARITY.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "not an arity: \"" + VisibleText.brief(text) + "\"; write for example 2 or 2+");
    }
    return text;
  }

  /**
   * {@return what it is, in brief: the kind, and after a slash the arity, if it is known; for
   * example {@code table} or {@code function/2+}}
   */
  public String signature() {
    return arity.isEmpty() ? kind.toString() : kind + "/" + arity;
  }

  /** The types of Lua's values, and what can be called besides functions. */
  public enum Kind {
    /** A function. */
    FUNCTION,
    /** A table that can be called like a function; its arity is without the table itself. */
    CALLABLE,
    /** Any other table. */
    TABLE,
    /** A text. */
    STRING,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** An object in C. */
    USERDATA,
    /** A coroutine. */
    THREAD;

    /**
     * Reads a kind, in any case.
     *
     * @param text for example {@code function}
     * @return the kind
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Kind parse(String text) {
      return EnumNames.parse("kind", Kind.class, text);
    }

    /** Prints the kind in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
