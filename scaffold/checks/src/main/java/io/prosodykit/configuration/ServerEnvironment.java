package io.prosodykit.configuration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a configuration finds on its server.
 *
 * @param variables the environment variables. {@code CREDENTIALS_DIRECTORY} is the folder of {@code
 *     Credential}
 * @param folders the folders that it may read files in, besides its own, that of {@code
 *     CREDENTIALS_DIRECTORY}, and those below
 * @since 0.1.0
 */
public record ServerEnvironment(
    ImmutableMap<String, String> variables, ImmutableSet<Path> folders) {
  /** No variable, and no folder but that of the configuration. */
  public static final ServerEnvironment EMPTY = of(Map.of());

  /**
   * {@return an environment with variables}
   *
   * @param variables the values of variables by their names
   */
  public static ServerEnvironment of(Map<String, String> variables) {
    return new ServerEnvironment(ImmutableMap.copyOf(variables), ImmutableSet.of());
  }

  /**
   * Reads variables.
   *
   * @param texts each a name, a {@code =} and a value, which may be empty: {@code
   *     DOMAIN=example.org}. A later one replaces an earlier one of the same name
   * @return an environment with them
   * @throws IllegalArgumentException if one has no {@code =}, or nothing before it
   */
  public static ServerEnvironment parse(List<String> texts) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String text : texts) {
      variables.put(text.substring(0, end(text)), text.substring(end(text) + 1));
    }
    return of(variables);
  }

  private static int end(String text) {
    int end = text.indexOf('=');
    if (end < 1) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a variable: write NAME=VALUE, for example DOMAIN=example.org");
    }
    return end;
  }

  /**
   * {@return this environment, in which a configuration may read files in more folders}
   *
   * @param more the folders
   */
  public ServerEnvironment withFolders(Collection<Path> more) {
    return new ServerEnvironment(
        variables, ImmutableSet.<Path>builder().addAll(folders).addAll(more).build());
  }
}
