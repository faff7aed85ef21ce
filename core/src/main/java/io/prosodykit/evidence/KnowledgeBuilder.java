package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link Knowledge} that adds to what comes with this library.
 *
 * @since 0.1.0
 */
public final class KnowledgeBuilder {
  private @Nullable String version;
  private @Nullable LocalDate asOf;
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<ProsodyVersion, Release> releases = new LinkedHashMap<>();
  private final Map<String, Evidence> modules = new LinkedHashMap<>();
  private final Set<String> replaced = new LinkedHashSet<>();

  private @Nullable SourceRanges ranges;

  KnowledgeBuilder() {}

  /**
   * Sets what its makers call it.
   *
   * @param newVersion a line of text, for example {@code our modules 3}
   * @return this builder
   * @throws IllegalArgumentException if it is blank
   */
  public KnowledgeBuilder version(String newVersion) {
    if (newVersion.isBlank()) {
      throw new IllegalArgumentException("a version must have at least one word");
    }
    version = newVersion;
    return this;
  }

  /**
   * Sets the day that it describes.
   *
   * @param day for example 2027-03-01
   * @return this builder
   */
  public KnowledgeBuilder asOf(LocalDate day) {
    asOf = Objects.requireNonNull(day, "day");
    return this;
  }

  /**
   * Adds a source, or replaces the one that has its id.
   *
   * @param source the source
   * @return this builder
   */
  public KnowledgeBuilder source(Source source) {
    sources.put(source.id(), source);
    ranges = null;
    return this;
  }

  /**
   * Adds a branch of Prosody, or replaces what was known about it.
   *
   * @param release the branch
   * @return this builder
   * @throws IllegalArgumentException if it is like a branch of which nothing is known
   */
  public KnowledgeBuilder release(Release release) {
    release.like().ifPresent(this::checkKnown);
    releases.put(release.version(), release);
    return this;
  }

  private void checkKnown(ProsodyVersion branch) {
    if (!releases.containsKey(branch) && !Knowledge.builtIn().branches().contains(branch)) {
      throw new IllegalArgumentException(
          "nothing is known about Prosody "
              + branch
              + ": describe it before the branch that is like it");
    }
  }

  /**
   * Adds evidence about a module to what is known about it.
   *
   * @param evidence the evidence
   * @return this builder
   */
  public KnowledgeBuilder add(Evidence evidence) {
    modules.merge(evidence.module(), evidence, Evidence::plus);
    return this;
  }

  /**
   * Replaces all that is known about a module: it is another one of the same name.
   *
   * @param evidence what holds instead
   * @return this builder
   */
  public KnowledgeBuilder replace(Evidence evidence) {
    modules.put(evidence.module(), evidence);
    replaced.add(evidence.module());
    return this;
  }

  /**
   * Finds a source of this knowledge, or of what comes with this library.
   *
   * @param id for example {@code 0.12.3}
   * @return empty if there is none
   */
  public Optional<Source> findSource(String id) {
    return Optional.ofNullable(sources.get(id)).or(() -> Knowledge.builtIn().findSource(id));
  }

  /** {@return the ranges over the sources of this knowledge and of what comes with this library} */
  public SourceRanges ranges() {
    SourceRanges known = ranges;
    if (known == null) {
      known =
          SourceRanges.of(
              KnowledgeLayer.latest(
                  ReleaseReader.SOURCES, ImmutableList.copyOf(sources.values()), Source::id));
      ranges = known;
    }
    return known;
  }

  /**
   * {@return the knowledge}
   *
   * @throws NullPointerException if the version or the day was not set
   */
  public Knowledge build() {
    return Knowledge.with(
        new KnowledgeLayer(
            Objects.requireNonNull(version, "version"),
            Objects.requireNonNull(asOf, "asOf"),
            ImmutableList.copyOf(sources.values()),
            ImmutableList.copyOf(releases.values()),
            ImmutableMap.copyOf(modules),
            ImmutableSet.copyOf(replaced)));
  }
}
