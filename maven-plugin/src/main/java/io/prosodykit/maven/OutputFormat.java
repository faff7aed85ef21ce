package io.prosodykit.maven;

import io.prosodykit.catalog.NearestNames;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The form in which a goal prints its answer on standard output, without Maven's log prefixes. */
enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs, in UTF-8. */
  JSON,
  /** For spreadsheets, in UTF-8. */
  CSV;

  static OutputFormat parse(String text) {
    for (OutputFormat format : values()) {
      if (format.toString().equals(text.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    List<String> names = Arrays.stream(values()).map(OutputFormat::toString).toList();
    throw new IllegalArgumentException(
        "unknown format \""
            + text
            + "\""
            + NearestNames.question(NearestNames.of(text, names))
            + "; the formats are "
            + String.join(", ", names));
  }

  /** Prints the answer in this form. */
  void print(Supplier<?> table, Supplier<String> json, Supplier<?> csv) {
    switch (this) {
      case TABLE -> System.out.print(table.get());
      case JSON -> bytes(json.get());
      case CSV -> bytes(csv.get().toString());
    }
    System.out.flush();
  }

  /** Past the encoding of the terminal, for another program reads this. */
  private static void bytes(String document) {
    byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
    System.out.write(utf8, 0, utf8.length);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
