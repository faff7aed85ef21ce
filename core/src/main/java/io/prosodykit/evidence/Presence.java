package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
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
  /**
   * The release does not ship it, and it is one of an organisation's own modules for the release.
   */
  LOCAL,
  /**
   * Nothing is recorded about the release; or it does not ship the module, and no snapshot of its
   * time has all that the community had.
   */
  UNRECORDED,
  /**
   * The release does not ship it, and the community did not have it then: a whole snapshot of that
   * time lacks it, or no snapshot of any time has it.
   */
  ABSENT;

  /**
   * Reads a presence, in any case.
   *
   * @param text for example {@code shipped}
   * @return the presence
   * @throws IllegalArgumentException for any other text
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Presence parse(String text) {
    return EnumNames.parse("presence", Presence.class, text);
  }

  /** {@return whether a server can have the module: whether it is shipped, community's or local} */
  public boolean isAvailable() {
    return this == SHIPPED || this == COMMUNITY || this == LOCAL;
  }

  /** Prints the presence in lower case. */
  @Override
  @JsonValue
  public String toString() {
    return EnumNames.written(this);
  }
}
