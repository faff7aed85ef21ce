package io.prosodykit.specification;

/** The number in the written form of a specification. */
final class SpecNumber {
  private SpecNumber() {}

  /**
   * Reads the name of a series in any case, an optional hyphen or space, and digits.
   *
   * @param series in lower case, for example {@code xep}
   * @param mostDigits the most digits that are allowed
   * @return the number, or -1 for another text
   */
  static int parse(String text, String series, int mostDigits) {
    int start = series.length();
    if (!text.regionMatches(true, 0, series, 0, start)) {
      return -1;
    }
    if (start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == ' ')) {
      start++;
    }
    int digits = text.length() - start;
    if (digits < 1 || digits > mostDigits) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      number = 10 * number + digit - '0';
    }
    return number;
  }
}
