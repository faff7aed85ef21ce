package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact was found: among the modules that a release of Prosody ships, or among the
 * community's modules at some time. In JSON it is its id.
 *
 * @param id the exact release, {@code 0.12.3}, or year and month of the snapshot, {@code 2024-01}
 * @param kind whose modules they are
 * @param release the branch of Prosody; for a snapshot, the one that was current
 * @param date the day of the release or of the snapshot, {@code 2023-02-20}, or year and month if
 *     the day is not known; for 0.9.13, 0.9.14 and 0.10.3, whose dates no source states, a month by
 *     which each was there
 * @param title where it comes from, in words
 * @param isWhole whether a snapshot has all that the community had then, so that what it lacks did
 *     not exist; false for a selection such as Debian's. Of a release, whether all kinds of facts
 *     about its modules are on record; false for 0.9.14 and 0.10.3
 * @since 0.1.0
 */
public record Source(
    String id, Kind kind, ProsodyVersion release, String date, String title, boolean isWhole) {

  /** The oldest branch first, within a branch releases before snapshots, each the oldest first. */
  static final Comparator<Source> OLDEST_FIRST =
      Comparator.comparing(Source::release)
          .thenComparing(Source::kind)
          .thenComparing(Source::version)
          .thenComparing(Source::date)
          .thenComparing(Source::id);

  /**
   * {@return the sources of two collections, each once, in the order of {@link
   * Knowledge#sources()}}
   *
   * @param some sources
   * @param others further sources
   */
  public static ImmutableList<Source> joined(Collection<Source> some, Collection<Source> others) {
    Set<Source> all = new TreeSet<>(OLDEST_FIRST);
    all.addAll(some);
    all.addAll(others);
    return ImmutableList.copyOf(all);
  }

  /** Whose modules a source holds. */
  public enum Kind {
    /** Those that Prosody itself ships. */
    RELEASE,
    /** Those of the community. */
    COMMUNITY,
    /** Those of an organisation, which nobody else has. */
    LOCAL;

    /** Prints the kind in lower case. */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  /**
   * {@return the exact release, {@code 0.12.3}; the branch of a snapshot, or of a source that
   * speaks for all releases of a branch}
   */
  public ProsodyVersion version() {
    return kind == Kind.RELEASE
        ? ProsodyVersion.find(id).filter(exact -> exact.branch().equals(release)).orElse(release)
        : release;
  }

  /**
   * Finds a source of what comes with this library by its id.
   *
   * @param id for example {@code 0.12.3}
   * @return the source
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Source parse(String id) {
    return Optional.ofNullable(Timeline.builtIn().byId().get(id))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no source \"" + VisibleText.brief(id) + "\" of facts"));
  }

  /** {@return the id, which represents the source in JSON, for example {@code 0.12.3}} */
  @JsonValue
  @Override
  public String id() {
    return id;
  }

  // written out: a record's own methods, here and in LocalVariable, cost 2 to 4 % of a fresh linter
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Source that
        && id.equals(that.id)
        && kind == that.kind
        && release.equals(that.release)
        && date.equals(that.date)
        && title.equals(that.title)
        && isWhole == that.isWhole;
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Prints the title and the date, for people. */
  @Override
  public String toString() {
    return title + ", " + date;
  }
}
