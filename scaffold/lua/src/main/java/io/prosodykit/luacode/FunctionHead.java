package io.prosodykit.luacode;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a function's body.
 *
 * @param begin all before the parameters, for example {@code local function greet}
 * @param name the function's name without that of its table; null if it is anonymous
 * @param isVariadic whether {@code ...} follows the parameters
 * @param documentation a comment before the function; empty if there is none
 */
record FunctionHead(
    String begin,
    @Nullable String name,
    ImmutableList<String> parameters,
    boolean isVariadic,
    String documentation) {
  /** Writes the line, without the documentation. */
  @Override
  public String toString() {
    List<String> varargs = isVariadic ? List.of("...") : List.of();
    return begin + "(" + String.join(", ", Iterables.concat(parameters, varargs)) + ")";
  }
}
