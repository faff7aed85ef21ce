package io.prosodykit.luacode;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.testing.HostileText;
import io.prosodykit.testing.LuaInterpreter;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Every Lua loads composed code and reads its values back, whatever they are. */
@RequiresProgram({"lua5.1", "lua5.2", "lua5.3", "lua5.4"})
class HostileLuaCodeTest {
  private static final TargetRange TARGETS = TargetRange.parse("[0.11,13.0]");
  private static final int MAX_DEPTH = 5;

  private static final List<LuaInterpreter> LUAS = new ArrayList<>();

  @BeforeContainer
  static void startLuas() throws IOException {
    for (String program : LuaInterpreter.PROGRAMS) {
      LUAS.add(LuaInterpreter.start(program));
    }
  }

  @AfterContainer
  static void endLuas() {
    LUAS.forEach(LuaInterpreter::close);
    LUAS.clear();
  }

  /** Code that sets fields of the table {@code found}, and the values that it sets. */
  record Composed(LuaCode code, Map<Object, Object> values) {}

  @Property(tries = 150)
  void valuesReadBackEqual(@ForAll("composed") Composed composed, @ForAll("texts") String header) {
    LuaFile file =
        LuaFile.builder(TARGETS)
            .header(header)
            .addStatement("found = {}")
            .add(composed.code())
            .build();

    for (LuaInterpreter lua : LUAS) {
      assertThat(lua.evaluate("found", file.toString()))
          .as("%s of%n%s", lua, file)
          .isEqualTo(shown(composed.values()));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return HostileText.texts();
  }

  @Provide
  Arbitrary<Composed> composed() {
    return composed(MAX_DEPTH);
  }

  private static Arbitrary<Composed> composed(int depth) {
    Arbitrary<Composed> leaf =
        Combinators.combine(key(), value(2), Arbitraries.integers().between(0, 3))
            .as(HostileLuaCodeTest::assignment);
    return depth == 0
        ? leaf
        : Arbitraries.frequencyOf(
            Tuple.of(1, leaf),
            Tuple.of(
                3,
                Combinators.combine(
                        composed(depth - 1),
                        composed(depth - 1),
                        HostileText.texts(),
                        Arbitraries.integers().between(0, 6))
                    .as(HostileLuaCodeTest::block)));
  }

  private static Composed assignment(Object key, Object value, int form) {
    LuaCode code =
        switch (form) {
          case 0 -> LuaCode.of("found[$L] = $L;\n", LuaValue.code(key), LuaValue.code(value));
          case 1 ->
              LuaCode.of(
                  "do local pair = $L; found[pair[1]] = pair[2]; end\n", List.of(key, value));
          case 2 ->
              LuaCode.of(
                  "do local key = $L; found[key] = ($L)[key]; end\n",
                  LuaValue.code(key),
                  Map.of(key, value));
          default ->
              LuaCode.of(
                  "(function (...) found[$L] = ...; end)($L);\n",
                  LuaValue.code(key),
                  LuaValue.code(value));
        };
    return new Composed(code, Map.of(key, value));
  }

  /** The first code within a block, and the second after it. */
  private static Composed block(Composed first, Composed second, String text, int form) {
    Map<Object, Object> values = new HashMap<>(first.values());
    values.putAll(second.values());
    LuaCodeBuilder code = LuaCode.builder().addComment(text);
    switch (form) {
      case 0 ->
          code.beginControlFlow("if $S == $S then", text, text)
              .add(first.code())
              .nextControlFlow("else")
              .addStatement("error($S)", text)
              .endControlFlow();
      case 1 ->
          code.beginControlFlow("for $N = $L, 1 do local text = $L", "i", 1, List.of(text))
              .add(first.code())
              .addComment(text)
              .endControlFlow();
      case 2 -> code.beginControlFlow("repeat").add(first.code()).endControlFlow("until $L", true);
      case 3 ->
          code.add(
                  FunctionSpec.local("set")
                      .documentation(text)
                      .addParameters("x")
                      .varargs()
                      .add(first.code())
                      .build()
                      .toCode())
              .addStatement("set($S, $L)", text, -1);
      case 4 -> code.addStatement("($L)()", FunctionSpec.anonymous().add(first.code()).build());
      case 5 ->
          code.addStatement(
              "$L.run()",
              LuaCode.of(
                  "($L)",
                  TableSpec.builder()
                      .put(text, text)
                      .put("run ", true)
                      .put("run", FunctionSpec.anonymous().add(first.code()).build())
                      .build()));
      default -> code.beginControlFlow("do").add(first.code()).endControlFlow();
    }
    return new Composed(code.add(second.code()).build(), values);
  }

  private static Arbitrary<Object> key() {
    return Arbitraries.oneOf(
        HostileText.texts().map(text -> "k" + text),
        Arbitraries.integers().between(1000, 9_000_000).map(number -> number),
        fractions().map(number -> number));
  }

  private static Arbitrary<Object> value(int depth) {
    Arbitrary<Object> constant =
        Arbitraries.oneOf(
            HostileText.texts().map(text -> text),
            Arbitraries.longs().between(-(1L << 53), 1L << 53).map(number -> number),
            fractions().map(number -> number),
            Arbitraries.of(true, false).map(truth -> truth));
    return depth == 0
        ? constant
        : Arbitraries.oneOf(
            constant,
            value(depth - 1).list().ofMaxSize(4).map(list -> list),
            Arbitraries.maps(key(), value(depth - 1)).ofMaxSize(4).map(map -> map));
  }

  /** Sixteenths, all of whose digits Lua prints. */
  private static Arbitrary<Double> fractions() {
    return Arbitraries.integers()
        .between(-1_000_000, 1_000_000)
        .map(number -> (16.0 * number + 1) / 16);
  }

  /** Shows a value as the interpreters do. */
  private static String shown(Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(HostileLuaCodeTest::shown)
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(field -> shown(field.getKey()) + "=" + shown(field.getValue()))
          .sorted()
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    return value instanceof Number number
        ? "n" + new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
        : LuaInterpreter.shown(value);
  }
}
