package io.prosodykit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON documents (RFC 8259) as maps, lists, texts, longs, doubles and booleans: for what this
 * library's own programs write and read. {@link JsonInput} reads what people write.
 */
public final class Json {
  /** The document is in memory already, so the texts in it may be as long as it is. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private Json() {}

  /**
   * Writes a document with two spaces per level and a line feed at the end.
   *
   * @param document a map, whose keys are written as texts, an iterable, a boolean, an integer, a
   *     long or a double; anything else is written as its text
   * @return the document, with the fields in the map's order
   */
  public static String write(Object document) {
    return JsonOutput.text(out -> out.value(document));
  }

  /**
   * Reads a document.
   *
   * @param text the document, at most 1,000 levels deep
   * @return a map, a list, a text, a long, a double or a boolean
   * @throws IllegalArgumentException if it is not JSON, contains a null or a whole number that does
   *     not fit into a long, or is nested more deeply; the message has line and column
   */
  public static Object read(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return document(parser);
    } catch (IOException e) {
      throw new IllegalStateException("text in memory cannot fail to be read", e);
    }
  }

  private static Object document(JsonParser parser) throws IOException {
    try {
      parser.nextToken();
      Object document = value(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(
            at(parser.currentLocation(), "something follows the document"));
      }
      return document;
    } catch (JsonProcessingException e) {
      // if a limit of the parser is exceeded, the exception has no location
      JsonLocation place = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      throw new IllegalArgumentException(at(place, e.getOriginalMessage()), e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    if (parser.currentToken() == null) {
      throw new IllegalArgumentException(at(parser.currentLocation(), "the document is empty"));
    }
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          parser.nextToken();
          map.put(name, value(parser));
        }
        return map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        return list;
      }
      case VALUE_STRING -> {
        return parser.getText();
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return parser.getBooleanValue();
      }
      case VALUE_NUMBER_INT -> {
        return parser.getLongValue();
      }
      case VALUE_NUMBER_FLOAT -> {
        return parser.getDoubleValue();
      }
      default ->
          throw new IllegalArgumentException(
              at(parser.currentLocation(), "expected a value, not " + parser.currentToken()));
    }
  }

  private static String at(JsonLocation place, String problem) {
    return "%d:%d: %s".formatted(place.getLineNr(), place.getColumnNr(), problem);
  }
}
