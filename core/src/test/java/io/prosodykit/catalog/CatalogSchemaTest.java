package io.prosodykit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.prosodykit.problem.DocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the schema and the reader: what one accepts, the other accepts.
 *
 * <p>In the documents below, {@code '} stands for a quotation mark.
 */
final class CatalogSchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Schema SCHEMA = REGISTRY.getSchema(data("catalog.schema.json"));

  @Test
  void theSchemaIsASchema() {
    Schema ofSchemas =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(ofSchemas.validate(data("catalog.schema.json"), InputFormat.JSON)).isEmpty();
  }

  @Test
  void acceptsTheShippedCatalogue() {
    assertThat(problems(data("modules.json"))).isEmpty();
  }

  @Test
  void acceptsWhatACatalogueWrites() {
    assertThat(problems(ModuleCatalog.reference().toJson())).isEmpty();
  }

  @Test
  void namesTheLayersAndTheStabilities() {
    assertThat(SCHEMA.getSchemaNode().at("/$defs/layer/enum").valueStream())
        .extracting(node -> node.stringValue())
        .isEqualTo(Layer.ids());
    assertThat(SCHEMA.getSchemaNode().at("/$defs/stability/enum").valueStream())
        .extracting(node -> node.stringValue())
        .isEqualTo(Arrays.stream(Stability.values()).map(Stability::id).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'formatVersion': 1, 'modules': []}",
        "{'modules': [], 'formatVersion': 1}",
        "\uFEFF{'formatVersion': 1, 'modules': []}",
        "{'formatVersion': 1, 'modules': [{'purpose': 'p', 'stability': 'alpha',"
            + " 'layer': '08-integration', 'name': 'a'}]}",
      })
  void bothAcceptADocument(String document) {
    assertBothAccept(quoted(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "1",
        "'catalogue'",
        "{}",
        "{'formatVersion': 1}",
        "{'modules': []}",
        "{'formatVersion': 2, 'modules': []}",
        "{'formatVersion': 0, 'modules': []}",
        "{'formatVersion': -1, 'modules': []}",
        "{'formatVersion': 1.5, 'modules': []}",
        "{'formatVersion': 4294967297, 'modules': []}",
        "{'formatVersion': 18446744073709551617, 'modules': []}",
        "{'formatVersion': '1', 'modules': []}",
        "{'formatVersion': true, 'modules': []}",
        "{'formatVersion': null, 'modules': []}",
        "{'formatVersion': 1, 'modules': {}}",
        "{'formatVersion': 1, 'modules': null}",
        "{'formatVersion': 1, 'modules': [null]}",
        "{'formatVersion': 1, 'modules': [[]]}",
        "{'formatVersion': 1, 'modules': ['smacks']}",
        "{'formatVersion': 1, 'modules': [{}]}",
        "{'formatVersion': 1, 'modules': [], 'Modules': []}",
        "{'formatVersion': 1, 'modules': [], '$schema': 'catalog.schema.json'}",
      })
  void bothRefuseADocument(String document) {
    assertBothRefuse(quoted(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'name': 'smacks'",
        "'name': 's'",
        "'name': '0'",
        "'name': 'mod'",
        "'name': 'a_mod_'",
        "'name': 'modern_', 'specifications': []",
        "'name': 'a123456789b123456789c123456789d123456789e123456789f123456789g123'",
        "'purpose': '.'",
        "'purpose': '  \\t Flüsse\\n\\u0000'",
        "'purpose': '\uD83D\uDE00'",
        "'purpose': '\\ud83d\\ude00'",
        "'purpose': '\u00A0'",
        "'purpose': '\u2007'",
        "'layer': '01-transport'",
        "'layer': '0\\u0031-transport'",
        "'stability': 'official'",
        "'specifications': ['XEP-0001', 'XEP-9999', 'RFC 1', 'RFC 99999', 'RFC 10']",
      })
  void bothAcceptAModuleWith(String fields) {
    assertBothAccept(catalogue(quoted(fields)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'name': ''",
        "'name': '_a'",
        "'name': 'mod_smacks'",
        "'name': 'mod_'",
        "'name': 'Smacks'",
        "'name': 'smacks\\n'",
        "'name': '\\nsmacks'",
        "'name': 'sm-acks'",
        "'name': 'flüsse'",
        "'name': '\u0661'",
        "'name': 'a123456789b123456789c123456789d123456789e123456789f123456789g1234'",
        "'name': 1",
        "'name': null",
        "'name': ['smacks']",
        "'layer': 'stream'",
        "'layer': '02-Stream'",
        "'layer': '02'",
        "'layer': '02-stream\\n'",
        "'layer': 2",
        "'layer': null",
        "'stability': 'Core'",
        "'stability': 'gamma'",
        "'stability': true",
        "'stability': {}",
        "'purpose': ''",
        "'purpose': '   '",
        "'purpose': '\\n\\t\\u000b\\u001c\\u001f\\u1680\\u2000\\u2006\\u2008\\u200a'",
        "'purpose': '\\u2028\\u2029\\u205f\\u3000'",
        "'purpose': 'half \\ud83d'",
        "'purpose': '\\ude00 half'",
        "'purpose': '\\ude00\\ud83d'",
        "'purpose': 3",
        "'purpose': null",
        "'specifications': null",
        "'specifications': 'XEP-0198'",
        "'specifications': {'XEP-0198': true}",
        "'specifications': [198]",
        "'specifications': [null]",
        "'specifications': ['']",
        "'specifications': ['XEP-0000']",
        "'specifications': ['XEP-198']",
        "'specifications': ['XEP-00198']",
        "'specifications': ['XEP-10000']",
        "'specifications': ['xep-0198']",
        "'specifications': ['XEP 0198']",
        "'specifications': ['XEP-0198 ']",
        "'specifications': [' XEP-0198']",
        "'specifications': ['XEP-0198\\n']",
        "'specifications': ['XEP-\u0660\u0661\u0669\u0668']",
        "'specifications': ['RFC 0']",
        "'specifications': ['RFC 06120']",
        "'specifications': ['RFC 100000']",
        "'specifications': ['RFC6120']",
        "'specifications': ['RFC-6120']",
        "'specifications': ['rfc 6120']",
        "'specifications': ['BCP 14']",
        "'specifications': ['XEP-0198', 'RFC 6120', 'XEP-0198']",
        "'depends': []",
        "'Name': 'smacks'",
        "'': ''",
      })
  void bothRefuseAModuleWith(String fields) {
    assertBothRefuse(catalogue(quoted(fields)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "layer", "stability", "purpose"})
  void bothRefuseAModuleWithout(String field) {
    String module = module("").replaceFirst("\"" + field + "\": \"[^\"]*\",?", "");

    assertBothRefuse("{\"formatVersion\": 1, \"modules\": [" + module.replace(", }", "}") + "]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'formatVersion': 1, 'modules': [MODULE, MODULE]}",
        "{'formatVersion': 1, 'formatVersion': 1, 'modules': []}",
        "{'formatVersion': 1, 'modules': [], 'modules': []}",
        "{'formatVersion': 1.0, 'modules': []}",
        "{'formatVersion': 1e0, 'modules': []}",
      })
  void onlyTheReaderRefuses(String document) {
    String json = quoted(document).replace("MODULE", module(""));

    assertThat(problems(json)).isEmpty();
    assertReaderRefuses(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          requiredOptions | {'name': 'a', 'options': ['b'], 'module': 'c', 'in': ['0.12.3..13.0.6', '2025-10']}
          componentsOnly  | {'name': 'a', 'in': ['13.0.6']}
          conflicts       | {'name': 'a', 'instead': 'b', 'reason': 'c', 'by': 'check', 'in': ['13.0.6']}
          coreOptions     | {'name': 'a', 'versions': '[0.12,13.1)'}
          obsoleteOptions | {'name': 'a', 'since': '13.1', 'checked': '[13.1,)', 'successors': ['b'], 'module': 'c', 'remark': 'd'}
          rocks           | {'name': 'a', 'rock': 'b', 'debian': ['c'], 'optionalFor': ['d'], 'comesWith': 'prosody'}
          events          | {'name': 'a', 'kind': 'stanza', 'stanza': 'iq', 'fields': ['b']}
          fired           | {'name': 'a', 'by': 'b', 'versions': '[13.1,)'}
          libraries       | {'name': 'a', 'kind': 'function', 'arity': '2+', 'in': ['13.0.6'], 'members': []}
          libraries       | {'name': 'a', 'kind': 'table', 'in': ['13.0.6'], 'members': [{'name': 'b', 'kind': 'table', 'arity': '', 'in': ['13.0.6']}]}
          """)
  void bothAgreeOnRowsAboutTheServer(String table, String row) throws IOException {
    ObjectNode good = (ObjectNode) MAPPER.readTree(quoted(row));
    assertBothAccept(server(table, good));
    assertBothRefuse(server(table, good.deepCopy().put("another", "value")));
    for (String field : good.propertyStream().map(Map.Entry::getKey).toList()) {
      assertBothRefuse(server(table, good.deepCopy().put(field, true)));
      ObjectNode lacking = good.deepCopy();
      lacking.remove(field);
      String json = server(table, lacking);
      if (problems(json).isEmpty()) {
        assertBothAccept(json);
      } else {
        assertReaderRefuses(json);
      }
    }
  }

  private static String server(String table, ObjectNode row) {
    return quoted(
        "{'formatVersion': 1, 'modules': [], 'knowledge': {'version': 'v', 'asOf': '2027-03-01',"
            + " 'server': {'%s': [%s]}}}".formatted(table, row));
  }

  private static void assertBothAccept(String json) {
    assertThat(problems(json)).as("the schema's view of %s", json).isEmpty();
    ModuleCatalog read = ModuleCatalog.parse(json);
    assertThat(ModuleCatalog.parse(read.toJson())).isEqualTo(read);
  }

  private static void assertBothRefuse(String json) {
    assertThat(problems(json)).as("the schema's view of %s", json).isNotEmpty();
    assertReaderRefuses(json);
  }

  private static void assertReaderRefuses(String json) {
    assertThatExceptionOfType(DocumentException.class)
        .as("the reader's view of %s", json)
        .isThrownBy(() -> ModuleCatalog.parse(json));
  }

  private static List<Error> problems(String json) {
    String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
    return SCHEMA.validate(text, InputFormat.JSON);
  }

  /** A catalogue of one module that is valid except for the given fields. */
  private static String catalogue(String fields) {
    return "{\"formatVersion\": 1, \"modules\": [" + module(fields) + "]}";
  }

  private static String module(String fields) {
    StringBuilder module = new StringBuilder("{");
    for (String good :
        List.of(
            "\"name\": \"good\"",
            "\"layer\": \"02-stream\"",
            "\"stability\": \"core\"",
            "\"purpose\": \"Good\"")) {
      String name = good.substring(0, good.indexOf(':'));
      if (!fields.startsWith(name)) {
        module.append(good).append(", ");
      }
    }
    return fields.isEmpty()
        ? module.delete(module.length() - 2, module.length()).append('}').toString()
        : module.append(fields).append('}').toString();
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static String data(String file) {
    String path = "/io/prosodykit/catalog/data/" + file;
    try (InputStream in = CatalogSchemaTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
