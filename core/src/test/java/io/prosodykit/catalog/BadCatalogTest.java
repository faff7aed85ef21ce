package io.prosodykit.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Catalogues that cannot be read, and what is said of them.
 *
 * <p>In the documents below, {@code '} stands for a quotation mark.
 */
final class BadCatalogTest {
  private static final String WANTS_TOKEN =
      "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
  private static final String NO_NAME =
      " is not a module name; a name has 1 to 64 lower-case letters, digits and underscores, no"
          + " underscore first";
  private static final String LAYERS =
      "it is one of 01-transport, 02-stream, 03-stanza, 04-protocol, 05-services, 06-storage,"
          + " 07-interfaces, 08-integration";
  private static final String MODULE_FIELDS =
      "the fields here are name, layer, stability, purpose, specifications";

  @Test
  void namesAllProblemsInTheOrderOfTheFile(@TempDir Path folder) throws IOException {
    String json =
        """
        {
          "modules": [
            {"name": "mod_smacks", "layer": "2-stream", "stability": "cor", "purpose": " "},
            {"name": "tls", "layer": "01-transport", "stability": "core", "purpose": "TLS"},
            {
              "name": "tls", "layer": "01-transport", "layr": {"a": [1, {}]}, "layer": "01",
              "specifications": ["XEP-198", "XEP-0000", "BCP 14", 6120, "RFC 1", "RFC 1"]
            },
            "smacks"
          ],
          "formatVersion": 2
        }
        """;
    Path file = Files.writeString(folder.resolve("bad.json"), json);

    CatalogException e =
        catchThrowableOfType(CatalogException.class, () -> ModuleCatalog.load(file));

    assertThat(e.source()).isEqualTo(file.toString());
    assertThat(e.omitted()).isZero();
    assertThat(e.problems())
        .containsExactly(
            at(
                3,
                14,
                "/modules/0/name",
                "the module name \"mod_smacks\" is written without \"mod_\""),
            at(
                3,
                37,
                "/modules/0/layer",
                "unknown layer \"2-stream\"; did you mean 02-stream?; " + LAYERS),
            at(
                3,
                62,
                "/modules/0/stability",
                "unknown stability \"cor\"; did you mean core?; it is one of core, official,"
                    + " stable, beta, alpha"),
            at(3, 80, "/modules/0/purpose", "a purpose has at least one word"),
            at(5, 5, "/modules/2", "the field \"stability\" is missing"),
            at(5, 5, "/modules/2", "the field \"purpose\" is missing"),
            at(
                6,
                15,
                "/modules/2/name",
                "the module \"tls\" stands already at /modules/1; keep one of them"),
            at(
                6,
                47,
                "/modules/2/layr",
                "unknown field \"layr\"; did you mean layer?; " + MODULE_FIELDS),
            at(6, 71, "/modules/2/layer", "the field \"layer\" stands twice; keep one"),
            at(7, 26, "/modules/2/specifications/0", "write \"XEP-0198\" for \"XEP-198\""),
            at(7, 37, "/modules/2/specifications/1", "a XEP's number is from 1 to 9999, not 0"),
            at(
                7,
                49,
                "/modules/2/specifications/2",
                "not a specification: \"BCP 14\"; write XEP-0198 or RFC 6120"),
            at(7, 59, "/modules/2/specifications/3", "here should be a string, not a number"),
            at(7, 74, "/modules/2/specifications/5", "\"RFC 1\" stands twice; keep one"),
            at(9, 5, "/modules/3", "here should be an object, not a string"),
            at(
                11,
                20,
                "/formatVersion",
                "the format version is not 1, the one that this release of prosodykit reads"));
    assertThat(e)
        .hasMessageStartingWith(
            file
                + ": 16 problems\n  "
                + file
                + ":3:14 /modules/0/name: the module name \"mod_smacks\" is written");
  }

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
              assertThat(problem.message())
                  .isEqualTo("the document is empty; a catalogue is a JSON object");
              assertThat(problem.column()).isPositive();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "1", "null", "'x'", "{'formatVersion': 1}"})
  void refusesASecondDocument(String second) {
    assertThat(problems("{'formatVersion': 1, 'modules': []} " + second))
        .containsExactly(
            at(1, 37, "", "something stands after the end of the document; remove it"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|1||an object, not an array",
        "'x'|1||an object, not a string",
        "null|1||an object, not null",
        "{'formatVersion': '1', 'modules': []}|19|/formatVersion|a whole number, not a string",
        "{'formatVersion': 1.0, 'modules': []}|19|/formatVersion|a whole number, not a number",
        "{'formatVersion': 1e400, 'modules': []}|19|/formatVersion|a whole number, not a number",
        "{'formatVersion': true, 'modules': []}|19|/formatVersion|a whole number, not true",
        "{'formatVersion': [[1]], 'modules': []}|19|/formatVersion|a whole number, not an array",
        "{'formatVersion': 1, 'modules': {'a': [{}]}}|33|/modules|an array, not an object",
        "{'formatVersion': 1, 'modules': false}|33|/modules|an array, not false",
        "{'formatVersion': 1, 'modules': [[{}]]}|34|/modules/0|an object, not an array",
        "{'formatVersion': 1, 'modules': [null]}|34|/modules/0|an object, not null",
      })
  void refusesAValueOfTheWrongType(String json, int column, String pointer, String message) {
    assertThat(problems(json))
        .containsExactly(
            at(1, column, pointer == null ? "" : pointer, "here should be " + message));
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
                    .startsWith("here should be " + (isArray ? "an array" : "a string") + ", not ");
              });
    }
  }

  @Test
  void refusesFieldsThatLack() {
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

  @Test
  void refusesANumberWithoutEnd() {
    assertThat(problems("{'formatVersion': " + "9".repeat(1_000_000) + ", 'modules': []}"))
        .extracting(CatalogProblem::message)
        .last()
        .isEqualTo("too long: Number value length (1000000) exceeds the maximum allowed (1000)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{'a':", "{'modules': [", "{'formatVersion': [[{'a':"})
  void refusesWhatIsNestedDeep(String level) {
    assertThat(last(problems(level.repeat(100_000))).message())
        .isEqualTo("nested more than 64 deep; a catalogue nests 4 deep");
  }

  @Test
  void readsWhatIsNestedLessDeepOn() {
    int depth = ModuleCatalog.MAX_NESTING - 1;

    assertThat(
            problems(
                "{'deep': "
                    + "[".repeat(depth)
                    + "]".repeat(depth)
                    + ", 'formatVersion': 1, 'modules': []}"))
        .containsExactly(
            at(
                1,
                2,
                "/deep",
                "unknown field \"deep\"; the fields here are formatVersion, modules"));
  }

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
            at(2, 19, "/formatVersion", "here should be a whole number, not a string"),
            at(2, 20, "", "the byte 0xE9 is not UTF-8 here; save the file as UTF-8"),
            at(3, 2, "/modules", "the field \"modules\" stands twice; keep one"));
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
          .extracting(CatalogProblem::message)
          .contains("the byte 0xFF is not UTF-8 here; save the file as UTF-8")
          .contains("the byte 0xFE is not UTF-8 here; save the file as UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "x\\ud800x"})
  void refusesHalfOfASurrogatePair(String half) {
    String json = "{'formatVersion': 1, 'modules': [], 'modules': ['" + half + "']}";
    assertThat(problems(json)).hasSize(1);

    String purpose =
        "{'formatVersion': 1, 'modules': [{'name': 's', 'layer': '02-stream', 'stability': 'core',"
            + " 'purpose': '"
            + half
            + "'}]}";
    CatalogProblem problem =
        at(
            1,
            102,
            "/modules/0/purpose",
            "the string has half of a surrogate pair, which is no character; remove it");
    assertThat(problems(purpose)).containsExactly(problem);
    String unescaped = quoted(purpose.replace("\\ud800", "\uD800").replace("\\udc00", "\uDC00"));
    CatalogException e =
        catchThrowableOfType(CatalogException.class, () -> ModuleCatalog.parse(unescaped));
    assertThat(e.problems()).containsExactly(problem);
  }

  @Test
  void keepsTheFirstProblemsAndCountsTheRest() {
    CatalogException e =
        parse(("{\"modules\": [" + "\n1,".repeat(10_000) + "1], \"b\": 1}").getBytes(UTF_8));

    assertThat(e.problems()).hasSize(CatalogException.MAX_PROBLEMS);
    assertThat(e.problems().get(0))
        .isEqualTo(at(1, 1, "", "the field \"formatVersion\" is missing"));
    assertThat(last(e.problems()))
        .isEqualTo(at(1000, 1, "/modules/998", "here should be an object, not a number"));
    assertThat(e.omitted()).isEqualTo(9_003);
    assertThat(e)
        .hasMessageStartingWith("test: 10003 problems\n")
        .hasMessageEndingWith("\n  and 9003 more");
  }

  @Test
  void keepsShortWhatItSaysOfLongTexts() {
    String huge = "x".repeat(10_000_000);
    for (String field : List.of("name", "layer", "stability", "specifications")) {
      String value = field.equals("specifications") ? "['" + huge + "']" : "'" + huge + "'";
      CatalogException e =
          parse(
              quoted("{'formatVersion': 1, 'modules': [{'" + field + "': " + value + "}]}")
                  .getBytes(UTF_8));

      assertThat(e.getMessage()).as(field).hasSizeLessThan(800).contains("x".repeat(60) + "…");
    }
    assertThat(parse(quoted("{'" + huge + "': 1}").getBytes(UTF_8)).getMessage())
        .isEqualTo(
            "test: 1 problem\n  test:1:10000004 too long: Name length (10000000) exceeds the"
                + " maximum allowed (50000)");
    assertThat(
            parse(quoted("{'" + huge.substring(0, 50_000) + "': 1}").getBytes(UTF_8)).getMessage())
        .hasSizeLessThan(500);
  }

  @Test
  void keepsOnOneLineWhatItSaysOfOddTexts() {
    CatalogException e =
        parse(
            quoted("{'\\n\\u001b\\u2028': 1, 'modules': [{'name': '\\r\\n\\u202e'}]}")
                .getBytes(UTF_8));

    assertThat(e.problems().get(1).pointer()).isEqualTo("/\n\u001b\u2028");
    assertThat(e.problems().get(1))
        .hasToString(
            "1:2 /\\u000A\\u001B\\u2028: unknown field \"\\u000A\\u001B\\u2028\"; the fields here"
                + " are formatVersion, modules");
    assertThat(last(e.problems()))
        .hasToString("1:44 /modules/0/name: \"\\u000D\\u000A\\u202E\"" + NO_NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "SPARSE, 1, larger than 16 MiB",
    "GARBAGE, 1, not JSON: Illegal character",
    "BAD_UTF8, 15000001, the byte 0xFF is not UTF-8 here",
    "PROBLEMS, 7499995, here should be an object",
  })
  void readsAHugeFileInLittleMemory(
      HugeFile file, int problems, String message, @TempDir Path folder) throws Exception {
    Path path = folder.resolve("huge.json");
    file.write(path);

    assertThat(
            ChildJvm.run(
                folder,
                List.of(
                    "-Xmx96m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Load.class.getName(),
                    path.toString())))
        .contains("problems: " + problems + "\n", message);
  }

  /** Files that are too large, or large and wrong from end to end. */
  enum HugeFile {
    SPARSE,
    GARBAGE,
    BAD_UTF8,
    PROBLEMS;

    void write(Path path) throws IOException {
      if (this == SPARSE) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
          file.setLength(200_000_000);
        }
        return;
      }
      byte[] bytes = new byte[15_000_000];
      Arrays.fill(bytes, (byte) (this == BAD_UTF8 ? 0xFF : 1));
      if (this == PROBLEMS) {
        byte[] start = "{\"modules\": [1".getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (i < start.length ? start[i] : i % 2 == 0 ? ',' : '1');
        }
      }
      Files.write(path, bytes);
    }
  }

  /** Loads a file and prints what is wrong with it. */
  static final class Load {
    private Load() {}

    public static void main(String[] args) throws IOException {
      try {
        ModuleCatalog.load(Path.of(args[0]));
      } catch (CatalogException e) {
        System.out.println("problems: " + (e.problems().size() + e.omitted()));
        System.out.println(e.problems().get(0));
      }
    }
  }

  private static CatalogProblem at(int line, int column, String pointer, String message) {
    return new CatalogProblem(pointer, line, column, message);
  }

  private static CatalogProblem last(List<CatalogProblem> problems) {
    return problems.get(problems.size() - 1);
  }

  private static List<CatalogProblem> problems(String json) {
    return problems(quoted(json).getBytes(UTF_8));
  }

  private static List<CatalogProblem> problems(byte[] json) {
    return parse(json).problems();
  }

  private static CatalogException parse(byte[] json) {
    return catchThrowableOfType(CatalogException.class, () -> ModuleCatalog.parse("test", json));
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }
}
