package io.prosodykit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonInput;
import io.prosodykit.problem.DocumentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the files about the server, their schemas and their reader. */
final class ServerDataSchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** The fields that a row may lack. */
  private static final List<String> OPTIONAL =
      List.of(
          "successors",
          "module",
          "remark",
          "stanza",
          "options",
          "perStore",
          "except",
          "from",
          "arity",
          "members",
          "rock",
          "debian",
          "optionalFor",
          "comesWith");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(
      names = {
        "OPTIONS",
        "MODULE_API",
        "LIBRARY_MEMBERS",
        "LOADER",
        "RULES",
        "LUA",
        "EVENTS",
        "NAMESPACES",
        "STAGES",
        "ROCKS"
      })
  void theSchemaIsASchema(DataFile file) throws IOException {
    Schema ofSchemas =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(ofSchemas.validate(schemaOf(file), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "OPTIONS",
        "MODULE_API",
        "LIBRARY_MEMBERS",
        "LOADER",
        "RULES",
        "LUA",
        "EVENTS",
        "NAMESPACES",
        "STAGES",
        "ROCKS"
      })
  void bothAcceptWhatIsShipped(DataFile file) throws IOException {
    String json = new String(file.bytes(), StandardCharsets.UTF_8);

    assertThat(REGISTRY.getSchema(schemaOf(file)).validate(json, InputFormat.JSON)).isEmpty();
    assertThatNoException().isThrownBy(() -> read(file, json));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "OPTIONS",
        "MODULE_API",
        "LIBRARY_MEMBERS",
        "LOADER",
        "RULES",
        "LUA",
        "EVENTS",
        "NAMESPACES",
        "STAGES",
        "ROCKS"
      })
  void bothRefuseMissingFieldsUnknownFieldsAndWrongTypes(DataFile file) throws IOException {
    Schema schema = REGISTRY.getSchema(schemaOf(file));
    ObjectNode shipped = (ObjectNode) MAPPER.readTree(file.bytes());

    List<ObjectNode> broken = broken(shipped);
    broken.add(shipped.deepCopy().put("formatVersion", 2));
    for (Map.Entry<String, JsonNode> table : shipped.properties()) {
      if (table.getValue() instanceof ArrayNode rows && rows.get(0).isObject()) {
        for (ObjectNode row : broken((ObjectNode) rows.get(0))) {
          ObjectNode document = shipped.deepCopy();
          ((ArrayNode) document.get(table.getKey())).set(0, row);
          broken.add(document);
        }
      }
    }

    assertThat(broken).hasSizeGreaterThan(4);
    for (ObjectNode document : broken) {
      String json = document.toString();
      assertThat(schema.validate(json, InputFormat.JSON)).as("the schema on %s", json).isNotEmpty();
      assertThatExceptionOfType(DocumentException.class)
          .as(json)
          .isThrownBy(() -> read(file, json));
    }
  }

  @Test
  void bothRefuseMembersThatAreNone() throws IOException {
    Schema schema = REGISTRY.getSchema(schemaOf(DataFile.LIBRARY_MEMBERS));
    ObjectNode shipped = (ObjectNode) MAPPER.readTree(DataFile.LIBRARY_MEMBERS.bytes());
    ObjectNode member =
        (ObjectNode) shipped.get("libraries").get(0).get("members").get(0).deepCopy();
    List<ObjectNode> broken = broken(member);
    broken.add(member.deepCopy().put("kind", "method"));
    broken.add(member.deepCopy().put("arity", "many"));
    for (ObjectNode row : broken) {
      ObjectNode document = shipped.deepCopy();
      ((ArrayNode) document.get("libraries").get(0).get("members")).set(0, row);
      String json = document.toString();
      assertThat(schema.validate(json, InputFormat.JSON)).as("the schema on %s", row).isNotEmpty();
      assertThatExceptionOfType(DocumentException.class)
          .as("%s", row)
          .isThrownBy(() -> read(DataFile.LIBRARY_MEMBERS, json));
    }
  }

  /** An object with one more field, and for each of its fields, without it and with a boolean. */
  private static List<ObjectNode> broken(ObjectNode object) {
    List<ObjectNode> broken = new ArrayList<>();
    broken.add(object.deepCopy().put("another", "value"));
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      broken.add(object.deepCopy().put(field.getKey(), true));
      if (!OPTIONAL.contains(field.getKey())) {
        ObjectNode lacking = object.deepCopy();
        lacking.remove(field.getKey());
        broken.add(lacking);
      }
    }
    return broken;
  }

  private static void read(DataFile file, String json) {
    if (file == DataFile.LIBRARY_MEMBERS) {
      LibraryReader reader = new LibraryReader();
      JsonInput.read(
          file.toString(), json, DataFile.document(LibraryReader.DOCUMENT, reader::read));
      return;
    }
    TableFile tables = ServerFactsReader.tables(file);
    JsonInput.read(file.toString(), json, DataFile.document(tables.fields(), tables::read));
  }

  private static String schemaOf(DataFile file) throws IOException {
    String name = file.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".schema.json";
    String path = "/io/prosodykit/catalog/data/" + name;
    try (InputStream in = ServerDataSchemaTest.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
