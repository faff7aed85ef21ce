package io.prosodykit.maven;

import com.google.common.collect.ImmutableSortedSet;
import io.prosodykit.text.NearestNames;
import io.prosodykit.text.VisibleText;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The properties on the command line. Maven ignores those that no goal has, and treats an empty one
 * as missing, so a typo would go unnoticed.
 */
final class UserProperties {
  private static final String PREFIX = "prosody.";

  private UserProperties() {}

  /** {@return the properties that the parameters of any goal are read from} */
  static ImmutableSortedSet<String> known(PluginDescriptor plugin) {
    return plugin.getMojos().stream()
        .map(goal -> goal.getMojoConfiguration())
        .flatMap(UserProperties::expressions)
        .filter(expression -> expression.startsWith("${" + PREFIX) && expression.endsWith("}"))
        .map(expression -> expression.substring(2, expression.length() - 1))
        .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
  }

  private static Stream<String> expressions(@Nullable PlexusConfiguration goal) {
    return goal == null
        ? Stream.of()
        : Arrays.stream(goal.getChildren()).map(parameter -> parameter.getValue(""));
  }

  /** Adds an error for each property with our prefix that is empty, or that no goal has. */
  static void check(Properties given, ImmutableSortedSet<String> known, ParameterErrors errors) {
    for (String name : new TreeSet<>(given.stringPropertyNames())) {
      if (!name.startsWith(PREFIX)) {
        continue;
      }
      if (!known.contains(name)) {
        errors.add(unknown(name, known));
      } else if (given.getProperty(name).isBlank()) {
        errors.add(name + ": is empty; omit it, or give it a value");
      }
    }
  }

  private static String unknown(String name, ImmutableSortedSet<String> known) {
    // without the prefix, which would make all names similar
    String similar =
        NearestNames.of(
                name.substring(PREFIX.length()),
                known.stream().map(property -> property.substring(PREFIX.length())).toList())
            .stream()
            .map(property -> "\"" + PREFIX + property + "\"")
            .collect(Collectors.joining(", "));
    return "%s: no goal has this property%s"
        .formatted(
            VisibleText.brief(name),
            similar.isEmpty() ? "" : "; a property with a similar name exists: " + similar);
  }
}
