package io.prosodykit.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;
import org.jspecify.annotations.Nullable;

/**
 * A module that another one loads ({@code module:depends}). In JSON, {@code kind} may be omitted if
 * the module is required.
 *
 * @param module its name
 * @param kind how much the other one needs it
 * @since 0.1.0
 */
public record ModuleDependency(String module, Kind kind) {

  /** How much a module needs another one. What needs it most is first. */
  public enum Kind {
    /** It never runs without the other one. */
    REQUIRED,
    /**
     * It loads the other one only under a condition, such as {@code if host_type == "component"}.
     */
    CONDITIONAL,
    /** It also runs without the other one, which Prosody supports since 13.0. */
    SOFT;

    /**
     * Reads a kind.
     *
     * @param text for example {@code soft}
     * @return the kind
     * @throws IllegalArgumentException for any other text; the message names the kinds
     */
    @JsonCreator
    public static Kind parse(String text) {
      return EnumNames.parse("kind", Kind.class, text);
    }

    /**
     * {@return the kind of what is needed in two ways: the one that needs it more}
     *
     * @param other the other way
     */
    public Kind and(Kind other) {
      return compareTo(other) <= 0 ? this : other;
    }

    /** Prints the kind in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }

  @JsonCreator
  static ModuleDependency of(
      @JsonProperty(value = "module", required = true) String module,
      @JsonProperty("kind") @Nullable Kind kind) {
    return new ModuleDependency(module, kind == null ? Kind.REQUIRED : kind);
  }

  /**
   * {@return a module that is required}
   *
   * @param module its name
   */
  public static ModuleDependency on(String module) {
    return new ModuleDependency(module, Kind.REQUIRED);
  }
}
