package io.prosodykit.catalog;

import static io.prosodykit.catalog.BadCatalog.at;
import static io.prosodykit.catalog.BadCatalog.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON with fields or values that a catalogue does not have. */
final class BadCatalogFieldsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|1||an object, found an array",
        "'x'|1||an object, found a string",
        "null|1||an object, found null",
        "{'formatVersion': '1', 'modules': []}|19|/formatVersion|a whole number, found a string",
        "{'formatVersion': 1.0, 'modules': []}|19|/formatVersion|a whole number, found a number",
        "{'formatVersion': 1e400, 'modules': []}|19|/formatVersion|a whole number, found a number",
        "{'formatVersion': true, 'modules': []}|19|/formatVersion|a whole number, found true",
        "{'formatVersion': [[1]], 'modules': []}|19|/formatVersion|a whole number, found an array",
        "{'formatVersion': 1, 'modules': {'a': [{}]}}|33|/modules|an array, found an object",
        "{'formatVersion': 1, 'modules': false}|33|/modules|an array, found false",
        "{'formatVersion': 1, 'modules': [[{}]]}|34|/modules/0|an object, found an array",
        "{'formatVersion': 1, 'modules': [null]}|34|/modules/0|an object, found null",
      })
  void refusesAValueOfTheWrongType(String json, int column, String pointer, String message) {
    assertThat(problems(json))
        .containsExactly(at(1, column, pointer == null ? "" : pointer, "expected " + message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "layer", "stability", "purpose", "specifications"})
  void refusesAFieldOfTheWrongType(String field) {
    String good =
        "{'name': 's', 'layer': '02-stream', 'stability': 'core', 'purpose': 'P',"
            + " 'specifications': []}";
    boolean isArray = field.equals("specifications");
    List<String> wrong = List.of("1", "-1.5e3", "true", "null", "{}", isArray ? "'x'" : "['x']");
    for (String value : wrong) {
      String bad = good.replaceFirst("('" + field + "': )('[^']*'|\\[\\])", "$1" + value);

      assertThat(problems("{'formatVersion': 1, 'modules': [" + bad + "]}"))
          .as(bad)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.pointer()).isEqualTo("/modules/0/" + field);
                assertThat(problem.column())
                    .isEqualTo(34 + bad.indexOf("'" + field + "': ") + field.length() + 4);
                assertThat(problem.message())
                    .startsWith("expected " + (isArray ? "an array" : "a string") + ", found ");
              });
    }
  }

  @Test
  void refusesMissingFields() {
    assertThat(problems("\n {}"))
        .containsExactly(
            at(2, 2, "", "the field \"formatVersion\" is missing"),
            at(2, 2, "", "the field \"modules\" is missing"));
    assertThat(problems("{'formatVersion': 1, 'modules': [\n{}]}"))
        .containsExactly(
            at(2, 1, "/modules/0", "the field \"name\" is missing"),
            at(2, 1, "/modules/0", "the field \"layer\" is missing"),
            at(2, 1, "/modules/0", "the field \"stability\" is missing"),
            at(2, 1, "/modules/0", "the field \"purpose\" is missing"));
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 1000})
  void refusesAHugeNumber(int digits) {
    assertThat(problems("{'formatVersion': " + "9".repeat(digits) + ", 'modules': []}"))
        .containsExactly(at(1, 19, "/formatVersion", "the number is too large"));
  }
}
