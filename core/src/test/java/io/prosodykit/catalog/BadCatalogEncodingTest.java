package io.prosodykit.catalog;

import static io.prosodykit.catalog.BadCatalog.at;
import static io.prosodykit.catalog.BadCatalog.problems;
import static io.prosodykit.catalog.BadCatalog.quoted;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.primitives.Bytes;
import io.prosodykit.problem.DocumentException;
import io.prosodykit.problem.DocumentProblem;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are not UTF-8, and strings that are not Unicode. */
final class BadCatalogEncodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'PLACE': 1}|80|1|3",
        "`{'formatVersion': 1,\n\r\n\r'modules': ['ü\uD83D\uDE00PLACE`|C3|4|17",
        "{'modules': [{'name': 'PLACE|FF|1|24",
        "`{}\n{}PLACE`|F0|2|3",
        "PLACE|C0|1|1",
        "\uFEFF{PLACE|E2|1|2",
        "`\uFEFF\n\uFEFFPLACE`|ED|2|2",
      })
  void namesAByteThatIsNotUtf8(String text, String hex, int line, int column) {
    String[] parts = quoted(text).split("PLACE", -1);
    byte wrong = (byte) Integer.parseInt(hex, 16);

    assertThat(
            problems(
                Bytes.concat(
                    parts[0].getBytes(UTF_8), new byte[] {wrong}, parts[1].getBytes(UTF_8))))
        .contains(
            at(
                line,
                column,
                "",
                "the byte 0x" + hex + " is not UTF-8 here; save the file as UTF-8"));
  }

  @Test
  void sortsBadBytesAmongTheOtherProblems() {
    byte[] latin1 =
        quoted("{'modules': [],\n 'formatVersion': '\u00E9',\n 'modules': []}")
            .getBytes(ISO_8859_1);

    assertThat(problems(latin1))
        .containsExactly(
            at(2, 19, "/formatVersion", "expected a whole number, found a string"),
            at(2, 20, "", "the byte 0xE9 is not UTF-8 here; save the file as UTF-8"),
            at(3, 2, "/modules", "the field \"modules\" appears twice; keep one"));
  }

  @Test
  void acceptsAByteOrderMark() {
    String json = ModuleCatalog.reference().toJson();

    assertThat(ModuleCatalog.parse("marked", ("\uFEFF" + json).getBytes(UTF_8)))
        .isEqualTo(ModuleCatalog.reference());
    assertThat(ModuleCatalog.parse("\uFEFF" + json)).isEqualTo(ModuleCatalog.reference());
    assertThat(problems("\uFEFF{'a': 1,").get(0)).isEqualTo(problems("{'a': 1,").get(0));
  }

  @Test
  void refusesUtf16() {
    String json = ModuleCatalog.reference().toJson();
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      assertThat(problems(json.getBytes(charset))).hasSize(1);
      assertThat(problems(("\uFEFF" + json).getBytes(charset)))
          .extracting(DocumentProblem::message)
          .contains("the byte 0xFF is not UTF-8 here; save the file as UTF-8")
          .contains("the byte 0xFE is not UTF-8 here; save the file as UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "x\\ud800x"})
  void refusesUnpairedSurrogate(String half) {
    String json = "{'formatVersion': 1, 'modules': [], 'modules': ['" + half + "']}";
    assertThat(problems(json)).hasSize(1);

    String purpose =
        "{'formatVersion': 1, 'modules': [{'name': 's', 'layer': '02-stream', 'stability': 'core',"
            + " 'purpose': '"
            + half
            + "'}]}";
    DocumentProblem problem =
        at(
            1,
            102,
            "/modules/0/purpose",
            "the string contains an unpaired surrogate, which is not a character; remove it");
    assertThat(problems(purpose)).containsExactly(problem);
    String unescaped = quoted(purpose.replace("\\ud800", "\uD800").replace("\\udc00", "\uDC00"));
    DocumentException e =
        catchThrowableOfType(DocumentException.class, () -> ModuleCatalog.parse(unescaped));
    assertThat(e.problems()).containsExactly(problem);
  }
}
