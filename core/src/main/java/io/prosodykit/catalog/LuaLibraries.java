package io.prosodykit.catalog;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What is known of Lua's standard libraries, LuaSocket and LuaSec, as far as a server's modules
 * have to mind it: what not every version of Lua has, and what waits.
 *
 * <p>A function is called by its path: {@code table.unpack}, {@code socket.http.request}.
 */
public final class LuaLibraries {
  private final String source;
  private final ImmutableMap<String, Function> functions;
  private final ImmutableMap<String, BlockingCall> blockingCalls;
  private final ImmutableMap<String, String> sockets;

  LuaLibraries(
      String source,
      ImmutableMap<String, Function> functions,
      ImmutableMap<String, BlockingCall> blockingCalls,
      ImmutableMap<String, String> sockets) {
    this.source = source;
    this.functions = functions;
    this.blockingCalls = blockingCalls;
    this.sockets = sockets;
  }

  /**
   * Returns where the {@linkplain #functions() functions} are from.
   *
   * @return the manuals and interpreters, in words
   */
  public String source() {
    return source;
  }

  /**
   * Returns the standard functions and tables that not every version of Lua from 5.1 to 5.4 has.
   *
   * @return by path, the oldest first
   */
  public ImmutableMap<String, Function> functions() {
    return functions;
  }

  /**
   * Finds a standard function or table that not every version of Lua has.
   *
   * @param path for example {@code table.unpack}
   * @return empty for what all versions have, and for what none has
   */
  public Optional<Function> find(String path) {
    return Optional.ofNullable(functions.get(path));
  }

  /**
   * Tells whether a version of Lua lacks a standard function or table that another one has.
   *
   * @param path for example {@code table.unpack}
   * @param version for example {@code 5.1}
   * @return false for what all versions have, and for what none has
   */
  public boolean isMissing(String path, String version) {
    Function function = functions.get(path);
    return function != null && !function.versions().contains(version);
  }

  /**
   * Returns the functions that stop the whole server until they are done.
   *
   * @return by path
   */
  public ImmutableMap<String, BlockingCall> blockingCalls() {
    return blockingCalls;
  }

  /**
   * Returns the functions that make a socket, which waits until it is told otherwise.
   *
   * @return the manual that says so, in words, by path
   */
  public ImmutableMap<String, String> sockets() {
    return sockets;
  }

  /**
   * A standard function or table that not every version of Lua has.
   *
   * @param path for example {@code table.unpack}
   * @param versions those that have it, the oldest first, {@code 5.4}
   * @param replacement what does the same on the others, a clause without a full stop
   */
  public record Function(
      String path, ImmutableSet<String> versions, Optional<String> replacement) {}

  /**
   * A function that stops the whole server until it is done.
   *
   * @param path for example {@code os.execute}
   * @param replacement what to do instead, a clause without a full stop
   * @param source the manual that says what it does, in words
   */
  public record BlockingCall(String path, String replacement, String source) {}
}
