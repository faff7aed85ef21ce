package io.prosodykit.scaffold;

/**
 * A problem with a specification.
 *
 * @param field the field with the problem, named like the method of {@link ModuleSpecBuilder} or
 *     {@link OptionSpec} that takes the value: {@code name}, {@code version}, {@code options} …
 * @param message a sentence with the value and what would be valid
 * @since 0.1.0
 */
public record SpecProblem(String field, String message) {

  /** {@return the message} */
  @Override
  public String toString() {
    return message;
  }
}
