package io.prosodykit.luacode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prosodykit.evidence.TargetRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuaFileTest {
  private static final LuaLibrary STANZA = LuaLibrary.of("util.stanza").as("st");

  private static LuaFileBuilder file(String targets) {
    return LuaFile.builder(TargetRange.parse(targets));
  }

  @Test
  void requiresEachLibraryOnceAtTheTop() {
    LuaFile file =
        file("[0.12,13.0]")
            .header("Answers.")
            .addStatement("local reply = $M.reply(request)", STANZA)
            .addStatement(
                "return $M.error_reply(reply), $M.bare(x), $M.dir", STANZA, "util.jid", "lfs")
            .build();
    assertThat(file)
        .hasToString(
            """
            -- Answers.

            local lfs = require "lfs";
            local jid = require "util.jid";
            local st = require "util.stanza";

            local reply = st.reply(request);
            return st.error_reply(reply), jid.bare(x), lfs.dir;
            """);
    assertThat(file.libraries())
        .containsExactly(LuaLibrary.of("lfs"), LuaLibrary.of("util.jid"), STANZA);
  }

  @ParameterizedTest
  @CsvSource({"0.12, util.stanza", "'[0.12,13.0]', util.stanza", "13.0, prosody.util.stanza"})
  void requiresALibraryUnderTheNameThatAllTargetsHave(String targets, String name) {
    assertThat(file(targets).addStatement("return $M", STANZA).build().toString())
        .startsWith("local st = require \"" + name + "\";\n");
  }

  @Test
  void saysWhereTheCodeIsNotValidInTheLuaOfATarget() {
    LuaFileBuilder code = file("[0.11,13.0]").addStatement("goto done").add("::done::\n");
    assertThatExceptionOfType(InvalidLuaException.class)
        .isThrownBy(code::build)
        .withMessageContaining("(Lua 5.1)")
        .withMessageContaining("\n    goto done;")
        .satisfies(e -> assertThat(e.problems().get(0).position()).hasToString("1:1"));
    assertThat(file("13.0").add(LuaCode.of("goto done;\n::done::\n")).build()).isNotNull();
  }

  @Test
  void reportsAllProblems() {
    LuaFileBuilder code =
        file("0.11,13.0")
            .addStatement("local a = $M", "util.stanzas")
            .addStatement("local b = $M", "prosody.util.jid")
            .addStatement("local c = $M", "util.error")
            .addStatement("local d = $M", "net.jid")
            .addStatement("local e = = 5");
    assertThatExceptionOfType(InvalidLuaException.class)
        .isThrownBy(code::build)
        .satisfies(
            e ->
                assertThat(e.problems())
                    .extracting(problem -> problem.position().line() + " " + problem.message())
                    .contains(
                        "6 no release of Prosody has util.stanzas; a library with a similar name"
                            + " exists: util.stanza",
                        "7 write util.jid: the prefix prosody. is added if all targets have it",
                        "8 Prosody 0.11 does not have util.error"));
  }

  @Test
  void refusesAVariableOfTwoLibraries() {
    assertThatExceptionOfType(InvalidLuaException.class)
        .isThrownBy(
            () -> file("0.12").addStatement("f($M, $M)", "util.cache", "acme.cache").build())
        .withMessageContaining(
            "cache is the variable of both util.cache and acme.cache; write"
                + " LuaLibrary.of(\"acme.cache\").as(…) with another name");
    assertThatExceptionOfType(InvalidLuaException.class)
        .isThrownBy(() -> file("0.12").addStatement("f($M, $M)", "util.stanza", STANZA).build())
        .withMessageContaining(
            "the library util.stanza is in both stanza and st; use one variable");
  }

  @Test
  void refusesAVariableThatHidesALibraryWhereItIsUsed() {
    FunctionSpec handler =
        FunctionSpec.local("handler")
            .addParameters("event")
            .addStatement("local stanza = event.stanza")
            .addStatement("return $M.reply(stanza)", "util.stanza")
            .build();
    assertThatExceptionOfType(InvalidLuaException.class)
        .isThrownBy(() -> file("0.12").addFunction(handler).build())
        .withMessageContaining(
            "5:9: the variable stanza at 4:8 hides the library util.stanza here; write"
                + " LuaLibrary.of(\"util.stanza\").as(…) with another name\n"
                + "    return stanza.reply(stanza);");
    assertThat(
            file("0.12")
                .addStatement("local reply = $M.reply", "util.stanza")
                .addStatement("local stanza = reply()")
                .build())
        .isNotNull();
  }

  @Test
  void canBeChangedAndWritten(@TempDir Path folder) throws IOException {
    LuaFile file = file("0.12").header("é").addStatement("return $L", 5).build();
    StringBuilder out = new StringBuilder();
    file.writeTo(out);
    Path path = folder.resolve("x.lua");
    file.writeTo(path);
    assertThat(Files.readString(path)).isEqualTo(out.toString()).isEqualTo(file.toString());
    assertThat(file.toBuilder().build()).isEqualTo(file).hasSameHashCodeAs(file);
    assertThat(file.toBuilder().header("").build()).hasToString("return 5;\n");
  }

  @Test
  void takesNoAnonymousFunctionAsAStatement() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LuaFile.builder().addFunction(FunctionSpec.anonymous().build()))
        .withMessageStartingWith("an anonymous function is not a statement");
  }
}
