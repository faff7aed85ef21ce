package io.prosodykit.maven;

import com.google.common.base.CharMatcher;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.prosodykit.text.VisibleText;
import java.io.StringWriter;
import java.util.List;

/**
 * Records in the form of RFC 4180, each on one line that ends with a line feed.
 *
 * <p>A spreadsheet takes a cell that begins with one of a few characters as a formula, which can
 * run programs. Such a cell gets an apostrophe in front, which marks text in spreadsheets.
 * Invisible characters are shown as their codes.
 */
final class Csv {
  /** What begins a formula, also in the full-width form of East Asian input methods. */
  private static final CharMatcher FORMULA = CharMatcher.anyOf("=+-@\uff1d\uff0b\uff0d\uff20");

  private Csv() {}

  /** Writes records. */
  static String of(List<? extends List<String>> records) {
    StringWriter text = new StringWriter();
    CsvWriter writer =
        CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(text);
    records.forEach(record -> writer.writeRecord(record.stream().map(Csv::harmless).toList()));
    return text.toString();
  }

  private static String harmless(String field) {
    String visible = VisibleText.of(field);
    String begin = CharMatcher.whitespace().trimLeadingFrom(visible);
    return !begin.isEmpty() && FORMULA.matches(begin.charAt(0)) ? "'" + visible : visible;
  }
}
