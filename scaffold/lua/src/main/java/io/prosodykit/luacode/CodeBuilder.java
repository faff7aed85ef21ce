package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaText;

/**
 * Collects code, in the formats of {@link LuaCode}.
 *
 * @param <B> the builder itself
 * @since 0.1.0
 */
public abstract class CodeBuilder<B extends CodeBuilder<B>> {
  private final ImmutableList.Builder<CodePart> parts = ImmutableList.builder();

  /** How many blocks are open. */
  private int open;

  CodeBuilder(LuaCode code) {
    parts.addAll(code.parts());
  }

  abstract B self();

  /**
   * {@return this builder with more code}
   *
   * @param format Lua with placeholders
   * @param arguments one for each placeholder, in order
   * @throws IllegalArgumentException as {@link LuaCode#of} does
   */
  public B add(String format, Object... arguments) {
    parts.addAll(CodeFormat.parts(format, arguments));
    return self();
  }

  /**
   * {@return this builder with more code}
   *
   * @param code the code
   */
  public B add(LuaCode code) {
    parts.addAll(code.parts());
    return self();
  }

  /**
   * {@return this builder with a statement, a semicolon and a line end}
   *
   * @param format Lua with placeholders
   * @param arguments one for each placeholder, in order
   * @throws IllegalArgumentException as {@link LuaCode#of} does
   */
  public B addStatement(String format, Object... arguments) {
    return add(format, arguments).add(";\n");
  }

  /**
   * {@return this builder with a statement, a semicolon and a line end}
   *
   * @param statement the statement
   */
  public B addStatement(LuaCode statement) {
    return add(statement).add(";\n");
  }

  /**
   * {@return this builder with comment lines, each of at most 100 columns without its indentation}
   *
   * @param text any text; what could end the comment is made harmless
   */
  public B addComment(String text) {
    LuaText.comment(text)
        .lines()
        .forEach(
            line -> {
              parts.add(new CodePart.Verbatim(line));
              parts.add(new CodePart.Text("\n"));
            });
    return self();
  }

  /**
   * {@return this builder with the first line of a block, whose contents are indented}
   *
   * @param format the line, for example {@code if $N then}, {@code for $N in $L do}, {@code repeat}
   * @param arguments one for each placeholder, in order
   * @throws IllegalArgumentException as {@link LuaCode#of} does
   */
  public B beginControlFlow(String format, Object... arguments) {
    add(format, arguments);
    return indent(1);
  }

  /**
   * {@return this builder with a line between two parts of a block}
   *
   * @param format the line, for example {@code elseif $N then} or {@code else}
   * @param arguments one for each placeholder, in order
   * @throws IllegalArgumentException as {@link LuaCode#of} does
   * @throws IllegalStateException if no block is open
   */
  public B nextControlFlow(String format, Object... arguments) {
    return indent(-1).beginControlFlow(format, arguments);
  }

  /**
   * {@return this builder with the end of a block, {@code end}}
   *
   * @throws IllegalStateException if no block is open
   */
  public B endControlFlow() {
    return indent(-1).add("end\n");
  }

  /**
   * {@return this builder with the end of a block that does not end with {@code end} alone}
   *
   * @param format the line, for example {@code until $N} or {@code end);}
   * @param arguments one for each placeholder, in order
   * @throws IllegalArgumentException as {@link LuaCode#of} does
   * @throws IllegalStateException if no block is open
   */
  public B endControlFlow(String format, Object... arguments) {
    indent(-1).add(format, arguments);
    return freshLine();
  }

  /** The end of a block that is an expression. */
  final B endExpression(String end) {
    return indent(-1).add(end);
  }

  private B freshLine() {
    parts.add(new CodePart.FreshLine());
    return self();
  }

  private B indent(int by) {
    open += by;
    if (open < 0) {
      throw new IllegalStateException(
          "no block is open here; call beginControlFlow before nextControlFlow or endControlFlow");
    }
    parts.add(new CodePart.FreshLine(), new CodePart.Indent(by));
    return self();
  }

  /** The code; all blocks must have ended. */
  LuaCode code() {
    if (open > 0) {
      throw new IllegalStateException(
          open == 1
              ? "a block is still open; call endControlFlow"
              : open + " blocks are still open; call endControlFlow for each");
    }
    return LuaCode.of(parts.build());
  }
}
