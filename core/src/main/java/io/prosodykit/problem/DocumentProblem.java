package io.prosodykit.problem;

import io.prosodykit.text.VisibleText;

/**
 * One thing that is wrong in a catalogue file.
 *
 * @param pointer the JSON pointer (RFC 6901) of the value, empty for the document itself
 * @param line the line, from 1
 * @param column the column in UTF-16 units, from 1
 * @param message what is wrong there and what would be right
 * @since 0.1.0
 */
public record DocumentProblem(String pointer, int line, int column, String message) {
  /**
   * Prints {@code line:column pointer: message} on one line, as in {@code 3:14 /modules/0/layer:
   * …}. A long pointer is cut, and control characters in it are made visible.
   */
  @Override
  public String toString() {
    return line
        + ":"
        + column
        + " "
        + (pointer.isEmpty() ? "" : VisibleText.brief(pointer) + ": ")
        + message;
  }
}
