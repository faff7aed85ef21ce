package io.prosodykit.facts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Sourced;
import java.util.Optional;

/**
 * What is known about the functions and libraries that Prosody offers to modules, besides the
 * {@linkplain Release lists of each release}.
 *
 * @since 0.1.0
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
   * {@return the names, without {@code module:}, of the functions that {@code module} has on every
   * release although {@linkplain Release#functions() the API} does not list them: {@code log}, of
   * which each module gets its own, {@code hook_stanza}, an alias for old modules, and {@code
   * http_url}, which {@code mod_http} adds}
   */
  public ImmutableList<Sourced<String>> extras() {
    return extras.values().asList();
  }

  /**
   * {@return whether {@code module} has, on every release, a function that the API does not list}
   *
   * @param function its name, without {@code module:}
   */
  public boolean isExtra(String function) {
    return extras.containsKey(function);
  }

  /**
   * {@return the replacements of the functions that Prosody dropped: a clause without a full stop
   * for each function, by its name without {@code module:}} The sources are those that lack the
   * function.
   */
  public ImmutableMap<String, Sourced<String>> droppedFunctions() {
    return functions;
  }

  /**
   * {@return the replacement of a function that Prosody dropped: a clause without a full stop;
   * empty if it was not dropped, or has no replacement}
   *
   * @param function its name, without {@code module:}
   */
  public Optional<String> functionReplacement(String function) {
    return replacement(functions, function);
  }

  /**
   * {@return the replacements of the libraries that Prosody dropped: a clause without a full stop
   * for each library, by its name before 13.0} The sources are those that lack the library.
   */
  public ImmutableMap<String, Sourced<String>> droppedLibraries() {
    return libraries;
  }

  /**
   * {@return the replacement of a library that Prosody dropped: a clause without a full stop; empty
   * if it was not dropped, or has no replacement}
   *
   * @param library its name before 13.0, for example {@code net.httpserver}
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
