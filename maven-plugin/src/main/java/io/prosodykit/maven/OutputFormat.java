package io.prosodykit.maven;

import io.prosodykit.text.EnumNames;

/** The format of a goal's output. */
enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs. */
  JSON,
  /** For spreadsheets. */
  CSV,
  /** For pages and tickets. */
  MARKDOWN;

  static OutputFormat parse(String text) {
    return EnumNames.parse("format", OutputFormat.class, text);
  }
}
