package io.prosodykit.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Advisory;
import java.util.List;

/**
 * Until when Prosody supports a version, and what is known to be wrong with it.
 *
 * @param until the day, {@code 2026-06-30}, or year and month, {@code 2026-06}, until which Prosody
 *     announced to support the branch; the empty text if nothing is known
 * @param advisories the security advisories on record that affect the version; those of a branch
 *     are those of its newest release on record
 * @since 0.1.0
 */
public record ReleaseSupport(String until, ImmutableList<Advisory> advisories) {

  @JsonCreator
  static ReleaseSupport of(
      @JsonProperty(value = "until", required = true) String until,
      @JsonProperty(value = "advisories", required = true) List<Advisory> advisories) {
    return new ReleaseSupport(until, ImmutableList.copyOf(advisories));
  }
}
