package io.prosodykit.lint;

/**
 * The part of a line of source that shows a finding.
 *
 * @param text the line; if it is longer than {@value #LONGEST} characters, that many around the
 *     finding, with {@code …} on each side where text is omitted; empty if there is no line
 * @param column where the finding is in the text, in code points from 1
 * @since 0.1.0
 */
public record SourceExcerpt(String text, int column) {
  /** The longest line, in code points, that is shown in full. */
  public static final int LONGEST = 160;

  static final SourceExcerpt NONE = new SourceExcerpt("", 1);
  private static final String CUT = "…";

  /** {@return whether part of the line is omitted} */
  public boolean isCut() {
    return text.codePointCount(0, text.length()) > LONGEST;
  }

  /**
   * Cuts a line.
   *
   * @param text the text that the line is in
   * @param start where the line begins
   * @param end where it ends, without the line terminator
   * @param column the column of the finding, in code points from 1
   */
  static SourceExcerpt of(CodePoints text, int start, int end, int column) {
    int length = text.count(start, end);
    int before = Math.min(column - 1, length);
    if (length <= LONGEST) {
      return new SourceExcerpt(text.substring(start, end), before + 1);
    }
    int cut = Math.max(0, Math.min(before - LONGEST / 2, length - LONGEST));
    int from = text.offset(start, cut);
    String shown = text.substring(from, text.offset(from, LONGEST));
    boolean more = cut + LONGEST < length;
    return new SourceExcerpt(
        (cut > 0 ? CUT : "") + shown + (more ? CUT : ""), before - cut + (cut > 0 ? 2 : 1));
  }
}
