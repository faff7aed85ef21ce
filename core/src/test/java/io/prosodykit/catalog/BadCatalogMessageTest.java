package io.prosodykit.catalog;

import static io.prosodykit.catalog.BadCatalog.at;
import static io.prosodykit.catalog.BadCatalog.last;
import static io.prosodykit.catalog.BadCatalog.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.prosodykit.problem.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages about everything that is wrong with a catalogue. */
final class BadCatalogMessageTest {
  private static final String NO_NAME =
      " is not a module name; a name has 1 to 64 lower-case letters, digits and underscores, and"
          + " does not begin with an underscore";
  private static final String LAYERS =
      "choose from 01-transport, 02-stream, 03-stanza, 04-protocol, 05-services, 06-storage,"
          + " 07-interfaces, 08-integration";
  private static final String MODULE_FIELDS =
      "choose from name, layer, stability, purpose, specifications, dependencies";

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

    DocumentException e =
        catchThrowableOfType(DocumentException.class, () -> ModuleCatalog.load(file));

    assertThat(e.source()).isEqualTo(file.toString());
    assertThat(e.omitted()).isZero();
    assertThat(e.problems())
        .containsExactly(
            at(3, 14, "/modules/0/name", "write the module name \"mod_smacks\" without \"mod_\""),
            at(
                3,
                37,
                "/modules/0/layer",
                "unknown layer \"2-stream\": a layer with a similar name exists: \"02-stream\"; "
                    + LAYERS),
            at(
                3,
                62,
                "/modules/0/stability",
                "unknown stability \"cor\": a stability with a similar name exists: \"core\"; choose from core, official,"
                    + " stable, beta, alpha"),
            at(3, 80, "/modules/0/purpose", "a purpose must have at least one word"),
            at(5, 5, "/modules/2", "the field \"stability\" is missing"),
            at(5, 5, "/modules/2", "the field \"purpose\" is missing"),
            at(
                6,
                15,
                "/modules/2/name",
                "the module \"tls\" is already defined at /modules/1; keep one of them"),
            at(
                6,
                47,
                "/modules/2/layr",
                "unknown field \"layr\": a field with a similar name exists: \"layer\"; "
                    + MODULE_FIELDS),
            at(6, 71, "/modules/2/layer", "the field \"layer\" appears twice; keep one"),
            at(7, 26, "/modules/2/specifications/0", "write \"XEP-0198\" instead of \"XEP-198\""),
            at(7, 37, "/modules/2/specifications/1", "a XEP's number is from 1 to 9999, not 0"),
            at(
                7,
                49,
                "/modules/2/specifications/2",
                "not a specification: \"BCP 14\"; write XEP-0198 or RFC 6120"),
            at(7, 59, "/modules/2/specifications/3", "expected a string, found a number"),
            at(7, 74, "/modules/2/specifications/5", "\"RFC 1\" appears twice; keep one"),
            at(9, 5, "/modules/3", "expected an object, found a string"),
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
                + ":3:14 /modules/0/name: write the module name \"mod_smacks\" without \"mod_\"");
  }

  @Test
  void keepsTheFirstProblemsAndCountsTheRest() {
    DocumentException e = refusal("{'modules': [" + "\n1,".repeat(10_000) + "1], 'b': 1}");

    assertThat(e.problems()).hasSize(DocumentException.MAX_PROBLEMS);
    assertThat(e.problems().get(0))
        .isEqualTo(at(1, 1, "", "the field \"formatVersion\" is missing"));
    assertThat(last(e.problems()))
        .isEqualTo(at(1000, 1, "/modules/998", "expected an object, found a number"));
    assertThat(e.omitted()).isEqualTo(9_003);
    assertThat(e)
        .hasMessageStartingWith("test: 10003 problems\n")
        .hasMessageEndingWith("\n  and 9003 more");
  }

  @Test
  void keepsMessagesAboutLongTextsShort() {
    String huge = "x".repeat(10_000_000);
    for (String field : List.of("name", "layer", "stability", "specifications")) {
      String value = field.equals("specifications") ? "['" + huge + "']" : "'" + huge + "'";
      DocumentException e =
          refusal("{'formatVersion': 1, 'modules': [{'" + field + "': " + value + "}]}");

      assertThat(e.getMessage()).as(field).hasSizeLessThan(800).contains("x".repeat(60) + "…");
    }
    assertThat(refusal("{'" + huge + "': 1}").getMessage())
        .isEqualTo(
            "test: 1 problem\n  test:1:10000004 too long: Name length (10000000) exceeds the"
                + " maximum allowed (50000)");
    assertThat(refusal("{'" + huge.substring(0, 50_000) + "': 1}").getMessage())
        .hasSizeLessThan(500);
  }

  @Test
  void keepsMessagesAboutOddTextsOnOneLine() {
    DocumentException e =
        refusal("{'\\n\\u001b\\u2028': 1, 'modules': [{'name': '\\r\\n\\u202e'}]}");

    assertThat(e.problems().get(1).pointer()).isEqualTo("/\n\u001b\u2028");
    assertThat(e.problems().get(1))
        .hasToString(
            "1:2 /\\u000A\\u001B\\u2028: unknown field \"\\u000A\\u001B\\u2028\": choose from"
                + " formatVersion, modules, knowledge");
    assertThat(last(e.problems()))
        .hasToString("1:44 /modules/0/name: \"\\u000D\\u000A\\u202E\"" + NO_NAME);
  }
}
