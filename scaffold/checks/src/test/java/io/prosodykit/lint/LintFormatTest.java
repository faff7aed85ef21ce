package io.prosodykit.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The formats of a report. */
class LintFormatTest {
  private static final String SOURCE =
      "local a = 1\n\tmodule:may(\"<&\\u{1b}[31m>\")\nprint(1) print(2)\n";

  private static LintReport report(Path folder) throws IOException {
    return Modules.lint(folder, "[0.12,13.0]", SOURCE);
  }

  @Test
  void showsPeopleTheLineAndTheColumn(@TempDir Path folder) throws IOException {
    assertThat(LintFormat.TEXT.print(report(folder)))
        .startsWith(
            """
            mod_example.lua:2:2: error: module:may is not in Prosody 0.12 [api-missing-in-target]
                 module:may("<&\\u{1b}[31m>")
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                call it only where it exists: if module.may then … end; or drop the target

            """);
  }

  @Test
  void endsWithTheCounts(@TempDir Path folder) throws IOException {
    assertThat(LintFormat.TEXT.print(report(folder)))
        .endsWith("1 module for Prosody 0.12 and 13.0: 2 errors, 2 warnings, 0 notes\n");
  }

  @Test
  void givesProgramsAllFields(@TempDir Path folder) throws IOException {
    JsonNode root = new ObjectMapper().readTree(LintFormat.JSON.print(report(folder)));

    assertThat(root.path("targets").toString()).isEqualTo("[\"0.12\",\"13.0\"]");
    assertThat(root.path("modules").asInt()).isEqualTo(1);
    JsonNode finding = root.path("findings").path(0);
    assertThat(finding.path("file").asText()).isEqualTo("mod_example.lua");
    assertThat(finding.path("line").asInt()).isEqualTo(2);
    assertThat(finding.path("column").asInt()).isEqualTo(2);
    assertThat(finding.path("endLine").asInt()).isEqualTo(2);
    assertThat(finding.path("endColumn").asInt()).isEqualTo(29);
    assertThat(finding.path("rule").asText()).isEqualTo("api-missing-in-target");
    assertThat(finding.path("severity").asText()).isEqualTo("error");
    assertThat(finding.path("targets").toString()).isEqualTo("[\"0.12\"]");
    assertThat(finding.path("message").asText()).isEqualTo("module:may is not in Prosody 0.12");
    assertThat(finding.path("fix").asText()).isNotBlank();
    assertThat(finding.path("sourceLine").asText()).isEqualTo("\tmodule:may(\"<&\\u{1b}[31m>\")");
  }

  @Test
  void isSarif(@TempDir Path folder) throws IOException {
    Schema schema = sarifSchema();
    String sarif = LintFormat.SARIF.print(report(folder));

    assertThat(schema.validate(sarif, InputFormat.JSON)).isEmpty();
    JsonNode run = new ObjectMapper().readTree(sarif).path("runs").path(0);
    assertThat(run.path("results")).hasSize(4);
    assertThat(run.path("tool").path("driver").path("rules")).hasSize(LintRule.values().length);
    for (JsonNode rule : run.path("tool").path("driver").path("rules")) {
      assertThat(rule.path("help").path("markdown").asText())
          .as(rule.path("id").asText())
          .contains("```", "Source: ")
          .doesNotContain("## ");
    }
    assertThat(run.path("results").findValuesAsText("uri")).containsOnly("mod_example.lua");
    assertThat(run.findValues("region").get(0).toString())
        .isEqualTo("{\"startLine\":2,\"startColumn\":2,\"endLine\":2,\"endColumn\":29}");
    // the schema refuses something
    List<Error> errors =
        schema.validate(
            sarif.replace("\"level\": \"error\"", "\"level\": \"bad\""), InputFormat.JSON);
    assertThat(errors).isNotEmpty();
  }

  private static Schema sarifSchema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            LintFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(text, InputFormat.JSON);
    }
  }

  @Test
  void isCheckstylesXml(@TempDir Path folder) throws Exception {
    String xml = LintFormat.CHECKSTYLE.print(report(folder));
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();

    assertThat(root.getTagName()).isEqualTo("checkstyle");
    NodeList files = root.getElementsByTagName("file");
    assertThat(files.getLength()).isEqualTo(1);
    assertThat(((Element) files.item(0)).getAttribute("name")).isEqualTo("mod_example.lua");
    NodeList errors = root.getElementsByTagName("error");
    assertThat(errors.getLength()).isEqualTo(4);
    Element first = (Element) errors.item(0);
    assertThat(first.getAttribute("line")).isEqualTo("2");
    assertThat(first.getAttribute("column")).isEqualTo("2");
    assertThat(first.getAttribute("severity")).isEqualTo("error");
    assertThat(first.getAttribute("source")).isEqualTo("prosody.api-missing-in-target");
    assertThat(first.getAttribute("message"))
        .startsWith("module:may is not in Prosody 0.12. Fix: ");
  }

  @Test
  void saysWhichFormatsThereAre() {
    assertThatThrownBy(() -> LintFormat.parse("sarf"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown format \"sarf\": a format with a similar name exists: \"sarif\"; choose from text, json, sarif, checkstyle");
  }
}
