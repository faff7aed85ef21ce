package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.graph.ImmutableGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module needs on a server: the modules that it loads ({@code module:depends}), those that
 * these load, and so on.
 *
 * @since 0.1.0
 */
public final class Requirements {
  /** The most cycles that are listed. */
  public static final int MOST_CYCLES = 100;

  private final String module;
  private final ImmutableList<String> modules;
  private final ImmutableGraph<String> graph;
  private final ImmutableSet<String> conditional;
  private final ImmutableSet<String> soft;
  private final ImmutableSet<String> unknown;
  private final ImmutableList<ImmutableList<String>> cycles;

  Requirements(
      String module,
      ImmutableList<String> modules,
      ImmutableGraph<String> graph,
      ImmutableSet<String> conditional,
      ImmutableSet<String> soft,
      ImmutableSet<String> unknown,
      ImmutableList<ImmutableList<String>> cycles) {
    this.module = module;
    this.modules = modules;
    this.graph = graph;
    this.conditional = conditional;
    this.soft = soft;
    this.unknown = unknown;
    this.cycles = cycles;
  }

  /** {@return the module's name} */
  public String module() {
    return module;
  }

  /**
   * {@return the names of all that it pulls in, without itself, in an order in which each follows
   * what it needs; within a cycle the order is that of the names}
   */
  public ImmutableList<String> modules() {
    return modules;
  }

  /** {@return an edge from each module to each that it needs; the module itself is a node} */
  public ImmutableGraph<String> graph() {
    return graph;
  }

  /**
   * {@return the modules that some of them load under a condition only, for example on a component
   * for rooms; not followed}
   */
  public ImmutableSet<String> conditional() {
    return conditional;
  }

  /**
   * {@return the modules that some of them load if available, and run without otherwise, since
   * Prosody 13.0; not followed}
   */
  public ImmutableSet<String> soft() {
    return soft;
  }

  /**
   * {@return those of {@code modules} that the catalogue does not have; all of them and the module
   * itself if nothing is recorded about the version}
   */
  public ImmutableSet<String> unknown() {
    return unknown;
  }

  /**
   * {@return the cycles, each a path from a module back to itself; at most {@value #MOST_CYCLES}}
   */
  public ImmutableList<ImmutableList<String>> cycles() {
    return cycles;
  }

  private List<Object> parts() {
    return List.of(module, modules, graph, conditional, soft, unknown, cycles);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Requirements that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  /**
   * Prints the module and what it needs, for example {@code muc_mam needs muc}, or that this is not
   * known.
   */
  @Override
  public String toString() {
    if (unknown.contains(module)) {
      return "nothing is recorded about what " + module + " needs on that version";
    }
    return module + " needs " + (modules.isEmpty() ? "nothing" : String.join(", ", modules));
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "module",
        module,
        "modules",
        modules,
        "edges",
        graph.edges().stream().map(ImmutableList::copyOf).toList(),
        "conditional",
        conditional,
        "soft",
        soft,
        "unknown",
        unknown,
        "cycles",
        cycles);
  }
}
