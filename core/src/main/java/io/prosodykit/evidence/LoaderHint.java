package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A line for Prosody's loader: {@code --% conflicts: mod_flags}.
 *
 * @param key what precedes the colon, for example {@code requires} or {@code conflicts}
 * @param values what follows it
 * @since 0.1.0
 */
public record LoaderHint(String key, ImmutableList<String> values) {
  @JsonCreator
  static LoaderHint of(
      @JsonProperty(value = "key", required = true) String key,
      @JsonProperty(value = "values", required = true) List<String> values) {
    return new LoaderHint(key, ImmutableList.copyOf(values));
  }
}
