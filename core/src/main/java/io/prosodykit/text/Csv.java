package io.prosodykit.text;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Records in the form of RFC 4180, each on one line that ends with a line feed.
 *
 * <p>A spreadsheet takes a cell that begins with one of a few characters as a formula, which can
 * run programs. Such a cell gets an apostrophe in front, which marks text in spreadsheets.
 * Invisible characters, including the ends of lines, are shown as their codes.
 */
public final class Csv {
  /** What begins a formula, also in the full-width form of East Asian input methods. */
  private static final CharMatcher FORMULA = CharMatcher.anyOf("=+-@\uff1d\uff0b\uff0d\uff20");

  private static final CharMatcher QUOTED = CharMatcher.anyOf(",\"");

  private Csv() {}

  /**
   * Writes records.
   *
   * @param records the fields of each
   * @return the lines
   */
  public static String of(List<? extends List<String>> records) {
    StringBuilder text = new StringBuilder();
    for (List<String> record : records) {
      text.append(record.stream().map(Csv::field).collect(Collectors.joining(","))).append('\n');
    }
    return text.toString();
  }

  private static String field(String field) {
    String harmless = harmless(VisibleText.of(field));
    return QUOTED.matchesAnyOf(harmless) ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }

  private static String harmless(String visible) {
    String begin = CharMatcher.whitespace().trimLeadingFrom(visible);
    return !begin.isEmpty() && FORMULA.matches(begin.charAt(0)) ? "'" + visible : visible;
  }
}
