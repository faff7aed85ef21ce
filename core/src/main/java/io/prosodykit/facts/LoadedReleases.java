package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Source;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The releases whose libraries were loaded.
 *
 * @param sources the oldest first
 * @param knowledge what is known about Prosody's releases
 */
record LoadedReleases(ImmutableList<Source> sources, Knowledge knowledge) {
  /**
   * The one that stands for a version: for a release the newest of its branch up to it, else the
   * oldest after it; for a branch its newest; null if none of the branch was loaded.
   */
  @Nullable Source nearest(ProsodyVersion version) {
    ProsodyVersion branch = knowledge.branchOf(version);
    Source nearest = null;
    for (Source source : sources) {
      if (source.release().equals(branch)
          && (nearest == null
              || nearest.version().isBranch()
              || version.isBranch()
              || source.version().compareTo(version) <= 0)) {
        nearest = source;
      }
    }
    return nearest;
  }

  /** Whether what some sources say holds for a version; false if none of its branch was loaded. */
  boolean holds(Collection<Source> saying, ProsodyVersion version) {
    Source release = nearest(version);
    return release != null
        && saying.stream()
            .anyMatch(
                source ->
                    source.equals(release)
                        || (source.version().isBranch()
                            && source.release().equals(release.release())));
  }
}
