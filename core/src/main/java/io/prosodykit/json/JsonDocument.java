package io.prosodykit.json;

import java.util.ArrayList;
import java.util.List;

/** A document that is an object with a format version: its other fields, one after another. */
public final class JsonDocument {
  private static final String FORMAT_VERSION = "formatVersion";

  private final JsonInput in;
  private final int version;
  private final JsonFields fields;

  /**
   * Enters a document; another format version is a problem.
   *
   * @param version the format version
   * @param fields the other fields
   * @param required those of them that may not be missing
   */
  public JsonDocument(JsonInput in, int version, List<String> fields, List<String> required) {
    this.in = in;
    this.version = version;
    this.fields = in.object(withVersion(fields), withVersion(required));
  }

  private static List<String> withVersion(List<String> fields) {
    List<String> all = new ArrayList<>(fields);
    all.add(0, FORMAT_VERSION);
    return all;
  }

  /** Goes to the value of the next field other than the format version. */
  public boolean next() {
    while (fields.next()) {
      if (!field().equals(FORMAT_VERSION)) {
        return true;
      }
      checkVersion();
    }
    return false;
  }

  /** The name of the field whose value is being read. */
  public String field() {
    return fields.field();
  }

  private void checkVersion() {
    Integer found = in.integerOrNull();
    if (found != null && found != version) {
      in.problem(
          "the format version is not "
              + version
              + ", the one that this release of prosodykit reads");
    }
  }
}
