package io.prosodykit.changes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import com.google.common.collect.TreeMultimap;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.Source;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.version.ProsodyVersion;
import java.util.TreeSet;

/** Compares the events that Prosody and the modules that it ships fire. */
final class EventComparison {
  private final Knowledge knowledge;
  private final ServerFacts server;

  EventComparison(ServerFacts server) {
    this.knowledge = server.knowledge();
    this.server = server;
  }

  /**
   * {@return the events that one of two versions fires, by name}
   *
   * @param sources the releases from the time of the second version
   */
  ImmutableList<EventChange> between(
      ProsodyVersion from, ProsodyVersion to, ImmutableList<Source> sources) {
    SetMultimap<String, String> then = fired(from);
    SetMultimap<String, String> now = fired(to);
    return new TreeSet<>(Sets.symmetricDifference(then.keySet(), now.keySet()))
        .stream()
            .map(
                event ->
                    now.containsKey(event)
                        ? change(event, ApiChange.Kind.ADDED, now, sources)
                        : change(event, ApiChange.Kind.GONE, then, sources))
            .collect(toImmutableList());
  }

  private static EventChange change(
      String event,
      ApiChange.Kind kind,
      SetMultimap<String, String> fired,
      ImmutableList<Source> sources) {
    return new EventChange(event, kind, ImmutableList.copyOf(fired.get(event)), sources);
  }

  /** What fires each event in a version. */
  private SetMultimap<String, String> fired(ProsodyVersion version) {
    ProsodyVersion point = knowledge.representative(version).map(Source::version).orElse(version);
    SetMultimap<String, String> fired = TreeMultimap.create();
    server.events().fired().stream()
        .filter(event -> event.holdsOn(point))
        .forEach(event -> fired.put(event.name(), event.by()));
    for (Evidence module : shipped(version)) {
      module.behaviour().fires().stream()
          .filter(event -> knowledge.holds(event, point))
          .forEach(event -> fired.put(event.value(), "mod_" + module.module()));
    }
    return fired;
  }

  private ImmutableList<Evidence> shipped(ProsodyVersion version) {
    return knowledge.modules().stream()
        .flatMap(name -> knowledge.evidence(name).stream())
        .filter(module -> module.presence(version) == Presence.SHIPPED)
        .collect(toImmutableList());
  }
}
