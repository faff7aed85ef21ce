package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which modules are enabled, given the guide's {@code PROSODY_ENABLE_…} variables, one for each
 * {@link Stability}. In JSON it is an object of these variables.
 *
 * @since 0.1.0
 */
public final class Enablement {
  private static final ImmutableSet<String> ON = ImmutableSet.of("true", "1", "yes", "on");
  private static final ImmutableSet<String> OFF = ImmutableSet.of("false", "0", "no", "off");

  private final ImmutableSet<Stability> enabled;

  private Enablement(Set<Stability> enabled) {
    this.enabled = ImmutableSet.copyOf(enabled);
  }

  /** {@return the guide's defaults: all stabilities enabled except alpha} */
  public static Enablement defaults() {
    return fromEnvironment(ImmutableMap.of());
  }

  /**
   * Reads the variables. One that is not set has its default; variables with other names are
   * ignored.
   *
   * @param environment variables by name, for example {@code System.getenv()}; values are {@code
   *     true}, {@code false}, {@code 1}, {@code 0}, {@code yes}, {@code no}, {@code on} or {@code
   *     off}, in any case
   * @return which modules are enabled
   * @throws EnablementException with every variable that has another value, and for {@code
   *     PROSODY_ENABLE_CORE} set to false, because core modules are always enabled
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Enablement fromEnvironment(Map<String, String> environment) {
    Set<Stability> enabled = EnumSet.noneOf(Stability.class);
    List<String> problems = new ArrayList<>();
    for (Stability stability : Stability.values()) {
      String value = environment.get(stability.variable());
      if (value == null ? stability.enabledByDefault() : isOn(stability, value, problems)) {
        enabled.add(stability);
      }
    }
    if (!problems.isEmpty()) {
      throw new EnablementException(problems);
    }
    return new Enablement(enabled);
  }

  private static boolean isOn(Stability stability, String value, List<String> problems) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean off = OFF.contains(lower);
    if (!off && !ON.contains(lower)) {
      problems.add(
          stability.variable()
              + " is \""
              + VisibleText.brief(value)
              + "\"; set it to true or false (or 1/0, yes/no, on/off)");
    } else if (off && stability == Stability.CORE) {
      problems.add(
          stability.variable()
              + " is \""
              + value
              + "\", but core modules are always on; remove it or set it to true");
    }
    return !off;
  }

  /**
   * {@return whether the modules of a stability are enabled; always true for {@link
   * Stability#CORE}}
   *
   * @param stability the stability
   */
  public boolean isEnabled(Stability stability) {
    return enabled.contains(stability);
  }

  /**
   * {@return whether a module is enabled, which depends on its stability}
   *
   * @param entry the module
   */
  public boolean isEnabled(ModuleEntry entry) {
    return isEnabled(entry.stability());
  }

  /**
   * {@return the variables that give this enablement: each variable with {@code true} or {@code
   * false}, in the order of {@link Stability}}
   */
  @JsonValue
  public ImmutableMap<String, String> variables() {
    ImmutableMap.Builder<String, String> variables = ImmutableMap.builder();
    for (Stability stability : Stability.values()) {
      variables.put(stability.variable(), String.valueOf(isEnabled(stability)));
    }
    return variables.buildOrThrow();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Enablement that && enabled.equals(that.enabled);
  }

  @Override
  public int hashCode() {
    return enabled.hashCode();
  }

  /** Prints the variables with their values. */
  @Override
  public String toString() {
    return variables().toString();
  }
}
