package io.prosodykit.maven;

import com.google.common.base.CharMatcher;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.prosodykit.text.VisibleText;
import java.io.StringWriter;
import java.util.Arrays;

/**
 * Records as RFC 4180 has them, each on one line with a line feed at its end.
 *
 * <p>A spreadsheet takes a cell that begins with one of a few characters for a formula, which can
 * run programs. Such a cell gets an apostrophe before it, which spreadsheets take as the mark of
 * text. Characters that nobody sees are shown as their codes.
 */
final class Csv {
  /** What begins a formula, also in the wide form that East Asian input methods give. */
  private static final CharMatcher FORMULA = CharMatcher.anyOf("=+-@\uff1d\uff0b\uff0d\uff20");

  private final StringWriter text = new StringWriter();
  private final CsvWriter writer =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);

  Csv row(String... fields) {
    writer.writeRecord(Arrays.stream(fields).map(Csv::harmless).toList());
    return this;
  }

  private static String harmless(String field) {
    String visible = VisibleText.of(field);
    String begin = CharMatcher.whitespace().trimLeadingFrom(visible);
    return !begin.isEmpty() && FORMULA.matches(begin.charAt(0)) ? "'" + visible : visible;
  }

  /** Prints the records. */
  @Override
  public String toString() {
    return text.toString();
  }
}
