package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * Something that speaks against modules in a server.
 *
 * @param modules the modules that it concerns, sorted; empty if it cannot be told which
 * @param title what has happened, in one line
 * @param details what the server or a program says of it, in one line or several; perhaps empty
 * @param places the lines of the modules' sources that it names, in its order
 */
public record Complaint(
    ImmutableSet<String> modules, String title, String details, ImmutableList<SourceLine> places) {

  /**
   * Prints the title, the first place and the details, each on lines of their own. Of the details
   * it leaves out tracebacks and where Lua looked for a library, and what is beyond 20 lines.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!modules.isEmpty()) {
      text.append(String.join(", ", modules.stream().map(name -> "mod_" + name).toList()))
          .append(": ");
    }
    text.append(title).append('\n');
    places.stream().limit(1).forEach(place -> text.append("  at ").append(place).append('\n'));
    BriefText.lines(details).forEach(line -> text.append("    ").append(line).append('\n'));
    return text.toString();
  }
}
