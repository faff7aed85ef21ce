package io.prosodykit.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Source;
import java.util.List;

/**
 * An event that Prosody fires in one of two versions only.
 *
 * @param event the event; {@code …} stands for a part of its name that is computed
 * @param kind which version does not fire it
 * @param by what fires it in the other version, sorted: modules as {@code mod_muc}, other parts of
 *     Prosody as {@code core.usermanager}
 * @param sources the releases from the time of the second version
 * @since 0.1.0
 */
public record EventChange(
    String event, ApiChange.Kind kind, ImmutableList<String> by, ImmutableList<Source> sources) {

  @JsonCreator
  static EventChange of(
      @JsonProperty(value = "event", required = true) String event,
      @JsonProperty(value = "kind", required = true) ApiChange.Kind kind,
      @JsonProperty(value = "by", required = true) List<String> by,
      @JsonProperty(value = "sources", required = true) List<Source> sources) {
    return new EventChange(event, kind, ImmutableList.copyOf(by), ImmutableList.copyOf(sources));
  }
}
