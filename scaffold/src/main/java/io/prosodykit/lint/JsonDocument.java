package io.prosodykit.lint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;

/** Writes JSON into a text; the only class here that knows Jackson. */
final class JsonDocument {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator generator;

  private JsonDocument(JsonGenerator generator) {
    this.generator = generator;
  }

  /** What writes the fields of an object, or the elements of an array. */
  @FunctionalInterface
  interface Part {
    void write(JsonDocument out) throws IOException;
  }

  static String write(Part fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      new JsonDocument(generator).object(fields);
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be written", e);
    }
    return text.append('\n').toString();
  }

  void object(Part fields) throws IOException {
    generator.writeStartObject();
    fields.write(this);
    generator.writeEndObject();
  }

  void object(String name, Part fields) throws IOException {
    generator.writeFieldName(name);
    object(fields);
  }

  void array(String name, Part elements) throws IOException {
    generator.writeArrayFieldStart(name);
    elements.write(this);
    generator.writeEndArray();
  }

  void texts(String name, Iterable<?> texts) throws IOException {
    generator.writeArrayFieldStart(name);
    for (Object text : texts) {
      generator.writeString(text.toString());
    }
    generator.writeEndArray();
  }

  void field(String name, Object text) throws IOException {
    generator.writeStringField(name, text.toString());
  }

  void field(String name, int number) throws IOException {
    generator.writeNumberField(name, number);
  }
}
