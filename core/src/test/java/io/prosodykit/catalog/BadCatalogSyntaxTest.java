package io.prosodykit.catalog;

import static io.prosodykit.catalog.BadCatalog.at;
import static io.prosodykit.catalog.BadCatalog.last;
import static io.prosodykit.catalog.BadCatalog.problems;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is not JSON, or not a single JSON document. */
final class BadCatalogSyntaxTest {
  private static final String WANTS_TOKEN =
      "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{|2|Unexpected end-of-input: expected close marker for Object (start marker at line: 1, column: 1)",
        "{]|2|Unexpected close marker ']': expected '}' (for Object starting at line: 1, column: 1)",
        "}|1|Unexpected close marker '}': no open Object to close",
        "{a: 1}|2|Unexpected character ('a' (code 97)): was expecting double-quote to start field name",
        "nonsense|1|Unrecognized token 'nonsense': was expecting WANTED",
        "NaN|4|Non-standard token 'NaN'",
        "-Infinity|10|Non-standard token '-Infinity'",
        "// {}|1|Unexpected character ('/' (code 47)): maybe a (non-standard) comment?",
        "a\u202Eb|1|Unrecognized token 'a\\u202Eb': was expecting WANTED",
        "\uD83D\uDE00|1|Unexpected character ('\\uD83D' (code 55357 / 0xd83d)): expected a valid value WANTED",
        "{} x|4|Unrecognized token 'x': was expecting WANTED",
      })
  void saysWhatIsNotJson(String json, int column, String message) {
    assertThat(last(problems(json.getBytes(UTF_8))))
        .isEqualTo(at(1, column, "", "not JSON: " + message.replace("WANTED", WANTS_TOKEN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t", "\uFEFF"})
  void refusesAnEmptyFile(String json) {
    assertThat(problems(json.getBytes(UTF_8)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo("the document is empty; write a JSON object");
              assertThat(problem.column()).isPositive();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1", "null", "'x'", "{'formatVersion': 1}"})
  void refusesASecondDocument(String second) {
    assertThat(problems("{'formatVersion': 1, 'modules': []} " + second))
        .containsExactly(
            at(1, 37, "", "unexpected content after the end of the document; remove it"));
  }
}
