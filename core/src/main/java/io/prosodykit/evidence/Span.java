package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Releases on record, one after another, in which a fact holds.
 *
 * @param first the oldest of them
 * @param last the newest of them
 * @param before the release on record before the first, in which it does not hold; empty if there
 *     is none on record
 * @param after the release on record after the last, in which it does not hold; empty if there is
 *     none on record
 * @since 0.1.0
 */
public record Span(
    ProsodyVersion first,
    ProsodyVersion last,
    Optional<ProsodyVersion> before,
    Optional<ProsodyVersion> after) {

  /** The spans of some releases among those on record, all in order. */
  static List<Span> of(List<ProsodyVersion> holding, List<ProsodyVersion> recorded) {
    List<Span> spans = new ArrayList<>();
    int size = recorded.size();
    for (int from = 0; from < size; from++) {
      if (!holding.contains(recorded.get(from))) {
        continue;
      }
      int to = from;
      while (to + 1 < size && holding.contains(recorded.get(to + 1))) {
        to++;
      }
      spans.add(
          new Span(
              recorded.get(from),
              recorded.get(to),
              from == 0 ? Optional.empty() : Optional.of(recorded.get(from - 1)),
              to + 1 == size ? Optional.empty() : Optional.of(recorded.get(to + 1))));
      from = to;
    }
    return spans;
  }

  /**
   * {@return whether the fact holds since {@link #first()}: it is the first release of a branch, or
   * the release directly before it is on record}
   */
  public boolean isSinceExact() {
    return before.isPresent() && (patch(first) == 0 || follows(first, before.get()));
  }

  /** {@return whether the release directly after {@link #last()} is on record} */
  public boolean isUntilExact() {
    return after.isPresent() && follows(after.get(), last);
  }

  private static boolean follows(ProsodyVersion later, ProsodyVersion earlier) {
    return later.branch().equals(earlier.branch()) && patch(later) == patch(earlier) + 1;
  }

  private static int patch(ProsodyVersion version) {
    OptionalInt patch = version.patch();
    return patch.orElse(0);
  }

  /**
   * Prints the span, for people.
   *
   * @return for example {@code since 0.12.5, until 0.12}, or {@code since between 13.0.1 and
   *     13.0.6}; {@code every release} if it holds in all that are on record
   */
  @Override
  public String toString() {
    if (before.isEmpty() && after.isEmpty()) {
      return "every release";
    }
    String since = before.map(release -> "since " + since(release)).orElse("");
    String until = after.map(release -> "until " + until(release)).orElse("");
    return since + (since.isEmpty() || until.isEmpty() ? "" : ", ") + until;
  }

  private String since(ProsodyVersion earlier) {
    return isSinceExact() ? first.toString() : between(earlier, first);
  }

  private String until(ProsodyVersion later) {
    if (isUntilExact()) {
      return last.toString();
    }
    return later.branch().equals(last.branch()) ? between(last, later) : last.branch().toString();
  }

  private static String between(ProsodyVersion earlier, ProsodyVersion later) {
    return "between " + earlier + " and " + later;
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("first", first).put("last", last);
    before.ifPresent(release -> fields.put("before", release));
    after.ifPresent(release -> fields.put("after", release));
    return fields.buildOrThrow();
  }
}
