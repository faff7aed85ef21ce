package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionSyntaxTest {

  @Test
  void readsEveryType() {
    assertThat(
            OptionSpec.parseAll(
                "a_text:string=hello,a_flag:boolean=true,a_max:integer=-3,a_rate:number=1.5e3,"
                    + "a_rooms:list=lobby|garden"))
        .containsExactly(
            OptionSpec.string("a_text", "hello"),
            OptionSpec.bool("a_flag", true),
            OptionSpec.integer("a_max", -3),
            OptionSpec.number("a_rate", 1500),
            OptionSpec.list("a_rooms", "lobby", "garden"));
  }

  @Test
  void keepsEscapedCharacters() {
    assertThat(OptionSpec.parseAll("a:string=x\\, y\\\\\\|\\nz\\ ,b:list=1\\|2|\\,"))
        .containsExactly(OptionSpec.string("a", "x, y\\|\nz "), OptionSpec.list("b", "1|2", ","));
  }

  @Test
  void readsTheRestAsText() {
    assertThat(OptionSpec.parseAll("a:string=b\\:string=c"))
        .containsExactly(OptionSpec.string("a", "b:string=c"));
  }

  @Test
  void readsDescriptionsAfterDefaultsOfEveryType() {
    assertThat(
            OptionSpec.parseAll(
                "a:string=hello:What it says,b:boolean=true: Loud ,c:integer=3:How many\\, at most,"
                    + "d:number=1.5:Rate: per second,e:list=x|y:Its rooms,f:choice=soft|loud:Which?,"
                    + "g:period=5min:How long to wait,h:string=http\\://a.example\\:80/:Where to,"
                    + "i:string=:May be empty,j:list=a\\:b|c"))
        .containsExactly(
            OptionSpec.string("a", "hello").withDescription("What it says"),
            OptionSpec.bool("b", true).withDescription("Loud"),
            OptionSpec.integer("c", 3).withDescription("How many, at most"),
            OptionSpec.number("d", 1.5).withDescription("Rate: per second"),
            OptionSpec.list("e", "x", "y").withDescription("Its rooms"),
            OptionSpec.choice("f", "soft", "loud").withDescription("Which?"),
            OptionSpec.period("g", Duration.ofMinutes(5)).withDescription("How long to wait"),
            OptionSpec.string("h", "http://a.example:80/").withDescription("Where to"),
            OptionSpec.string("i", "").withDescription("May be empty"),
            OptionSpec.list("j", "a:b", "c"));
  }

  @ParameterizedTest
  @CsvSource({
    "a:string=http://example.org/hook, \"//example.org/hook\"",
    "a:string=localhost:5280, \"5280\"",
    "a:string=urn:example:a:0, \"example:a:0\"",
    "a:string=Seen:, nothing",
    "a:list=x|y: , nothing",
    "a:integer=5:7, \"7\""
  })
  void doesNotMistakeRestOfDefaultForDescription(String text, String rest) {
    assertThatThrownBy(() -> OptionSpec.parseAll(text))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(
            "has " + rest + " after a colon, where its description belongs; write \\: for a colon");
  }

  @Test
  void ignoresWhiteSpaceAroundOptions() {
    assertThat(OptionSpec.parseAll("\n  a:string=x y,\n  b : Integer = 3,\n"))
        .containsExactly(OptionSpec.string("a", "x y"), OptionSpec.integer("b", 3));
  }

  @Test
  void readsEmptyDefaults() {
    assertThat(OptionSpec.parseAll("a:string=,b:list="))
        .containsExactly(OptionSpec.string("a", ""), OptionSpec.list("b"));
    assertThat(OptionSpec.parseAll("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a                ; option 1, \"a\": has no \"=\"",
        "a=1              ; option 1, \"a=1\": has no type; write a:TYPE=DEFAULT",
        "a:strng=x        ; a type with a similar name exists: \"string\"",
        "a:number=1e400   ; \"1e400\" is too large for a number in Lua",
        "a:boolean=yes    ; \"yes\" is neither true nor false",
        "a:integer=1.5    ; \"1.5\" is not a whole number",
        "a:number=NaN     ; \"NaN\" is not a number",
        "a:number=0x1p3   ; \"0x1p3\" is not a number",
        "a:string=x\\y    ; has \\y, which is not an escape sequence",
        "a:string=x\\     ; ends in a single backslash",
        "Á:string=x       ; option name \"Á\" must be lower-case letters",
        "a:string=x,,     ; option 2, \"\": has no \"=\"",
        "a:string=x, y    ; option 2, \"y\": has no \"=\"; write NAME:TYPE=DEFAULT or NAME:TYPE=DEFAULT:DESCRIPTION, and"
      })
  void reportsProblemWithPlace(String text, String message) {
    assertThatThrownBy(() -> OptionSpec.parseAll(text))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(message);
  }

  @Test
  void reportsEveryProblem() {
    assertThatThrownBy(() -> OptionSpec.parseAll("a=1,b:integer=2,c:integer=x"))
        .isInstanceOfSatisfying(
            InvalidSpecException.class,
            refusal ->
                assertThat(refusal.problems())
                    .satisfiesExactly(
                        first -> assertThat(first.message()).startsWith("option 1, \"a=1\": "),
                        second ->
                            assertThat(second.message())
                                .startsWith("option 3, \"c:integer=x\": ")));
  }
}
