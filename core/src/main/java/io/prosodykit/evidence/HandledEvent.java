package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An event that a module handles ({@code module:hook}).
 *
 * @param name the event, for example {@code message/host}; {@code …} stands for what its source
 *     does not tell
 * @param by the function that hooks it, for example {@code hook_global}; in JSON it may be omitted
 *     if it is {@code hook}
 * @since 0.1.0
 */
public record HandledEvent(String name, String by) {
  /** The function that hooks most events. */
  public static final String HOOK = "hook";

  @JsonCreator
  static HandledEvent of(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty("by") @Nullable String by) {
    return new HandledEvent(name, by == null ? HOOK : by);
  }
}
