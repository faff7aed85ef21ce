package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.LuaText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An option of a module's configuration, with its type and default value.
 *
 * <p>Prosody's convention is that the name begins with the module's: {@code greeter_text} for
 * {@code greeter}. A name has lower-case letters, digits and underscores, at most 64, a letter
 * first, and is no keyword of Lua.
 */
public final class OptionSpec {
  /** What kind of value an option has. */
  public enum Type {
    /** Text; the default is a {@link String}. */
    STRING("string"),
    /** True or false; the default is a {@link Boolean}. */
    BOOLEAN("boolean"),
    /** A whole number; the default is a {@link Long}. */
    INTEGER("integer"),
    /** Any number; the default is a {@link Double}. */
    NUMBER("number"),
    /** Texts in their order; the default is an {@link ImmutableList} of {@link String}. */
    LIST("list of strings"),
    /** One of a few texts; the default is a {@link String} among {@link OptionSpec#choices()}. */
    CHOICE("choice"),
    /** A span of time in whole seconds; the default is a {@link Duration}. */
    PERIOD("period");

    private final String title;

    Type(String title) {
      this.title = title;
    }

    /**
     * Returns the words for people.
     *
     * @return for example {@code list of strings}
     */
    public String title() {
      return title;
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
    List<SpecProblem> problems = new ArrayList<>();
    SpecValidation.name("option", name)
        .ifPresent(problem -> problems.add(new SpecProblem("name", problem)));
    SpecValidation.text("description", description)
        .ifPresent(problem -> problems.add(new SpecProblem("description", problem)));
    defaultProblem().ifPresent(problem -> problems.add(new SpecProblem("defaultValue", problem)));
    if (!problems.isEmpty()) {
      throw new InvalidSpecException("option", problems);
    }
  }

  private Optional<String> defaultProblem() {
    if (defaultValue instanceof Long number && !LuaText.isExact(number)) {
      return Optional.of(
          "default %d is beyond 2^53, where Lua 5.1 no longer tells integers apart"
              .formatted(number));
    }
    if (defaultValue instanceof Double number && !Double.isFinite(number)) {
      return Optional.of("default %s is no finite number".formatted(number));
    }
    if (defaultValue instanceof Duration period
        && (period.isNegative()
            || period.isZero()
            || !Duration.ofSeconds(period.toSeconds()).equals(period))) {
      return Optional.of("default %s is no span of whole seconds".formatted(period));
    }
    return texts().stream()
        .flatMap(text -> SpecValidation.text("default", text).stream())
        .findFirst();
  }

  private List<String> texts() {
    if (defaultValue instanceof ImmutableList<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    return defaultValue instanceof String text && choices.isEmpty() ? List.of(text) : choices;
  }

  /**
   * Makes an option that takes text.
   *
   * @param name the option's name
   * @param defaultValue any Unicode text
   * @return the option
   * @throws InvalidSpecException if the name is no name of an option, or the text not Unicode
   */
  public static OptionSpec string(String name, String defaultValue) {
    return new OptionSpec(name, Type.STRING, Objects.requireNonNull(defaultValue));
  }

  /**
   * Makes an option that is true or false.
   *
   * @param name the option's name
   * @param defaultValue its value where the configuration says nothing
   * @return the option
   * @throws InvalidSpecException if the name is no name of an option
   */
  public static OptionSpec bool(String name, boolean defaultValue) {
    return new OptionSpec(name, Type.BOOLEAN, defaultValue);
  }

  /**
   * Makes an option that takes a whole number.
   *
   * @param name the option's name
   * @param defaultValue between -2<sup>53</sup> and 2<sup>53</sup>
   * @return the option
   * @throws InvalidSpecException if the name is no name of an option, or the number out of range
   */
  public static OptionSpec integer(String name, long defaultValue) {
    return new OptionSpec(name, Type.INTEGER, defaultValue);
  }

  /**
   * Makes an option that takes any number.
   *
   * @param name the option's name
   * @param defaultValue a finite number
   * @return the option
   * @throws InvalidSpecException if the name is no name of an option, or the number not finite
   */
  public static OptionSpec number(String name, double defaultValue) {
    return new OptionSpec(name, Type.NUMBER, defaultValue);
  }

  /**
   * Makes an option that takes a list of texts.
   *
   * @param name the option's name
   * @param defaultValue any Unicode texts, or none
   * @return the option
   * @throws InvalidSpecException if the name is no name of an option, or a text not Unicode
   */
  public static OptionSpec list(String name, String... defaultValue) {
    return new OptionSpec(name, Type.LIST, ImmutableList.copyOf(defaultValue));
  }

  /**
   * Makes an option that takes one of a few texts.
   *
   * @param name the option's name
   * @param defaultValue the text where the configuration says nothing
   * @param others the other texts
   * @return the option
   * @throws InvalidSpecException if the name is no name of an option, or a text not Unicode
   */
  public static OptionSpec choice(String name, String defaultValue, String... others) {
    ImmutableList<String> choices =
        ImmutableSet.<String>builder().add(defaultValue).add(others).build().asList();
    return new OptionSpec(name, Type.CHOICE, defaultValue, choices, "");
  }

  /**
   * Makes an option that takes a span of time. Modules for Prosody 13.0 take it as text like {@code
   * "1 day"} and as seconds, modules that must run on older releases as seconds only.
   *
   * @param name the option's name
   * @param defaultValue at least a second, in whole seconds
   * @return the option
   * @throws InvalidSpecException if the name is no name of an option, or the span no such
   */
  public static OptionSpec period(String name, Duration defaultValue) {
    return new OptionSpec(name, Type.PERIOD, defaultValue);
  }

  /** Adds options to those of a recipe, or gives these other defaults. */
  static ImmutableList<OptionSpec> combined(List<OptionSpec> recipe, List<OptionSpec> given) {
    Map<String, OptionSpec> byName = new LinkedHashMap<>();
    recipe.forEach(option -> byName.put(option.name(), option));
    for (OptionSpec option : given) {
      byName.merge(
          option.name(),
          option,
          (own, other) ->
              other.description().isEmpty() ? other.withDescription(own.description()) : other);
    }
    return ImmutableList.copyOf(byName.values());
  }

  /**
   * Reads options from one text, {@code NAME:TYPE=DEFAULT} or {@code NAME:TYPE=DEFAULT:DESCRIPTION}
   * with commas between: {@code greeter_text:string=hello:What it
   * says,greeter_rooms:list=lobby|garden}.
   *
   * <p>The types are string, boolean, integer, number, list, choice and period; the texts of a list
   * and of a choice have {@code |} between, and the first choice is the default; a period is a
   * number with s, min, h, d or w behind it. The first colon in or behind the default begins the
   * description, so a colon in a default has a backslash before it: {@code
   * greeter_url:string=http\://example.org/}. A description of one word has only letters in it, so
   * that an address without a backslash is an error rather than a description.
   *
   * <p>A backslash takes the meaning from the comma, colon, bar, backslash or space that follows
   * it, and {@code \n} is a line feed. White space around options and descriptions is dropped.
   *
   * @param text the options; none if it is blank
   * @return the options in their order
   * @throws InvalidSpecException if any of them cannot be read; it names all that is wrong
   */
  public static ImmutableList<OptionSpec> parseAll(String text) {
    return OptionSyntax.parse(text);
  }

  /**
   * Copies the option with a description for the module's documentation.
   *
   * @param newDescription Unicode text; empty for none
   * @return the copy
   * @throws InvalidSpecException if the text is not Unicode
   */
  public OptionSpec withDescription(String newDescription) {
    return new OptionSpec(
        name, type, defaultValue, choices, Objects.requireNonNull(newDescription));
  }

  /** Copies the option with another name. */
  OptionSpec withName(String newName) {
    return new OptionSpec(newName, type, defaultValue, choices, description);
  }

  /**
   * Returns the name in the configuration.
   *
   * @return for example {@code greeter_text}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the kind of value.
   *
   * @return which decides the type of {@link #defaultValue()}
   */
  public Type type() {
    return type;
  }

  /**
   * Returns the value where the configuration says nothing.
   *
   * @return an object of the class that {@link #type()} names
   */
  public Object defaultValue() {
    return defaultValue;
  }

  /**
   * Returns the texts that a choice can have.
   *
   * @return the default first; empty for other types
   */
  public ImmutableList<String> choices() {
    return choices;
  }

  /**
   * Returns what the option is for.
   *
   * @return empty if nobody said
   */
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

  /** Prints name, type and default, for example {@code greeter_text (string, hello)}. */
  @Override
  public String toString() {
    return name + " (" + type.title() + ", " + defaultValue + ")";
  }
}
