package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where calls and fields end. */
class LuaRangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "f() | 1:4",
        "f ( 1, 2 ) g() | 1:11",
        "f 'x' g() | 1:6",
        "f{ 1 } | 1:7",
        "f [[x\\ny]] | 2:4",
        "f 'x\\\\\\ny' | 2:3",
        "f(\\n) -- behind | 2:2",
        "a.b:m 'é😀' | 1:11",
        "--[[\\n]] f 'x' | 2:9",
        "f [[x\\r\\ny]] | 2:4",
      })
  void isThatOfTheWholeCall(String source, String end) {
    String text = source.replace("\\n", "\n").replace("\\r", "\r").replace("\\\\", "\\");
    List<LuaPosition> ends = new ArrayList<>();
    LuaChunk.parse(text)
        .block()
        .walk(
            node -> {
              if (node instanceof Expression.Call call) {
                ends.add(call.end());
              } else if (node instanceof Expression.MethodCall call) {
                ends.add(call.end());
              }
            });
    assertThat(ends.get(0)).hasToString(end);
  }

  @Test
  void isThatOfTheWholeField() {
    List<LuaPosition> ends = new ArrayList<>();
    LuaChunk.parse("a.b [ c ] = d . e\nfunction g.h:i() end\n")
        .block()
        .walk(
            node -> {
              if (node instanceof Expression.Index index) {
                ends.add(index.end());
              }
            });
    assertThat(ImmutableList.copyOf(ends))
        .extracting(LuaPosition::toString)
        .containsExactly("1:10", "1:4", "1:18", "2:15", "2:13");
  }

  @Test
  void doesNotEndBeforeItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LuaRange(new LuaPosition(2, 1), new LuaPosition(1, 9)))
        .withMessage("the range 2:1 to 1:9 ends before it begins");
  }
}
