package io.prosodykit.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Set;

/** The fields of one object, read one after the other. */
final class JsonFields {
  private final JsonInput in;
  private final ImmutableSet<String> known;
  private final ImmutableSet<String> required;
  private final boolean open;
  private final JsonLocation start;
  private final Set<String> seen = new HashSet<>();
  private String field = "";

  /** The fields of the object that the input stands on; none if it is not open. */
  JsonFields(
      JsonInput in, ImmutableSet<String> known, ImmutableSet<String> required, boolean open) {
    this.in = in;
    this.known = known;
    this.required = required;
    this.open = open;
    this.start = in.location();
  }

  /** Goes to the next known field's value; at the end notes the required ones that lack. */
  boolean next() {
    while (open && in.nextField()) {
      field = in.fieldName();
      if (!known.contains(field)) {
        in.problem(unknown(field));
      } else if (!seen.add(field)) {
        in.problem("the field \"" + field + "\" stands twice; keep one");
      } else {
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

  /** The name of the field whose value is read now. */
  String field() {
    return field;
  }

  private String unknown(String name) {
    return "unknown field \""
        + VisibleText.brief(name)
        + "\""
        + NearestNames.question(NearestNames.of(name, known))
        + "; the fields here are "
        + String.join(", ", known);
  }

  private void noteMissing() {
    for (String name : required) {
      if (!seen.contains(name)) {
        in.problem(start, "the field \"" + name + "\" is missing");
      }
    }
  }
}
