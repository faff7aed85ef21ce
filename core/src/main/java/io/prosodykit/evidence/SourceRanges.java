package io.prosodykit.evidence;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Sources as files write them: ids, and ranges of Prosody's releases, {@code 0.12.0..13.0.7}, which
 * stand for all releases on record from the first to the last.
 *
 * @since 0.1.0
 */
public final class SourceRanges {
  private static final String TO = "..";

  private static final class BuiltIn {
    static final SourceRanges RANGES = of(Timeline.builtIn().sources());
  }

  private final ImmutableMap<String, Source> byId;

  /** The ids of the releases, the oldest first. */
  private final ImmutableList<String> releases;

  private SourceRanges(ImmutableMap<String, Source> byId, ImmutableList<String> releases) {
    this.byId = byId;
    this.releases = releases;
  }

  /** {@return the ranges over what comes with this library} */
  public static SourceRanges builtIn() {
    return BuiltIn.RANGES;
  }

  static SourceRanges of(Collection<Source> sources) {
    return new SourceRanges(
        Maps.uniqueIndex(sources, Source::id),
        sources.stream()
            .filter(source -> source.kind() == Source.Kind.RELEASE)
            .sorted(Source.OLDEST_FIRST)
            .map(Source::id)
            .collect(toImmutableList()));
  }

  /**
   * Reads ids and ranges.
   *
   * @param texts for example {@code 2023-02} and {@code 0.12.0..13.0.7}
   * @return the sources, the oldest first
   * @throws IllegalArgumentException if there is no such source, or no such range
   */
  public ImmutableList<Source> read(List<String> texts) {
    List<Source> sources = new ArrayList<>();
    for (String text : texts) {
      int to = text.indexOf(TO);
      if (to < 0) {
        sources.add(source(text));
      } else {
        sources.addAll(range(text, text.substring(0, to), text.substring(to + TO.length())));
      }
    }
    return ImmutableList.sortedCopyOf(Source.OLDEST_FIRST, sources);
  }

  private Source source(String id) {
    Source source = byId.get(id);
    if (source == null) {
      throw new IllegalArgumentException(
          "there is no source \"" + VisibleText.brief(id) + "\" of facts");
    }
    return source;
  }

  private ImmutableList<Source> range(String text, String first, String last) {
    int from = releases.indexOf(source(first).id());
    int to = releases.indexOf(source(last).id());
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException(
          "not a range of releases: \""
              + VisibleText.brief(text)
              + "\"; "
              + (from < 0 ? first : last)
              + " is a snapshot, which is written by itself");
    }
    if (from >= to) {
      throw new IllegalArgumentException(
          "an empty range of releases: \""
              + VisibleText.brief(text)
              + "\"; write the older release first");
    }
    return releases.subList(from, to + 1).stream().map(this::source).collect(toImmutableList());
  }

  /**
   * Writes sources: ranges of releases that follow one another, and the ids of the rest.
   *
   * @param sources the sources, in any order
   * @return what {@link #read} reads as these; releases first, and each the oldest first
   */
  public ImmutableList<String> write(Collection<Source> sources) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    ImmutableList.Builder<String> others = ImmutableList.builder();
    List<Source> run = new ArrayList<>();
    for (Source source : ImmutableList.sortedCopyOf(Source.OLDEST_FIRST, sources)) {
      int place = releases.indexOf(source.id());
      if (place < 0) {
        others.add(source.id());
        continue;
      }
      if (!run.isEmpty() && releases.indexOf(run.get(run.size() - 1).id()) + 1 != place) {
        writeRun(run, texts);
      }
      run.add(source);
    }
    writeRun(run, texts);
    return texts.addAll(others.build()).build();
  }

  private static void writeRun(List<Source> run, ImmutableList.Builder<String> texts) {
    if (!run.isEmpty()) {
      String first = run.get(0).id();
      texts.add(run.size() == 1 ? first : first + TO + run.get(run.size() - 1).id());
      run.clear();
    }
  }
}
