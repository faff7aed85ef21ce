package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import java.util.regex.Pattern;

/**
 * Shortens a text that Lua or Prosody prints to what a person needs: without the places where Lua
 * looked for a library, and without tracebacks.
 */
final class BriefText {
  private static final int MOST_LINES = 20;

  /** The lines after {@code module 'x' not found:}; 0.11 has one of them on the same line. */
  private static final Pattern SEARCH =
      Pattern.compile("\\s*(no file '|no field package\\.|No LuaRocks module found for ).*");

  private static final Pattern LUAROCKS =
      Pattern.compile("(?<=not found:)No LuaRocks module found for .*");

  private static final Pattern TRACEBACK = Pattern.compile("\\s*stack traceback:\\s*");

  /** A line after that one. */
  private static final Pattern CALL =
      Pattern.compile("\\s*(\\[C\\]|\\(\\.\\.\\.tail calls\\.\\.\\.\\)|\\S.*: in |\\.\\.\\.\\t).*");

  private BriefText() {}

  /** {@return the lines that are left: at most 20, and one that says how many more there are} */
  static ImmutableList<String> lines(String text) {
    ImmutableList.Builder<String> kept = ImmutableList.builder();
    int count = 0;
    boolean calls = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      calls = TRACEBACK.matcher(line).matches() || (calls && CALL.matcher(line).matches());
      if (calls || SEARCH.matcher(line).matches()) {
        continue;
      }
      if (++count <= MOST_LINES) {
        kept.add(LUAROCKS.matcher(line).replaceFirst(""));
      }
    }
    if (count > MOST_LINES) {
      kept.add("… and " + (count - MOST_LINES) + " more lines");
    }
    return kept.build();
  }
}
