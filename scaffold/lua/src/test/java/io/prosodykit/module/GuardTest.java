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

  private static ImmutableSet<Guard> all(String words, String separator) {
    return Arrays.stream(words.split(separator, -1))
        .map(GuardTest::meaning)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Guard meaning(String word) {
    if (word.contains(" or ")) {
      return new Guard.Any(all(word, " or "));
    } else if (word.contains(" and ")) {
      return new Guard.All(all(word, " and "));
    }
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
        "if module.may or module.once then here() end | may or once",
        "if module.may and module.once then f() else here() end | not may or not once",
        "if module.may or module.once or table.unpack then here() end | may or once or unpack",
        "if module.may and module.once or table.unpack then here() end | may and once or unpack",
        "if (module.may or module.once) and table.unpack then here() end | may or once, unpack",
        "if module.may or module.may then here() end | may",
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

  @Test
  void knowsNothingOfAChoiceOfTooMany() {
    assertThat(known("if " + choice(0, 64) + " then here() end")).hasSize(1);
    assertThat(known("if " + choice(0, 128) + " then here() end")).isEmpty();
  }

  /** A condition that asks for so many variables, and is no deeper than it must be. */
  private static String choice(int first, int count) {
    return count == 1
        ? "g" + first
        : "(" + choice(first, count / 2) + " or " + choice(first + count / 2, count / 2) + ")";
  }
}
