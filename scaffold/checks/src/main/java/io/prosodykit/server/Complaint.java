package io.prosodykit.server;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;

/**
 * A problem with modules in a server.
 *
 * @param modules the modules that it concerns, sorted; empty if they are not known
 * @param title what happened, in one line
 * @param details what the server or a program says about it, in one or more lines; may be empty
 * @param places the lines of the modules' sources that it names, in its order
 * @since 0.1.0
 */
public record Complaint(
    ImmutableSet<String> modules, String title, String details, ImmutableList<SourceLine> places) {

  /**
   * {@return the title, the first place and the details, each on lines of its own} The details are
   * without tracebacks and the places where Lua looked for a library, and are cut after 20 lines.
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

  @JsonValue
  ImmutableMap<String, Object> document() {
    return ImmutableMap.of(
        "modules",
        modules,
        "title",
        title,
        "details",
        details,
        "places",
        Lists.transform(places, SourceLine::document));
  }
}
