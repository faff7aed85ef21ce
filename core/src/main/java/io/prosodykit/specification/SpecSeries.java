package io.prosodykit.specification;

import io.prosodykit.text.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A series of numbered specifications. */
enum SpecSeries {
  XEP("a XEP", 9999, "XEP-0198"),
  RFC("an RFC", 99_999, "RFC 6120");

  private final String one;
  private final int last;
  private final String example;
  private final Pattern form;

  SpecSeries(String one, int last, String example) {
    this.one = one;
    this.last = last;
    this.example = example;
    int digits = Integer.toString(last).length();
    this.form = Pattern.compile("(?i:" + name() + ")[- ]?([0-9]{1," + digits + "})");
  }

  /** Refuses numbers that no specification of the series can have. */
  void check(int number) {
    if (number < 1 || number > last) {
      throw new IllegalArgumentException(
          one + "'s number is from 1 to " + last + ", not " + number);
    }
  }

  /** {@return the number in a reference, with any of the usual separators and in any case} */
  int number(String text) {
    Matcher matcher = form.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "not " + one + ": \"" + VisibleText.brief(text) + "\"; write " + example);
    }
    return Integer.parseInt(matcher.group(1));
  }
}
