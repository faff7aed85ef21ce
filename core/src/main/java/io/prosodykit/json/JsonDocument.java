package io.prosodykit.json;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Consumer;

/** Documents that are an object with a format version. */
public final class JsonDocument {
  private static final String FORMAT_VERSION = "formatVersion";

  private JsonDocument() {}

  /**
   * Reads a document; another format version is a problem.
   *
   * @param version the format version
   * @param fields the other fields
   * @param required those of them that may not be missing
   * @param field gets the name of each of these fields, and reads its value from the input
   */
  public static void read(
      JsonInput in,
      int version,
      List<String> fields,
      List<String> required,
      Consumer<String> field) {
    JsonFields document = in.object(withVersion(fields), withVersion(required));
    while (document.next()) {
      if (document.field().equals(FORMAT_VERSION)) {
        checkVersion(in, version);
      } else {
        field.accept(document.field());
      }
    }
  }

  private static List<String> withVersion(List<String> fields) {
    return ImmutableList.<String>builder().add(FORMAT_VERSION).addAll(fields).build();
  }

  private static void checkVersion(JsonInput in, int version) {
    Integer found = in.integerOrNull();
    if (found != null && found != version) {
      in.problem(
          "the format version is not "
              + version
              + ", the one that this release of prosodykit reads");
    }
  }
}
