package io.prosodykit.scaffold;

/**
 * One thing that is wrong with a specification.
 *
 * @param field what it is wrong with, named like the method of {@link ModuleSpecBuilder} or {@link
 *     OptionSpec} that takes the value: {@code name}, {@code version}, {@code options} …
 * @param message a sentence with the value and what would be right
 */
public record SpecProblem(String field, String message) {

  /** Prints the message. */
  @Override
  public String toString() {
    return message;
  }
}
