package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the texts that the {@code parseAll} methods of the parts of a module accept. */
final class PartSyntax {
  /** The name of an event may contain colons, so only a number after the last one is a priority. */
  private static final Pattern HOOK =
      Pattern.compile(
          "(?<event>\\S+?)(:(?<priority>[+-]?[0-9]+([.eE][0-9.eE+-]*)?))?(?<server>\\s+on\\s+server)?"
              + "(\\s+requires\\s+(?<action>\\S+))?");

  private PartSyntax() {}

  static HookSpec hook(String text) {
    Matcher matcher = HOOK.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "is not a hook; write EVENT or EVENT:PRIORITY, optionally followed by \"on server\""
              + " and \"requires ACTION\"");
    }
    HookSpec hook = HookSpec.of(matcher.group("event"));
    if (matcher.group("priority") != null) {
      hook = hook.withPriority(priority(matcher.group("priority")));
    }
    if (matcher.group("server") != null) {
      hook = hook.onServer();
    }
    String action = matcher.group("action");
    return action == null ? hook : hook.requiring(action);
  }

  private static int priority(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "priority %s must be a whole number between %d and %d"
              .formatted(VisibleText.brief(text), Integer.MIN_VALUE, Integer.MAX_VALUE),
          e);
    }
  }

  static StoreSpec store(String text) {
    return named(
        text,
        StoreSpec::of,
        (store, type) -> store.withType(EnumNames.parse("type", StoreSpec.Type.class, type)));
  }

  static DependencySpec dependency(String text) {
    return text.endsWith("?")
        ? DependencySpec.on(text.substring(0, text.length() - 1).strip()).softly()
        : DependencySpec.on(text);
  }

  static PermissionSpec permission(String text) {
    return named(text, PermissionSpec::of, PermissionSpec::withRole);
  }

  /** Parses a name, or a name and what follows a colon. */
  private static <T> T named(
      String text, Function<String, T> name, BiFunction<T, String, T> detail) {
    int colon = text.indexOf(':');
    return colon < 0
        ? name.apply(text)
        : detail.apply(
            name.apply(text.substring(0, colon).strip()), text.substring(colon + 1).strip());
  }

  /** Parses comma-separated parts; a trailing comma is allowed. */
  static <T> ImmutableList<T> parseAll(
      String part, String field, String text, Function<String, T> reader) {
    return parseAll(
        part, field, Arrays.stream(text.split(",", -1)).map(String::strip).toList(), reader);
  }

  /** Parses parts, and reports all problems with their places. */
  static <T> ImmutableList<T> parseAll(
      String part, String field, List<String> texts, Function<String, T> reader) {
    ImmutableList.Builder<T> parts = ImmutableList.builder();
    List<SpecProblem> problems = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (text.isEmpty() && i == texts.size() - 1) {
        continue;
      }
      String place = "%s %d, \"%s\": ".formatted(part, i + 1, VisibleText.brief(text));
      try {
        parts.add(reader.apply(text));
      } catch (InvalidSpecException e) {
        e.problems().forEach(problem -> problems.add(new SpecProblem(field, place + problem)));
      } catch (IllegalArgumentException e) {
        problems.add(new SpecProblem(field, place + e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException(field, problems);
    }
    return parts.build();
  }
}
