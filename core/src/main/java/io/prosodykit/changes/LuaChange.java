package io.prosodykit.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The versions of Lua that two versions of Prosody run on.
 *
 * @param before those of the first, the oldest first, {@code 5.4}
 * @param after those of the second
 * @since 0.1.0
 */
public record LuaChange(ImmutableList<String> before, ImmutableList<String> after) {

  @JsonCreator
  static LuaChange of(
      @JsonProperty(value = "before", required = true) List<String> before,
      @JsonProperty(value = "after", required = true) List<String> after) {
    return new LuaChange(ImmutableList.copyOf(before), ImmutableList.copyOf(after));
  }

  /** {@return those that the second runs on and the first does not} */
  public ImmutableList<String> added() {
    return without(after, before);
  }

  /** {@return those that the first runs on and the second does not} */
  public ImmutableList<String> gone() {
    return without(before, after);
  }

  private static ImmutableList<String> without(List<String> some, List<String> others) {
    return some.stream()
        .filter(version -> !others.contains(version))
        .collect(ImmutableList.toImmutableList());
  }
}
