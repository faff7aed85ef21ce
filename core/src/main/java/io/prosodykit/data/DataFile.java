package io.prosodykit.data;

import io.prosodykit.json.JsonDocument;
import io.prosodykit.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A file of the catalogue data, found beside this library on the class or module path. */
public enum DataFile {
  STATEMENTS("statements.json"),
  COMPLIANCE("compliance.json"),
  MODULES("modules.json"),
  GUIDE("guide.json"),
  MORE_MODULES("more-modules.json"),
  PRESENCE("presence.json"),
  MORE_PRESENCE("more-presence.json"),
  FACTS("facts.json"),
  MORE_FACTS("more-facts.json"),
  RELEASES("releases.json"),
  LAYERS("layers.json"),
  XEPS("xeps.json"),
  OPTIONS("options.json"),
  MODULE_API("module-api.json"),
  LIBRARY_MEMBERS("library-members.json"),
  LOADER("loader.json"),
  RULES("rules.json"),
  LUA("lua.json"),
  EVENTS("events.json"),
  NAMESPACES("namespaces.json"),
  STAGES("stages.json"),
  ROCKS("rocks.json"),
  STACK("stack.json");

  private static final int FORMAT_VERSION = 1;
  private static final String FOLDER = "io/prosodykit/catalog/data/";

  private final String file;

  DataFile(String file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @param fields its fields, without the format version
   * @param reader gets the name of each field, and reads its value
   */
  public void read(List<String> fields, BiConsumer<String, JsonInput> reader) {
    JsonInput.read(file, bytes(), document(fields, reader));
  }

  /** Reads a document of the form that all these files have. */
  public static Consumer<JsonInput> document(
      List<String> fields, BiConsumer<String, JsonInput> reader) {
    return in -> {
      JsonDocument document = new JsonDocument(in, FORMAT_VERSION, fields, fields);
      while (document.next()) {
        reader.accept(document.field(), in);
      }
    };
  }

  public byte[] bytes() {
    try (InputStream in = DataFile.class.getClassLoader().getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException(
            FOLDER + file + " is missing: add prosodykit-catalog-data to the class or module path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
