package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * What is known of the functions and libraries that modules find in Prosody, beside the {@linkplain
 * Release lists of each release}.
 */
public final class ModuleApi {
  private final ImmutableMap<String, Sourced<String>> extras;
  private final ImmutableMap<String, Sourced<String>> functions;
  private final ImmutableMap<String, Sourced<String>> libraries;

  ModuleApi(
      ImmutableMap<String, Sourced<String>> extras,
      ImmutableMap<String, Sourced<String>> functions,
      ImmutableMap<String, Sourced<String>> libraries) {
    this.extras = extras;
    this.functions = functions;
    this.libraries = libraries;
  }

  /**
   * Returns the functions that {@code module} has on every release although {@linkplain
   * Release#functions() the API} does not list them: {@code log}, which each module gets of its
   * own, {@code hook_stanza}, an alias for old modules, and {@code http_url}, which {@code
   * mod_http} adds.
   *
   * @return their names, without {@code module:}
   */
  public ImmutableList<Sourced<String>> extras() {
    return extras.values().asList();
  }

  /**
   * Tells whether {@code module} has a function on every release that the API does not list.
   *
   * @param function its name, without {@code module:}
   * @return whether it is among the {@linkplain #extras() extras}
   */
  public boolean isExtra(String function) {
    return extras.containsKey(function);
  }

  /**
   * Returns what does the work of the functions that Prosody dropped. The sources are those that
   * lack the function.
   *
   * @return a clause without a full stop for each function, by its name without {@code module:}
   */
  public ImmutableMap<String, Sourced<String>> droppedFunctions() {
    return functions;
  }

  /**
   * Returns what does the work of a function that Prosody dropped.
   *
   * @param function its name, without {@code module:}
   * @return a clause without a full stop; empty if it was not dropped, or nothing does its work
   */
  public Optional<String> functionReplacement(String function) {
    return replacement(functions, function);
  }

  /**
   * Returns what does the work of the libraries that Prosody dropped. The sources are those that
   * lack the library.
   *
   * @return a clause without a full stop for each library, by its name before 13.0
   */
  public ImmutableMap<String, Sourced<String>> droppedLibraries() {
    return libraries;
  }

  /**
   * Returns what does the work of a library that Prosody dropped.
   *
   * @param library its name before 13.0, for example {@code net.httpserver}
   * @return a clause without a full stop; empty if it was not dropped, or nothing does its work
   */
  public Optional<String> libraryReplacement(String library) {
    return replacement(libraries, library);
  }

  private static Optional<String> replacement(
      ImmutableMap<String, Sourced<String>> replacements, String name) {
    Sourced<String> found = replacements.get(name);
    return found == null ? Optional.empty() : Optional.of(found.value());
  }
}
