package io.prosodykit.json;

import com.fasterxml.jackson.core.JsonLocation;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.NearestNames;
import java.util.List;

/** The fields of one object, read one after another. */
public final class JsonFields {
  private final JsonInput in;
  private final List<String> known;
  private final List<String> required;
  private final boolean open;
  private final JsonLocation start;

  /** A bit for each known field. */
  private long seen;

  private String field = "";

  /** Reads the fields of the object at the input's position; none if it is not open. */
  JsonFields(JsonInput in, List<String> known, List<String> required, boolean open) {
    this.in = in;
    this.known = known;
    this.required = required;
    this.open = open;
    this.start = in.location();
  }

  /**
   * Goes to the value of the next known field; at the end, reports the required fields that are
   * missing.
   */
  public boolean next() {
    while (open && in.nextField()) {
      field = in.fieldName();
      int index = known.indexOf(field);
      if (index < 0) {
        in.problem(EnumNames.unknown("field", field, known, NearestNames.of(field, known)));
      } else if (isSeen(index)) {
        in.problem("the field \"" + field + "\" appears twice; keep one");
      } else {
        seen |= 1L << index;
        in.enterValue();
        return true;
      }
      in.enterValue();
      in.skip();
    }
    if (open) {
      noteMissing();
    }
    return false;
  }

  private boolean isSeen(int index) {
    return (seen & 1L << index) != 0;
  }

  /** The name of the field whose value is being read. */
  public String field() {
    return field;
  }

  private void noteMissing() {
    for (String name : required) {
      if (!isSeen(known.indexOf(name))) {
        in.problem(start, "the field \"" + name + "\" is missing");
      }
    }
  }
}
