package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import io.prosodykit.version.ProsodyVersion;
import java.util.List;

/**
 * A fact, and every source that says so.
 *
 * @param <T> what the fact is
 * @param value the fact
 * @param sources at least one, in the order of {@link Knowledge#sources()}
 * @since 0.1.0
 */
public record Sourced<T>(T value, ImmutableList<Source> sources) {

  @JsonCreator
  static <T> Sourced<T> of(
      @JsonProperty(value = "value", required = true) T value,
      @JsonProperty(value = "sources", required = true) List<Source> sources) {
    return new Sourced<>(value, ImmutableList.copyOf(sources));
  }

  /** {@return the oldest source that says so} */
  public Source first() {
    return sources.get(0);
  }

  /** {@return the newest source that says so} */
  public Source last() {
    return sources.get(sources.size() - 1);
  }

  /**
   * {@return whether the fact holds for a branch of Prosody, because a source of this branch says
   * so}
   *
   * @param branch for example 0.12
   */
  public boolean holdsOn(ProsodyVersion branch) {
    return sources.stream().anyMatch(source -> source.release().equals(branch));
  }

  /** {@return whether the fact holds for every branch on record, so that it tells none apart} */
  @JsonIgnore
  public boolean isOnAllBranches() {
    return ProsodyVersion.BRANCHES.stream().allMatch(this::holdsOn);
  }
}
