package io.prosodykit.luacode;

import io.prosodykit.evidence.TargetRange;

/**
 * Builds a file. What is added is its code.
 *
 * @see LuaFile#builder()
 * @since 0.1.0
 */
public final class LuaFileBuilder extends CodeBuilder<LuaFileBuilder> {
  private final TargetRange targets;
  private LuaCode header;

  LuaFileBuilder(TargetRange targets, LuaCode header, LuaCode body) {
    super(body);
    this.targets = targets;
    this.header = header;
  }

  @Override
  LuaFileBuilder self() {
    return this;
  }

  /**
   * {@return this builder with a comment at the top of the file}
   *
   * @param text the comment; empty for none
   */
  public LuaFileBuilder header(String text) {
    return header(text.isEmpty() ? LuaCode.empty() : LuaCode.builder().addComment(text).build());
  }

  /**
   * {@return this builder with code at the top of the file, before the libraries are required}
   *
   * @param code comments, for example with directives for luacheck
   */
  public LuaFileBuilder header(LuaCode code) {
    header = code;
    return this;
  }

  /**
   * {@return this builder with a function}
   *
   * @param function one with a name
   * @throws IllegalArgumentException if the function is anonymous, so that it is not a statement
   */
  public LuaFileBuilder addFunction(FunctionSpec function) {
    if (function.name().isEmpty()) {
      throw new IllegalArgumentException(
          "an anonymous function is not a statement; use addStatement(\"… $L …\", function)");
    }
    return add(function.toCode());
  }

  /**
   * {@return the file}
   *
   * @throws InvalidLuaException if a target's Lua refuses the code, a target lacks one of the
   *     libraries, two libraries have the same variable, or a local variable of the code hides that
   *     of a library where the code uses it; the exception has all problems
   * @throws IllegalStateException if a block is still open
   */
  public LuaFile build() {
    return new LuaFile(targets, header, code());
  }
}
