package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/**
 * A piece of Lua code. It is immutable.
 *
 * <p>A format is Lua with placeholders, each of which takes an argument:
 *
 * <table>
 * <caption>Placeholders</caption>
 * <tr><td>{@code $S}</td><td>a {@code String}, quoted so that every version of Lua reads it back as
 * the same text in UTF-8</td></tr>
 * <tr><td>{@code $L}</td><td>a literal: a number ({@code Byte} to {@code Long}, {@code Float},
 * {@code Double}), a {@code Boolean}, a {@code List} or {@code Map} of these and of strings, which
 * becomes a table; or what is code already: {@code LuaCode}, {@link FunctionSpec}, {@link
 * TableSpec} and other {@link ComposedCode}</td></tr>
 * <tr><td>{@code $N}</td><td>the name of a variable or a field: a {@code String} that is an
 * identifier in every version of Lua, or a {@link FunctionSpec}, whose name it is</td></tr>
 * <tr><td>{@code $M}</td><td>a library: a {@code String} such as {@code util.stanza}, or a {@link
 * LuaLibrary}. The variable is written that the {@link LuaFile} keeps the library in</td></tr>
 * <tr><td>{@code $$}</td><td>a dollar sign; takes no argument</td></tr>
 * </table>
 *
 * <p>A placeholder must not be within a string or a comment, where an argument could end it: write
 * {@code "Hello, " .. $S}. Strings and comments begin and end in the same format, so a comment ends
 * with a line end. What the arguments are is checked at once; that the code is valid, when it
 * becomes a {@link LuaFile}.
 *
 * @since 0.1.0
 */
public final class LuaCode implements ComposedCode {
  private static final LuaCode EMPTY = new LuaCode(ImmutableList.of());

  private final ImmutableList<CodePart> parts;

  private LuaCode(ImmutableList<CodePart> parts) {
    this.parts = parts;
  }

  /** Code of parts, of which neighbours that are text become one. */
  static LuaCode of(Iterable<CodePart> parts) {
    ImmutableList.Builder<CodePart> joined = ImmutableList.builder();
    StringBuilder text = new StringBuilder();
    for (CodePart part : parts) {
      if (part instanceof CodePart.Text more) {
        text.append(CodeWriter.separator(text, more.text())).append(more.text());
      } else {
        addText(text, joined);
        joined.add(part);
      }
    }
    addText(text, joined);
    return new LuaCode(joined.build());
  }

  private static void addText(StringBuilder text, ImmutableList.Builder<CodePart> parts) {
    if (!text.isEmpty()) {
      parts.add(new CodePart.Text(text.toString()));
      text.setLength(0);
    }
  }

  /**
   * Composes code, for example {@code LuaCode.of("local $N = $M.reply($N);\n", "reply",
   * LuaLibrary.of("util.stanza").as("st"), "stanza")}.
   *
   * @param format Lua with placeholders
   * @param arguments one for each placeholder but {@code $$}, in order
   * @return the code
   * @throws IllegalArgumentException if the format has an unknown placeholder, one within a string
   *     or comment, or a string or comment that does not end; if there are too few or too many
   *     arguments; or if an argument is not what its placeholder takes
   */
  public static LuaCode of(String format, Object... arguments) {
    return builder().add(format, arguments).build();
  }

  /** {@return a builder without code} */
  public static LuaCodeBuilder builder() {
    return new LuaCodeBuilder(EMPTY);
  }

  /** {@return no code} */
  public static LuaCode empty() {
    return EMPTY;
  }

  /**
   * Joins pieces of code.
   *
   * @param separator code without placeholders that is written between two pieces, for example
   *     {@code ", "}
   * @param pieces the pieces, in order
   * @return the code
   * @throws IllegalArgumentException if the separator is not a valid format
   */
  public static LuaCode join(String separator, Iterable<LuaCode> pieces) {
    LuaCode between = of(separator);
    ImmutableList.Builder<CodePart> parts = ImmutableList.builder();
    boolean isFirst = true;
    for (LuaCode piece : pieces) {
      if (!isFirst) {
        parts.addAll(between.parts);
      }
      isFirst = false;
      parts.addAll(piece.parts);
    }
    return of(parts.build());
  }

  /** {@return whether there is no code} */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** {@return a builder that begins with this code} */
  public LuaCodeBuilder toBuilder() {
    return new LuaCodeBuilder(this);
  }

  /** {@return this} */
  @Override
  public LuaCode toCode() {
    return this;
  }

  ImmutableList<CodePart> parts() {
    return parts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LuaCode code && parts.equals(code.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** Writes the code, with the variables of libraries, but without requiring them. */
  @Override
  public String toString() {
    CodeWriter writer = new CodeWriter();
    writer.write(parts);
    return writer.toString();
  }
}
