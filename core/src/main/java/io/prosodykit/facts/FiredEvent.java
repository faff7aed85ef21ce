package io.prosodykit.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An event that a part of Prosody other than a module fires. Parts with events of their own, such
 * as {@code net.http}, are included.
 *
 * @param name the event, for example {@code user-deleted}; {@code …} stands for a part of the name
 *     that is computed
 * @param by the library that fires it, by its name before 13.0, for example {@code
 *     core.usermanager}; {@code prosody} for the program that loads them
 * @param versions the versions of Prosody in which it does, from the earliest that is known
 * @since 0.1.0
 */
public record FiredEvent(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String by,
    @JsonProperty(required = true) VersionRange versions) {
  private static final String GAP = "…";

  /**
   * {@return whether this is an event, or may be, because its name is computed}
   *
   * @param event for example {@code item-added/http-provider}
   */
  public boolean matches(String event) {
    return named(name).test(event);
  }

  /** What tells it from the other records. */
  String nameAndPart() {
    return name + "\n" + by;
  }

  /**
   * {@return which events a name may mean that the source of Prosody or of a module tells, perhaps
   * in part}
   *
   * @param name the name, in which {@code …} stands for one character or more
   */
  public static Predicate<String> named(String name) {
    if (!name.contains(GAP)) {
      return name::equals;
    }
    Predicate<String> filled =
        Arrays.stream(name.split(GAP, -1))
            .map(Pattern::quote)
            .collect(Collectors.collectingAndThen(Collectors.joining(".+"), Pattern::compile))
            .asMatchPredicate();
    return filled.or(name::equals);
  }

  /**
   * {@return whether it is fired in a version}
   *
   * @param version a release, or a branch, of which one release is enough; nothing is recorded
   *     about versions before 0.9.13
   */
  public boolean holdsOn(ProsodyVersion version) {
    return OptionNames.reaches(versions, version);
  }
}
