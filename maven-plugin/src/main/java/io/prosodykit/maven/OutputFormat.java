package io.prosodykit.maven;

/** The form in which a goal prints its answer. */
enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs. */
  JSON,
  /** For spreadsheets. */
  CSV;

  static OutputFormat parse(String text) {
    return Choice.parse(OutputFormat.class, text);
  }
}
