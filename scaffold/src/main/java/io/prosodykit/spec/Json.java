package io.prosodykit.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects in JSON whose values are texts, numbers and lists of texts; nulls are left out. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS).build();

  private Json() {}

  /**
   * Reads an object.
   *
   * @throws IOException if the text is not one
   */
  static Map<String, Object> read(String text) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    try (JsonParser json = FACTORY.createParser(text)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_ARRAY) {
          fields.put(name, texts(json));
        } else if (token == JsonToken.START_OBJECT) {
          json.skipChildren();
        } else if (token.isNumeric()) {
          fields.put(name, json.getDoubleValue());
        } else if (token != JsonToken.VALUE_NULL) {
          fields.put(name, json.getText());
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT) {
        throw new IOException("not an object in JSON: " + text);
      }
    }
    return fields;
  }

  private static List<String> texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      texts.add(json.getText());
    }
    return texts;
  }
}
