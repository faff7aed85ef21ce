package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.text.EnumNames;
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
  private final DeprecatedApi deprecated;
  private final ImmutableMap<String, Sourced<Integer>> ignoredArguments;
  private final ImmutableMap<String, Sourced<String>> hostFunctions;
  private final ImmutableMap<String, Sourced<String>> newCallbacks;
  private final ImmutableMap<String, Sourced<HookFunction>> hooks;
  private final ImmutableMap<String, Sourced<String>> releaseFields;

  ModuleApi(
      ImmutableMap<String, Sourced<String>> extras,
      ImmutableMap<String, Sourced<String>> functions,
      ImmutableMap<String, Sourced<String>> libraries,
      DeprecatedApi deprecated,
      ImmutableMap<String, Sourced<Integer>> ignoredArguments,
      ImmutableMap<String, Sourced<String>> hostFunctions,
      ImmutableMap<String, Sourced<String>> newCallbacks,
      ImmutableMap<String, Sourced<HookFunction>> hooks,
      ImmutableMap<String, Sourced<String>> releaseFields) {
    this.extras = extras;
    this.functions = functions;
    this.libraries = libraries;
    this.deprecated = deprecated;
    this.ignoredArguments = ignoredArguments;
    this.hostFunctions = hostFunctions;
    this.newCallbacks = newCallbacks;
    this.hooks = hooks;
    this.releaseFields = releaseFields;
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

  /** {@return the functions that Prosody still has but that modules should not use} */
  public DeprecatedApi deprecated() {
    return deprecated;
  }

  /**
   * {@return the functions that ignore the last arguments on some releases: for each function, by
   * its name without {@code module:}, the number of arguments that it uses there} The sources are
   * those that ignore the others.
   */
  public ImmutableMap<String, Sourced<Integer>> ignoredArguments() {
    return ignoredArguments;
  }

  /**
   * {@return the number of arguments that a function uses on the releases on which it ignores the
   * last ones}
   *
   * @param function one of {@link #ignoredArguments()}, without {@code module:}
   * @throws IllegalArgumentException if it ignores none
   */
  public Sourced<Integer> argumentsUsed(String function) {
    Sourced<Integer> found = ignoredArguments.get(function);
    if (found == null) {
      throw new IllegalArgumentException("module:" + function + " ignores no arguments");
    }
    return found;
  }

  /**
   * {@return the names, without {@code module:}, of the functions that return nil in a module that
   * is loaded once for the whole server} The sources are those in which that is so.
   */
  public ImmutableList<Sourced<String>> hostFunctions() {
    return hostFunctions.values().asList();
  }

  /**
   * {@return the functions that a module defines in {@code module} and that only some releases
   * call: for each function, by its name, what does the same on the others, a clause without a full
   * stop} The sources are those that call it.
   */
  public ImmutableMap<String, Sourced<String>> newCallbacks() {
    return newCallbacks;
  }

  /**
   * {@return the functions that register a handler of an event, by their names without {@code
   * module:}} The sources are those that have the function.
   */
  public ImmutableMap<String, Sourced<HookFunction>> hooks() {
    return hooks;
  }

  /**
   * {@return the fields of {@code prosody}, such as {@code prosody.features}, by which code tells
   * releases apart: by the value of those that every release has, by the presence of the others}
   * The sources are those that have the field.
   */
  public ImmutableList<Sourced<String>> releaseFields() {
    return releaseFields.values().asList();
  }

  private static Optional<String> replacement(
      ImmutableMap<String, Sourced<String>> replacements, String name) {
    Sourced<String> found = replacements.get(name);
    return found == null ? Optional.empty() : Optional.of(found.value());
  }

  /**
   * A function that registers a handler of an event.
   *
   * @param name its name without {@code module:}, for example {@code hook}
   * @param takes how it is told which event to handle
   * @param argument the position of the event, or of the tag's namespace, among its arguments, from
   *     1
   */
  public record HookFunction(String name, Takes takes, int argument) {
    /** How a function is told which event to handle. */
    public enum Takes {
      /** By the event's name. */
      EVENT,
      /**
       * By the namespace and the name of an element, from which Prosody derives the event. The
       * namespace may be omitted.
       */
      TAG;

      /** Prints what it takes in lower case. */
      @JsonValue
      @Override
      public String toString() {
        return EnumNames.written(this);
      }
    }
  }
}
