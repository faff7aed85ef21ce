package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads what {@link DatabindTest} does with a mapper of Jackson 3. */
final class Jackson3Test {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @ParameterizedTest
  @MethodSource("io.prosodykit.catalog.DatabindTest#documents")
  void writesWhatTheLibraryWrites(Object value, String document) {
    assertSame(value, value.getClass(), document);
  }

  @ParameterizedTest
  @MethodSource("io.prosodykit.catalog.DatabindTest#shapes")
  void writesTheDocumentedShapeAndReadsItBack(Object value, Class<?> type, String shape) {
    assertSame(value, type, DatabindTest.quoted(shape));
  }

  private static void assertSame(Object value, Class<?> type, String document) {
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(value)))
        .isEqualTo(MAPPER.readTree(document));
    assertThat((Object) MAPPER.readValue(document, type)).isEqualTo(value);
  }
}
