package io.prosodykit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.google.common.collect.ImmutableCollection;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a JSON document as text: two spaces per level, {@code \n}, a newline at the end. */
public final class JsonOutput {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator generator;

  private JsonOutput(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Writes a part of a document. */
  @FunctionalInterface
  public interface Part {
    void write(JsonOutput out) throws IOException;
  }

  /** Writes a document that is an object; the part writes its fields. */
  public static String document(Part fields) {
    return text(out -> out.object(fields));
  }

  /** Writes a document; the part writes its one value. */
  static String text(Part document) {
    SegmentedStringWriter text = new SegmentedStringWriter(new BufferRecycler());
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
              .withObjectIndenter(indenter)
              .withArrayIndenter(indenter));
      document.write(new JsonOutput(generator));
      generator.writeRaw('\n');
      generator.flush();
      return text.getAndClear();
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be written", e);
    }
  }

  /**
   * Writes a map, whose keys are written as texts, an iterable, a boolean, an integer, a long, a
   * double or null; anything else is written as its text.
   */
  void value(@Nullable Object value) throws IOException {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof Map<?, ?> map) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> field : map.entrySet()) {
        generator.writeFieldName(field.getKey().toString());
        value(field.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof Iterable<?> list) {
      generator.writeStartArray();
      for (Object item : list) {
        value(item);
      }
      generator.writeEndArray();
    } else if (value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (value instanceof Long number) {
      generator.writeNumber(number);
    } else if (value instanceof Integer number) {
      generator.writeNumber(number);
    } else if (value instanceof Double number) {
      generator.writeNumber(number);
    } else {
      generator.writeString(value.toString());
    }
  }

  public void object(Part fields) throws IOException {
    generator.writeStartObject();
    fields.write(this);
    generator.writeEndObject();
  }

  /** A field with an object; the part writes its fields. */
  public void objectField(String name, Part fields) throws IOException {
    generator.writeFieldName(name);
    object(fields);
  }

  public void field(String name, Object text) throws IOException {
    generator.writeStringField(name, text.toString());
  }

  /** A field with an object, whose values are as in {@link Json#write}. */
  public void field(String name, Map<String, Object> object) throws IOException {
    generator.writeFieldName(name);
    value(object);
  }

  public void field(String name, int number) throws IOException {
    generator.writeNumberField(name, number);
  }

  public void field(String name, boolean value) throws IOException {
    generator.writeBooleanField(name, value);
  }

  /** A field with an array of texts. */
  public void texts(String name, ImmutableCollection<?> texts) throws IOException {
    generator.writeArrayFieldStart(name);
    for (Object text : texts) {
      generator.writeString(text.toString());
    }
    generator.writeEndArray();
  }

  /** A field with an array; the part writes its elements. */
  public void array(String name, Part elements) throws IOException {
    generator.writeArrayFieldStart(name);
    elements.write(this);
    generator.writeEndArray();
  }
}
