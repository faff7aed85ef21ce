package io.prosodykit.luacode;

/**
 * Builds a piece of code.
 *
 * @see LuaCode#builder()
 * @since 0.1.0
 */
public final class LuaCodeBuilder extends CodeBuilder<LuaCodeBuilder> {
  LuaCodeBuilder(LuaCode code) {
    super(code);
  }

  @Override
  LuaCodeBuilder self() {
    return this;
  }

  /**
   * {@return the code}
   *
   * @throws IllegalStateException if a block is still open
   */
  public LuaCode build() {
    return code();
  }
}
