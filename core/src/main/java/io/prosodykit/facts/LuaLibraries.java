package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What is known about Lua's standard libraries, LuaSocket and LuaSec that matters to a server's
 * modules: what some versions of Lua lack, and what blocks.
 *
 * <p>A function is named by its path: {@code table.unpack}, {@code socket.http.request}.
 *
 * @since 0.1.0
 */
public final class LuaLibraries {
  private final String source;
  private final ImmutableMap<String, Function> functions;
  private final ImmutableMap<String, IgnoredArguments> ignoredArguments;
  private final ImmutableMap<String, BlockingCall> blockingCalls;
  private final ImmutableMap<String, String> sockets;

  LuaLibraries(
      String source,
      ImmutableMap<String, Function> functions,
      ImmutableMap<String, IgnoredArguments> ignoredArguments,
      ImmutableMap<String, BlockingCall> blockingCalls,
      ImmutableMap<String, String> sockets) {
    this.source = source;
    this.functions = functions;
    this.ignoredArguments = ignoredArguments;
    this.blockingCalls = blockingCalls;
    this.sockets = sockets;
  }

  /**
   * {@return the source of the {@linkplain #functions() functions} and of the {@linkplain
   * #ignoredArguments() ignored arguments}: the manuals and interpreters, in words}
   */
  public String source() {
    return source;
  }

  /**
   * {@return the standard functions and tables that some versions of Lua from 5.1 to 5.4 lack, by
   * path, the one that was added first coming first}
   */
  public ImmutableMap<String, Function> functions() {
    return functions;
  }

  /**
   * Finds a standard function or table that some versions of Lua lack.
   *
   * @param path for example {@code table.unpack}
   * @return empty for what all versions have, or none has
   */
  public Optional<Function> find(String path) {
    return Optional.ofNullable(functions.get(path));
  }

  /**
   * {@return whether a version of Lua lacks a standard function or table that another one has;
   * false for what all versions have, or none has}
   *
   * @param path for example {@code table.unpack}
   * @param version for example {@code 5.1}
   */
  public boolean isMissing(String path, String version) {
    Function function = functions.get(path);
    return function != null && !function.versions().contains(version);
  }

  /**
   * {@return the standard functions that ignore the last arguments in some versions of Lua from 5.1
   * to 5.4, by path}
   */
  public ImmutableMap<String, IgnoredArguments> ignoredArguments() {
    return ignoredArguments;
  }

  /** {@return the functions that block the whole server until they return, by path} */
  public ImmutableMap<String, BlockingCall> blockingCalls() {
    return blockingCalls;
  }

  /**
   * {@return the functions that create a socket, which blocks by default: for each path, the manual
   * that says so, in words}
   */
  public ImmutableMap<String, String> sockets() {
    return sockets;
  }

  /**
   * A standard function or table that some versions of Lua lack.
   *
   * @param path for example {@code table.unpack}
   * @param versions those that have it, the oldest first, {@code 5.4}
   * @param replacement what does the same on the others, a clause without a full stop
   */
  public record Function(String path, ImmutableSet<String> versions, Optional<String> replacement) {
    @JsonValue
    ImmutableMap<String, Object> document() {
      ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
      fields.put("path", path).put("versions", versions);
      replacement.ifPresent(clause -> fields.put("replacement", clause));
      return fields.buildOrThrow();
    }
  }

  /**
   * A standard function that ignores the last arguments in some versions of Lua.
   *
   * @param path for example {@code xpcall}
   * @param used the number of arguments that it uses there
   * @param versions those that ignore the others, the oldest first
   * @param replacement what does the same on all, a clause without a full stop
   */
  public record IgnoredArguments(
      String path, int used, ImmutableSet<String> versions, String replacement) {}

  /**
   * A function that blocks the whole server until it returns.
   *
   * @param path for example {@code os.execute}
   * @param replacement what to do instead, a clause without a full stop
   * @param source the manual that says what it does, in words
   */
  public record BlockingCall(String path, String replacement, String source) {}
}
