package io.prosodykit.facts;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.evidence.Sourced;

/**
 * The functions that Prosody still has but that modules should not use. The sources of each are
 * those in which its reason holds.
 *
 * @since 0.1.0
 */
public final class DeprecatedApi {
  private final ImmutableMap<String, Sourced<Deprecation>> functions;
  private final ImmutableMap<String, Sourced<Deprecation>> libraryFunctions;
  private final ImmutableMap<String, Sourced<Deprecation>> providerFunctions;

  DeprecatedApi(
      ImmutableMap<String, Sourced<Deprecation>> functions,
      ImmutableMap<String, Sourced<Deprecation>> libraryFunctions,
      ImmutableMap<String, Sourced<Deprecation>> providerFunctions) {
    this.functions = functions;
    this.libraryFunctions = libraryFunctions;
    this.providerFunctions = providerFunctions;
  }

  /** {@return the functions of {@code module}, by their names without {@code module:}} */
  public ImmutableMap<String, Sourced<Deprecation>> functions() {
    return functions;
  }

  /**
   * {@return the functions of Prosody's libraries: by the library's name before 13.0, a dot, and
   * the function's name, for example {@code core.usermanager.is_admin}}
   */
  public ImmutableMap<String, Sourced<Deprecation>> libraryFunctions() {
    return libraryFunctions;
  }

  /**
   * {@return the functions that a module passes to {@code module:provides}: by what it provides, a
   * dot, and the function's name, for example {@code auth.is_admin}}
   */
  public ImmutableMap<String, Sourced<Deprecation>> providerFunctions() {
    return providerFunctions;
  }

  /**
   * Why modules should not use a function, and what to do instead.
   *
   * @param reason a clause without a full stop that names the function
   * @param replacement a clause without a full stop
   */
  public record Deprecation(String reason, String replacement) {}
}
