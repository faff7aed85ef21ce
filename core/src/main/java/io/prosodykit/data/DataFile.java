package io.prosodykit.data;

import io.prosodykit.json.JsonInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
  LUA("lua.json"),
  EVENTS("events.json"),
  NAMESPACES("namespaces.json"),
  STAGES("stages.json");

  private static final String FOLDER = "io/prosodykit/catalog/data/";

  private final String file;

  DataFile(String file) {
    this.file = file;
  }

  public void read(Consumer<JsonInput> document) {
    JsonInput.read(file, bytes(), document);
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
