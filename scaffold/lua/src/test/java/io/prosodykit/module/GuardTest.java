package io.prosodykit.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.LuaPosition;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known where {@code here()} is called. */
class GuardTest {
  private static final Map<String, Guard> MEANINGS =
      Map.of(
          "may", new Guard.HasFunction("may"),
          "once", new Guard.HasFunction("once"),
          "jid", new Guard.HasLibrary("util.jid"),
          "unpack", new Guard.HasGlobal("table.unpack"),
          "odd", new Guard.HasGlobal("module:may"),
          "release", new Guard.OnRelease());

  private static ImmutableSet<Guard> known(String source) {
    ModuleCode code = ModuleCode.of(source);
    int column = source.indexOf("here()") + 1;
    return code.guardsAt(new LuaPosition(1, column)).guards();
  }

  private static Guard meaning(String word) {
    return word.startsWith("not ")
        ? new Guard.Not(meaning(word.substring("not ".length())))
        : MEANINGS.getOrDefault(word, Guard.All.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if module.may then here() end | may",
        "if module.may then f() else here() end | not may",
        "if not module.may then return end here() | may",
        "local x = pcall(require, 'util.jid') and here() | jid",
        "local x = pcall(require, 'util.jid') or here() | not jid",
        "if table.unpack then here() end | unpack",
        "if rawget(_G, 'table.unpack') == nil then here() end | not unpack",
        "if rawget(_G, 'module:may') then here() end | odd",
        "if prosody.version then here() end | release",
        "if prosody.version ~= '0.12' then here() end | release",
        "if module.may and not module.once then here() end | may, not once",
        "if module.may then if table.unpack then here() end end | may, unpack",
        "if module.may then f() elseif module.once then here() end | not may, once",
      })
  void knowsWhatTheCodeChecked(String source, String words) {
    assertThat(known(source))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(words.split(", ", -1)).map(GuardTest::meaning).toList());
  }

  @Test
  void knowsNothingWhereNothingWasChecked() {
    assertThat(known("here()")).isEmpty();
    assertThat(known("if f() then here() end")).isEmpty();
    assertThat(known("if module.may or f() then here() end")).isEmpty();
  }
}
