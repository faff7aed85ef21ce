package io.prosodykit.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Objects in JSON of which texts, truths and numbers are wanted; other values are left out. */
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
        if (token.isStructStart()) {
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
}
