package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.ImmutableGraph;
import io.prosodykit.evidence.ModuleDependency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Follows dependencies depth first, with a stack of its own, so that no chain is too long. */
final class DependencyWalk {
  private final Function<String, Map<String, ModuleDependency.Kind>> needs;
  private final ImmutableGraph.Builder<String> graph =
      GraphBuilder.directed()
          .allowsSelfLoops(true)
          .nodeOrder(ElementOrder.<String>insertion())
          .<String>immutable();
  private final Set<String> done = new LinkedHashSet<>();
  private final Set<String> conditional = new LinkedHashSet<>();
  private final Set<String> soft = new LinkedHashSet<>();
  private final List<ImmutableList<String>> cycles = new ArrayList<>();
  private final List<String> path = new ArrayList<>();

  /** The position of each module on the path. */
  private final Map<String, Integer> places = new HashMap<>();

  private DependencyWalk(Function<String, Map<String, ModuleDependency.Kind>> needs) {
    this.needs = needs;
  }

  /**
   * Follows the dependencies of several modules at once.
   *
   * @param modules where to begin
   * @param needs what a module loads, and how much it needs that, by name
   * @return these modules and all that they pull in, each after what it needs
   */
  static ImmutableSet<String> closure(
      Iterable<String> modules, Function<String, Map<String, ModuleDependency.Kind>> needs) {
    DependencyWalk walk = new DependencyWalk(needs);
    modules.forEach(walk::follow);
    return ImmutableSet.copyOf(walk.done);
  }

  /**
   * Follows dependencies.
   *
   * @param module where to begin
   * @param needs what a module loads, and how much it needs that, by name
   * @param isKnown whether a name is known
   */
  static Requirements of(
      String module,
      Function<String, Map<String, ModuleDependency.Kind>> needs,
      Predicate<String> isKnown) {
    return new DependencyWalk(needs).from(module, isKnown);
  }

  /** Adds a module and all that it needs to the result, unless it is already there. */
  private void follow(String module) {
    if (done.contains(module)) {
      return;
    }
    graph.addNode(module);
    Deque<Iterator<String>> open = new ArrayDeque<>();
    enter(module, open);
    while (!open.isEmpty()) {
      Iterator<String> next = open.getLast();
      if (!next.hasNext()) {
        open.removeLast();
        leave();
      } else {
        String needed = next.next();
        Integer place = places.get(needed);
        if (place != null) {
          addCycle(place, needed);
        } else if (!done.contains(needed)) {
          enter(needed, open);
        }
      }
    }
  }

  private Requirements from(String module, Predicate<String> isKnown) {
    follow(module);
    done.remove(module);
    ImmutableList<String> modules = ImmutableList.copyOf(done);
    return new Requirements(
        module,
        modules,
        graph.build(),
        without(conditional, done),
        without(soft, done),
        Stream.concat(Stream.of(module), modules.stream())
            .filter(isKnown.negate())
            .collect(ImmutableSet.toImmutableSet()),
        ImmutableList.copyOf(cycles));
  }

  private static ImmutableSet<String> without(Set<String> names, Set<String> others) {
    return Sets.difference(names, others).immutableCopy();
  }

  private void enter(String module, Deque<Iterator<String>> open) {
    places.put(module, path.size());
    path.add(module);
    List<String> required = new ArrayList<>();
    needs
        .apply(module)
        .forEach(
            (needed, kind) -> {
              switch (kind) {
                case REQUIRED -> {
                  required.add(needed);
                  graph.putEdge(module, needed);
                }
                case CONDITIONAL -> conditional.add(needed);
                case SOFT -> soft.add(needed);
              }
            });
    open.addLast(required.iterator());
  }

  private void leave() {
    String left = path.remove(path.size() - 1);
    places.remove(left);
    done.add(left);
  }

  private void addCycle(int place, String closing) {
    if (cycles.size() < Requirements.MOST_CYCLES) {
      ImmutableList.Builder<String> cycle = ImmutableList.builder();
      cycles.add(cycle.addAll(path.subList(place, path.size())).add(closing).build());
    }
  }
}
