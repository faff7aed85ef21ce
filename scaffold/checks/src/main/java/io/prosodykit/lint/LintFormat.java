package io.prosodykit.lint;

import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * The format in which a report is printed.
 *
 * @since 0.1.0
 */
public enum LintFormat {
  /** For people: each finding with its line of source and a caret. */
  TEXT {
    @Override
    public String print(LintReport report) {
      return TextWriter.write(report);
    }
  },
  /**
   * For programs: one object with {@code targets}, {@code modules}, {@code checked} and {@code
   * findings}.
   */
  JSON {
    @Override
    public String print(LintReport report) {
      return JsonWriter.write(report);
    }
  },
  /** For code scanning: SARIF 2.1.0, the OASIS standard. */
  SARIF {
    @Override
    public String print(LintReport report) {
      return SarifWriter.write(report);
    }
  },
  /** For IDEs and build servers: the XML of Checkstyle. */
  CHECKSTYLE {
    @Override
    public String print(LintReport report) {
      return CheckstyleWriter.write(report);
    }
  };

  /**
   * Reads a format.
   *
   * @param text {@code text}, {@code json}, {@code sarif} or {@code checkstyle}, in any case
   * @return the format
   * @throws IllegalArgumentException for any other text; the message names all formats
   */
  public static LintFormat parse(String text) {
    return EnumNames.parse("format", LintFormat.class, text);
  }

  /**
   * Prints a report.
   *
   * @param report the report
   * @return a text that ends with {@code \n}
   */
  public abstract String print(LintReport report);

  /** {@return the format in lower case} */
  @JsonValue
  @Override
  public String toString() {
    return EnumNames.written(this);
  }
}
