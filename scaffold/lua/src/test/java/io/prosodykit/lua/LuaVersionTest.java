package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LuaVersionTest {
  @ParameterizedTest
  @EnumSource
  void readsWhatItPrints(LuaVersion version) {
    assertThat(LuaVersion.parse(version.toString())).isEqualTo(version);
  }

  @Test
  void refusesUnknownVersions() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaVersion.parse("5.0"))
        .withMessage("not a known version of Lua: \"5.0\"; write 5.1, 5.2, 5.3 or 5.4");
  }
}
