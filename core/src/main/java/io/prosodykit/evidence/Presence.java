package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * Where a module is available.
 *
 * @since 0.1.0
 */
public enum Presence {
  /** The release ships it. */
  SHIPPED,
  /** The release does not ship it, and a community snapshot from the time of the release has it. */
  COMMUNITY,
  /** It is known not to be shipped, or not known at all, and no snapshot settles the question. */
  UNRECORDED,
  /** The release does not ship it, and no community snapshot of any time has it. */
  ABSENT;

  /** Prints the presence in lower case. */
  @Override
  @JsonValue
  public String toString() {
    return EnumNames.written(this);
  }
}
