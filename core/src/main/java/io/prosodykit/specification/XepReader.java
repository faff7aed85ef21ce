package io.prosodykit.specification;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import java.util.List;

/** Reads the XEP registry of the catalogue data. */
final class XepReader {
  private static final List<String> DOCUMENT = List.of("xeps");
  private static final List<String> XEP = List.of("number", "title", "status", "type");

  private XepReader() {}

  static ImmutableMap<XepRef, Xep> read() {
    ImmutableMap.Builder<XepRef, Xep> xeps = ImmutableMap.builder();
    DataFile.XEPS.read(
        DOCUMENT,
        (field, in) -> {
          JsonElements elements = in.elements();
          while (elements.next()) {
            Xep xep = xep(in);
            xeps.put(xep.ref(), xep);
          }
        });
    return xeps.buildOrThrow();
  }

  private static Xep xep(JsonInput in) {
    int number = 0;
    String title = "";
    String status = "";
    String type = "";
    JsonFields fields = in.object(XEP, XEP);
    while (fields.next()) {
      switch (fields.field()) {
        case "number" -> number = in.integer();
        case "title" -> title = in.text();
        case "status" -> status = in.text();
        default -> type = in.text();
      }
    }
    return new Xep(XepRef.of(number), title, status, type);
  }
}
