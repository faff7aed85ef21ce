package io.prosodykit.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one document knows.
 *
 * @param version what its makers call it
 * @param asOf the day that it describes
 * @param sources the sources that it adds
 * @param releases the branches that it adds or replaces
 * @param modules the evidence by module
 * @param replaced the modules whose evidence replaces what was known before
 */
record KnowledgeLayer(
    String version,
    LocalDate asOf,
    ImmutableList<Source> sources,
    ImmutableList<Release> releases,
    ImmutableMap<String, Evidence> modules,
    ImmutableSet<String> replaced) {

  /** Adds what this layer knows about a module to what was known. */
  @Nullable Evidence addTo(@Nullable Evidence known, String module) {
    Evidence own = modules.get(module);
    if (own == null) {
      return known;
    }
    return known == null || replaced.contains(module) ? own : known.plus(own);
  }
}
