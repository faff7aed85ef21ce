package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.text.EnumNames;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An option of a module's configuration, with its type and default value.
 *
 * <p>By convention, the name starts with that of the module: {@code greeter_text} for {@code
 * greeter}. A name consists of at most 64 lower-case letters, digits and underscores, starts with a
 * letter, and is not a keyword of Lua.
 *
 * @since 0.1.0
 */
public final class OptionSpec {
  /** The type of an option. */
  public enum Type {
    /** Text; the default is a {@link String}. */
    STRING("string"),
    /** True or false; the default is a {@link Boolean}. */
    BOOLEAN("boolean"),
    /** A whole number; the default is a {@link Long}. */
    INTEGER("integer"),
    /** Any number; the default is a {@link Double}. */
    NUMBER("number"),
    /** An ordered list of texts; the default is an {@link ImmutableList} of {@link String}. */
    LIST("list of strings"),
    /** One of several texts; the default is a {@link String} among {@link OptionSpec#choices()}. */
    CHOICE("choice"),
    /** A duration in whole seconds; the default is a {@link Duration}. */
    PERIOD("period");

    private final String title;

    Type(String title) {
      this.title = title;
    }

    /** {@return the name of the type for people, for example {@code list of strings}} */
    public String title() {
      return title;
    }

    /** {@return the constant in lower case} */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  private final String name;
  private final Type type;
  private final Object defaultValue;
  private final ImmutableList<String> choices;
  private final String description;

  private OptionSpec(String name, Type type, Object defaultValue) {
    this(name, type, defaultValue, ImmutableList.of(), "");
  }

  private OptionSpec(
      String name,
      Type type,
      Object defaultValue,
      ImmutableList<String> choices,
      String description) {
    this.name = name;
    this.type = type;
    this.defaultValue = defaultValue;
    this.choices = choices;
    this.description = description;
    List<SpecProblem> problems = OptionChecks.of(this);
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("option", problems);
    }
  }

  /**
   * Creates an option that takes text.
   *
   * @param name the option's name
   * @param defaultValue any Unicode text
   * @return the option
   * @throws InvalidSpecException if the name is not a valid option name, or the text is not valid
   *     Unicode
   */
  public static OptionSpec string(String name, String defaultValue) {
    return new OptionSpec(name, Type.STRING, Objects.requireNonNull(defaultValue));
  }

  /**
   * Creates an option that is true or false.
   *
   * @param name the option's name
   * @param defaultValue its value if the configuration does not set it
   * @return the option
   * @throws InvalidSpecException if the name is not a valid option name
   */
  public static OptionSpec bool(String name, boolean defaultValue) {
    return new OptionSpec(name, Type.BOOLEAN, defaultValue);
  }

  /**
   * Creates an option that takes a whole number.
   *
   * @param name the option's name
   * @param defaultValue between -2<sup>53</sup> and 2<sup>53</sup>
   * @return the option
   * @throws InvalidSpecException if the name is not a valid option name, or the number is out of
   *     range
   */
  public static OptionSpec integer(String name, long defaultValue) {
    return new OptionSpec(name, Type.INTEGER, defaultValue);
  }

  /**
   * Creates an option that takes any number.
   *
   * @param name the option's name
   * @param defaultValue a finite number
   * @return the option
   * @throws InvalidSpecException if the name is not a valid option name, or the number is not
   *     finite
   */
  public static OptionSpec number(String name, double defaultValue) {
    return new OptionSpec(name, Type.NUMBER, defaultValue);
  }

  /**
   * Creates an option that takes a list of texts.
   *
   * @param name the option's name
   * @param defaultValue any Unicode texts, or none
   * @return the option
   * @throws InvalidSpecException if the name is not a valid option name, or a text is not valid
   *     Unicode
   */
  public static OptionSpec list(String name, String... defaultValue) {
    return new OptionSpec(name, Type.LIST, ImmutableList.copyOf(defaultValue));
  }

  /**
   * Creates an option that takes one of several texts.
   *
   * @param name the option's name
   * @param defaultValue the text if the configuration does not set it
   * @param others the other texts
   * @return the option
   * @throws InvalidSpecException if the name is not a valid option name, or a text is not valid
   *     Unicode
   */
  public static OptionSpec choice(String name, String defaultValue, String... others) {
    ImmutableList<String> choices =
        ImmutableSet.<String>builder().add(defaultValue).add(others).build().asList();
    return new OptionSpec(name, Type.CHOICE, defaultValue, choices, "");
  }

  /**
   * Creates an option that takes a duration. Modules for Prosody 13.0 accept text such as {@code "1
   * day"} and seconds; modules that also run on older releases accept only seconds.
   *
   * @param name the option's name
   * @param defaultValue at least one second, in whole seconds
   * @return the option
   * @throws InvalidSpecException if the name is not a valid option name, or the duration is not
   *     valid
   */
  public static OptionSpec period(String name, Duration defaultValue) {
    return new OptionSpec(name, Type.PERIOD, defaultValue);
  }

  /**
   * Parses a comma-separated list of options, each {@code NAME:TYPE=DEFAULT} or {@code
   * NAME:TYPE=DEFAULT:DESCRIPTION}: {@code greeter_text:string=hello:What it
   * says,greeter_rooms:list=lobby|garden}.
   *
   * <p>The types are string, boolean, integer, number, list, choice and period; the texts of a list
   * or choice are separated by {@code |}, and the first choice is the default; a period is a number
   * followed by s, min, h, d or w. The first colon after the equals sign starts the description, so
   * a colon in a default must be escaped with a backslash: {@code
   * greeter_url:string=http\://example.org/}. A description of a single word may contain only
   * letters, so that an unescaped address is an error rather than a description.
   *
   * <p>A backslash escapes a comma, colon, bar, backslash or space, and {@code \n} is a line feed.
   * White space around options and descriptions is ignored.
   *
   * @param text the options; none if it is blank
   * @return the options in the given order
   * @throws InvalidSpecException if any of them cannot be parsed; the exception has all problems
   */
  public static ImmutableList<OptionSpec> parseAll(String text) {
    return OptionSyntax.parse(text);
  }

  /**
   * {@return a copy with a description for the module's documentation}
   *
   * @param newDescription Unicode text; empty for none
   * @throws InvalidSpecException if the text is not valid Unicode
   */
  public OptionSpec withDescription(String newDescription) {
    return new OptionSpec(
        name, type, defaultValue, choices, Objects.requireNonNull(newDescription));
  }

  /** {@return a copy that keeps the description of an option if it has none itself} */
  OptionSpec replacing(OptionSpec old) {
    return description.isEmpty() ? withDescription(old.description) : this;
  }

  /** {@return a copy with another name} */
  OptionSpec withName(String newName) {
    return new OptionSpec(newName, type, defaultValue, choices, description);
  }

  /** {@return the name in the configuration, for example {@code greeter_text}} */
  public String name() {
    return name;
  }

  /** {@return the type of the option, which determines the class of {@link #defaultValue()}} */
  public Type type() {
    return type;
  }

  /**
   * {@return the value if the configuration does not set the option, an object of the class that
   * {@link #type()} names}
   */
  public Object defaultValue() {
    return defaultValue;
  }

  /** {@return the allowed texts of a choice, the default first; empty for other types} */
  public ImmutableList<String> choices() {
    return choices;
  }

  /** {@return the description of the option; may be empty} */
  public String description() {
    return description;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OptionSpec that
        && name.equals(that.name)
        && type == that.type
        && defaultValue.equals(that.defaultValue)
        && choices.equals(that.choices)
        && description.equals(that.description);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, defaultValue, choices, description);
  }

  /** {@return name, type and default, for example {@code greeter_text (string, hello)}} */
  @Override
  public String toString() {
    return name + " (" + type.title() + ", " + defaultValue + ")";
  }

  @JsonValue
  Map<String, Object> document() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("type", type.toString());
    json.put(
        "default", defaultValue instanceof Duration period ? period.toSeconds() : defaultValue);
    if (!choices.isEmpty()) {
      json.put("choices", choices);
    }
    json.put("description", description);
    return json;
  }
}
