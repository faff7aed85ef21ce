package io.prosodykit.luacode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuaCodeTest {
  @Test
  void putsArgumentsInPlaceOfPlaceholders() {
    assertThat(
            LuaCode.of(
                "local $N = $M.reply($N):tag($S, { max = $L });\n",
                "reply",
                LuaLibrary.of("util.stanza").as("st"),
                "stanza",
                "a \"b\"\n",
                5))
        .hasToString("local reply = st.reply(stanza):tag(\"a \\\"b\\\"\\n\", { max = 5 });\n");
  }

  @Test
  void writesADollarSignWithinStringsAndOutside() {
    assertThat(LuaCode.of("x:match(\"^%d+$$\") -- 5 $$\n"))
        .hasToString("x:match(\"^%d+$\") -- 5 $\n");
  }

  @Test
  void writesConstants() {
    assertThat(LuaCode.of("f($L, $L, $L, $L)", 5, -5L, 0.5, true))
        .hasToString("f(5, -5, 0.5, true)");
  }

  @Test
  void keepsTheValueOfANegativeNumber() {
    assertThat(LuaCode.of("x -$L", -5)).hasToString("x -(-5)");
    assertThat(LuaCode.of("$L ^ 2", -5)).hasToString("(-5) ^ 2");
    assertThat(LuaCode.of("2 ^ $L", -5)).hasToString("2 ^ -5");
  }

  @Test
  void separatesPiecesThatWouldBecomeAnotherToken() {
    assertThat(LuaCode.of("$L..$L", 1, 2)).hasToString("1 ..2");
    assertThat(LuaCode.of("x -$L", LuaCode.of("-y"))).hasToString("x - -y");
    assertThat(LuaCode.of("t[$L]", LuaCode.of("[[x]]"))).hasToString("t[ [[x]]]");
  }

  @Test
  void writesListsAndMapsAsTables() {
    assertThat(LuaCode.of("$L", List.of(1, "two", List.of(), Map.of("a b", true))))
        .hasToString("{ 1, \"two\", {}, { [\"a b\"] = true } }");
    assertThat(LuaCode.of("$L", Map.of("limit", 5))).hasToString("{ limit = 5 }");
    assertThat(LuaCode.of("$L", Map.of("end", 5))).hasToString("{ [\"end\"] = 5 }");
  }

  @Test
  void writesALongTableOnSeveralLines() {
    String word = "x".repeat(40);
    assertThat(LuaCode.of("f($L);\n", List.of(word, List.of(word, word))))
        .hasToString(
            """
            f({
            	"%1$s",
            	{
            		"%1$s",
            		"%1$s",
            	},
            });
            """
                .formatted(word));
  }

  @Test
  void indentsBlocks() {
    LuaCode code =
        LuaCode.builder()
            .beginControlFlow("if $N then", "found")
            .addStatement("return $L", true)
            .nextControlFlow("else")
            .addComment("nothing\nhere")
            .beginControlFlow("repeat")
            .add("step()")
            .endControlFlow("until $N", "done")
            .endControlFlow()
            .build();
    assertThat(code)
        .hasToString(
            """
            if found then
            	return true;
            else
            	-- nothing
            	-- here
            	repeat
            		step()
            	until done
            end
            """);
  }

  @Test
  void keepsLongStringsAsTheyAre() {
    assertThat(
            LuaCode.builder()
                .beginControlFlow("do")
                .add("x = [==[\na ]] $$\n]==];\n")
                .endControlFlow()
                .build())
        .hasToString("do\n\tx = [==[\na ]] $\n]==];\nend\n");
  }

  @Test
  void joinsPieces() {
    assertThat(LuaCode.join(", ", List.of(LuaCode.of("a"), LuaCode.of("$S", "b"))))
        .hasToString("a, \"b\"");
    assertThat(LuaCode.join(", ", List.of()).isEmpty()).isTrue();
  }

  @Test
  void isEqualHoweverItWasComposed() {
    assertThat(LuaCode.of("x = $N;\n", "y"))
        .isEqualTo(LuaCode.of("x = ").toBuilder().addStatement("y").build())
        .hasSameHashCodeAs(LuaCode.of("x = y;\n"));
    assertThat(LuaCode.of("").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x = $X          | unknown placeholder; write $S, $L, $N or $M, or $$ for a dollar sign (at character 5)
          x = $           | unknown placeholder; write $S, $L, $N or $M, or $$ for a dollar sign (at character 5)
          x = "a $S"      | a placeholder within a string: end the string before it, as in "Hello, " .. $S, or write $$ for a dollar sign (at character 8)
          x = [[a $S]]    | a placeholder within a string: end the string before it
          x() -- $S       | the comment does not end, and would hide what follows; end it with a line end (at character 5)
          x() --[[ $S ]]  | a placeholder within a comment: use addComment, or write $$ for a dollar sign (at character 10)
          x = "a          | the string does not end (at character 5)
          x = [=[a]]      | the string does not end (at character 5)
          x = 5           | there are more arguments than placeholders: 1 and 0
          x = $S, $S      | there is no argument for the placeholder $S (at character 9)
          x = $N          | argument 1 for $N: not an identifier: "a b"; write ASCII letters, digits and _, and no digit first (at character 5)
          x = $L          | argument 1 for $L: a String is not a literal; write $S for a text, or pass LuaCode (at character 5)
          x = $M          | argument 1 for $M: not the name of a library: "a b"; write for example util.stanza (at character 5)
          """)
  void refusesFormatsThatAreNotValid(String format, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaCode.of(format, "a b"))
        .withMessageContaining(message);
  }

  @Test
  void reportsAllProblemsOfAFormat() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaCode.of("$N = $M", "end", 5))
        .withMessage(
            "the format \"$N = $M\": argument 1 for $N: \"end\" is a keyword of Lua; choose another"
                + " name (at character 1); argument 2 for $M: expected a String or a LuaLibrary,"
                + " found a value of java.lang.Integer (at character 6)");
  }

  @Test
  void refusesValuesThatLuaDoesNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaCode.of("$L", Double.NaN))
        .withMessageContaining("NaN is not a finite number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaCode.of("$L", new BigDecimal("1.5")))
        .withMessageContaining("found a value of java.math.BigDecimal");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaCode.of("$S", "\uD800"))
        .withMessageContaining("unpaired surrogate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaCode.of("x = \"\uD800\""))
        .withMessageContaining("unpaired surrogate");
  }

  @Test
  void refusesAListThatContainsItself() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaCode.of("$L", list))
        .withMessageContaining("nested more than 100 levels deep");
  }

  @Test
  void refusesBlocksThatDoNotMatch() {
    assertThatIllegalStateException()
        .isThrownBy(() -> LuaCode.builder().beginControlFlow("do").build())
        .withMessage("a block is still open; call endControlFlow");
    assertThatIllegalStateException()
        .isThrownBy(() -> LuaCode.builder().endControlFlow())
        .withMessageStartingWith("no block is open here");
  }

  @Test
  void refusesAKeyThatATableHasTwice() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TableSpec.builder().add("a").put(1.0, "b").build())
        .withMessage("several fields of the table have the key 1; keep one");
    assertThatIllegalStateException()
        .isThrownBy(() -> TableSpec.builder().put("a", 1).put("a", 2).build())
        .withMessage("several fields of the table have the key \"a\"; keep one");
  }

  @Test
  void writesFunctions() {
    FunctionSpec greet =
        FunctionSpec.local("greet")
            .documentation("Greets.")
            .addParameters("name")
            .varargs()
            .addStatement("return $S .. $N", "Hello, ", "name")
            .build();
    assertThat(greet)
        .hasToString(
            """
            -- Greets.
            local function greet(name, ...)
            	return "Hello, " .. name;
            end
            """);
    assertThat(LuaCode.of("x = $N($S)", greet, "you")).hasToString("x = greet(\"you\")");
    assertThat(FunctionSpec.field("module", "load").build())
        .hasToString("function module.load()\nend\n");
    assertThat(FunctionSpec.method("driver.archive", "get").addParameters("user").build())
        .hasToString("function driver.archive:get(user)\nend\n");
    assertThat(FunctionSpec.anonymous().build()).hasToString("function () end");
  }

  @Test
  void writesAnAnonymousFunctionWhereItIsUsed() {
    FunctionSpec handler =
        FunctionSpec.anonymous()
            .addParameters("event")
            .addStatement("return event.stanza ~= nil")
            .build();
    assertThat(
            LuaCode.builder()
                .addStatement("module:hook($S, $L, $L)", "message/bare", handler, -1)
                .build())
        .hasToString(
            """
            module:hook("message/bare", function (event)
            	return event.stanza ~= nil;
            end, -1);
            """);
  }

  @Test
  void refusesFunctionsThatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionSpec.local("end"))
        .withMessage("\"end\" is a keyword of Lua; choose another name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionSpec.field("a..b", "c"))
        .withMessageStartingWith("not an identifier: \"\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionSpec.anonymous().addParameters("a", "a"))
        .withMessage("the function already has a parameter \"a\"; choose another name");
    assertThatIllegalStateException()
        .isThrownBy(() -> FunctionSpec.anonymous().documentation("Greets."))
        .withMessageStartingWith("an anonymous function is an expression");
  }
}
