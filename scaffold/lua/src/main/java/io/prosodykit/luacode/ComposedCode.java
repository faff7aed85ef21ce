package io.prosodykit.luacode;

import java.util.Optional;

/**
 * What {@code $L} takes as it is, because it is code already.
 *
 * @since 0.1.0
 */
public interface ComposedCode {
  /** {@return it as code} */
  LuaCode toCode();

  /** {@return the identifier that {@code $N} writes for it; empty if it has no name} */
  default Optional<String> name() {
    return Optional.empty();
  }
}
