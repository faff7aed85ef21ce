package io.prosodykit.lua;

import static io.prosodykit.lua.LuaVersion.V5_1;
import static io.prosodykit.lua.LuaVersion.V5_2;
import static io.prosodykit.lua.LuaVersion.V5_3;
import static io.prosodykit.lua.LuaVersion.V5_4;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuaChunkTest {
  @Test
  void readsStatementsInOrder() {
    LuaChunk chunk =
        LuaChunk.parse(
            """
            local a, b = 1
            local function f() end
            function t.g:h() end
            a, t.x = b
            f()
            do end
            if a then elseif b then else end
            while a do break end
            repeat until a
            for i = 1, 2, 3 do end
            for k, v in pairs(t) do end
            goto done
            ::done::
            return a
            """);

    assertThat(chunk.block().statements())
        .extracting(statement -> statement.getClass().getSimpleName())
        .containsExactly(
            "Local",
            "LocalFunction",
            "Function",
            "Assignment",
            "Call",
            "Do",
            "If",
            "While",
            "Repeat",
            "NumericFor",
            "GenericFor",
            "Goto",
            "Label",
            "Return");
    assertThat(chunk.block().statements())
        .extracting(statement -> statement.position().line())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  }

  @Test
  void groupsOperatorsAsLuaDoes() {
    assertThat(grouped("a or b and c < d .. e .. f + g * -h ^ i ^ j"))
        .isEqualTo("(a or (b and (c < (d .. (e .. (f + (g * -(h ^ (i ^ j)))))))))");
    assertThat(grouped("a - b - c")).isEqualTo("((a - b) - c)");
    assertThat(grouped("a | b ~ c & d << e // f")).isEqualTo("(a | (b ~ (c & (d << (e // f)))))");
  }

  private static String grouped(String expression) {
    return grouped(value(expression));
  }

  private static String grouped(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      return "(%s %s %s)"
          .formatted(grouped(binary.left()), binary.operator(), grouped(binary.right()));
    }
    if (expression instanceof Expression.Unary unary) {
      return unary.operator() + grouped(unary.operand());
    }
    return ((Expression.Global) expression).name();
  }

  /** The value of an expression that stands in the second line of a source. */
  private static Expression value(String expression) {
    LuaChunk chunk = LuaChunk.parse("return\n" + expression);
    Statement only = chunk.block().statements().get(0);
    return ((Statement.Return) only).values().get(0);
  }

  @Test
  void nestsFieldsAndCallsFromTheLeft() {
    Expression.MethodCall call = (Expression.MethodCall) value("a.b[1]:c 'd'");

    assertThat(call.method().value()).isEqualTo("c");
    assertThat(call.method().position()).isEqualTo(new LuaPosition(2, 8));
    assertThat(call.arguments()).containsExactly(new Expression.Text(new LuaPosition(2, 10), "d"));
    assertThat(call.object()).isInstanceOf(Expression.Index.class);
    assertThat(call.position()).isEqualTo(new LuaPosition(2, 1));
  }

  @Test
  void keepsTableFieldsWithTheirKeys() {
    Expression.Table table = (Expression.Table) value("{ 1, a = 2; [3] = 4 }");

    assertThat(table.fields())
        .extracting(field -> field instanceof TableField.Keyed keyed ? keyed.key().toString() : "")
        .satisfiesExactly(
            key -> assertThat(key).isEmpty(),
            key -> assertThat(key).contains("value=a"),
            key -> assertThat(key).contains("text=3"));
  }

  @Test
  void distinguishesLocalAndGlobalNames() {
    LuaChunk chunk =
        LuaChunk.parse(
            """
            local a = a
            do local a; local function f(b) return a, b, c end end
            return a, b
            """);
    List<String> uses = new ArrayList<>();
    chunk
        .block()
        .walk(
            node -> {
              if (node instanceof Expression.Local local) {
                uses.add(local.variable().name() + "@" + local.variable().position());
              } else if (node instanceof Expression.Global global) {
                uses.add(global.name());
              }
            });

    assertThat(uses).containsExactly("a", "a@2:10", "b@2:30", "c", "a@1:7", "b");
  }

  @Test
  void declaresSelfInMethods() {
    LuaChunk chunk = LuaChunk.parse("function t:m(a) return self end");
    Statement.Function method = (Statement.Function) chunk.block().statements().get(0);

    assertThat(method.method()).isTrue();
    assertThat(method.body().parameters())
        .extracting(LocalVariable::name)
        .containsExactly("self", "a");
    assertThat(method.body().end()).isEqualTo(new LuaPosition(1, 29));
  }

  @Test
  void resolvesVariablesOfRepeatInItsCondition() {
    LuaChunk chunk = LuaChunk.parse("repeat local x until x");
    Statement.Repeat repeat = (Statement.Repeat) chunk.block().statements().get(0);

    assertThat(repeat.condition()).isInstanceOf(Expression.Local.class);
  }

  @Test
  void readsEscapesInStrings() {
    assertThat(text("'\\a\\n\\065\\x42\\u{43}\\z  D\\\nE\\'\\\\'")).isEqualTo("\u0007\nABCD\nE'\\");
    assertThat(text("'\\195\\169'")).isEqualTo("é");
    assertThat(text("'\\255'")).isEqualTo("\uFFFD");
    assertThat(text("'\\u{7FFFFFFF}'")).isEqualTo("\uFFFD");
  }

  @Test
  void readsLongStringsWithoutTheirFirstLineEnd() {
    assertThat(text("[==[\r\na]]\r\nb\n\rc]==]")).isEqualTo("a]]\nb\nc");
  }

  private static String text(String literal) {
    return ((Expression.Text) value(literal)).value();
  }

  @Test
  void keepsComments() {
    LuaChunk chunk = LuaChunk.parse("#!/bin/lua\n-- one\nx = 1 --[[two\nlines]] --[=three\n");

    assertThat(chunk.comments())
        .containsExactly(
            new LuaComment(new LuaPosition(1, 1), "#!/bin/lua", new LuaPosition(1, 11)),
            new LuaComment(new LuaPosition(2, 1), " one", new LuaPosition(2, 7)),
            new LuaComment(new LuaPosition(3, 7), "two\nlines", new LuaPosition(4, 8)),
            new LuaComment(new LuaPosition(4, 9), "[=three", new LuaPosition(4, 18)));
  }

  @Test
  void countsCharactersAnywhere() {
    for (int before = 0; before < 600; before++) {
      String text = "local x = '" + "a".repeat(before) + "\uD83D\uDE00' local y";

      assertThat(LuaChunk.parse(text).block().statements())
          .extracting(Statement::position)
          .containsExactly(new LuaPosition(1, 1), new LuaPosition(1, before + 15));
    }
  }

  @Test
  void countsColumnsInCharacters() {
    LuaChunk chunk = LuaChunk.parse("\uFEFFx = '\uD83D\uDE00é' y = 1\r\n\ty = 2");

    assertThat(chunk.block().statements())
        .extracting(Statement::position)
        .containsExactly(new LuaPosition(1, 1), new LuaPosition(1, 10), new LuaPosition(2, 2));
  }

  @Test
  void saysWhichVersionsAcceptASource() {
    assertThat(LuaChunk.parse("x = 1").versions()).containsExactly(V5_1, V5_2, V5_3, V5_4);
    assertThat(LuaChunk.parse("goto = 1").versions()).containsExactly(V5_1);
    assertThat(LuaChunk.parse("goto a ::a::").versions()).containsExactly(V5_2, V5_3, V5_4);
    assertThat(LuaChunk.parse("x = 1 // 2").versions()).containsExactly(V5_3, V5_4);
    assertThat(LuaChunk.parse("local x <const> = 1").versions()).containsExactly(V5_4);
    assertThat(LuaChunk.parse("x = ").versions()).isEmpty();
  }

  @Test
  void printsProblemsWithPlaceAndVersions() {
    assertThat(LuaChunk.parse("x = = 1\ny = 1 // 2").problems())
        .extracting(LuaProblem::toString)
        .containsExactly(
            "1:5: expected an expression but found '='", "2:7: '//' needs Lua 5.3 (Lua 5.1, 5.2)");
  }

  @Test
  void continuesAtTheNextStatement() {
    LuaChunk chunk =
        LuaChunk.parse(
            """
            f(1 2)
            if x = 1 then g() end
            if x h() end
            for n = 1 do i() end
            for x, in y do j() end
            while do k() end
            local function l(a, 1) m() end
            a b c
            last()
            """);

    assertThat(chunk.problems())
        .extracting(problem -> problem.position().line())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(names(chunk)).containsSubsequence("g", "h", "i", "j", "k", "m", "last");
  }

  @Test
  void continuesInsideAndAfterBrokenFunctions() {
    LuaChunk chunk =
        LuaChunk.parse(
            """
            module:hook("a" function () inner(); x = ; behind(); end)
            end
            outer()
            function f()
              if a then
                nested(
              else
                other()
              end
            end
            last()
            """);

    assertThat(names(chunk)).contains("inner", "behind", "outer", "other", "last");
    assertThat(chunk.problems())
        .extracting(LuaProblem::position)
        .containsExactly(
            new LuaPosition(1, 17),
            new LuaPosition(1, 42),
            new LuaPosition(2, 1),
            new LuaPosition(7, 3));
  }

  @Test
  void saysWhichBlockHasNoEnd() {
    assertThat(LuaChunk.parse("function f()\n  if x then\n  while y do\n").problems())
        .extracting(LuaProblem::toString)
        .containsExactly(
            "4:1: expected 'end' for the 'while' at 3:3 but found the end of the source");
  }

  /** The names of all global variables in order. */
  private static List<String> names(LuaChunk chunk) {
    List<String> names = new ArrayList<>();
    chunk
        .block()
        .walk(
            node -> {
              if (node instanceof Expression.Global global) {
                names.add(global.name());
              }
            });
    return names;
  }

  @Test
  void readsFilesInAnyEncoding(@TempDir Path folder) throws IOException {
    Path utf8 = Files.writeString(folder.resolve("utf8.lua"), "return 'é'");
    Path latin =
        Files.write(
            folder.resolve("latin.lua"), "return 'é'".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(LuaChunk.read(utf8).block()).isEqualTo(LuaChunk.read(latin).block());
    assertThat(
            LuaChunk.parse(
                    new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '-', '-', (byte) 0xFF})
                .versions())
        .containsExactly(V5_2, V5_3, V5_4);
  }
}
