package io.prosodykit.text;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of Markdown, as GitHub, GitLab and Forgejo render it. Invisible characters, including the
 * ends of lines, are shown as their codes; what Markdown or HTML would take for markup is escaped.
 */
public final class MarkdownTable {
  private static final CharMatcher MARKUP = CharMatcher.anyOf("\\`*[]<>&|~#$@:");
  private static final CharMatcher PART_OF_WORD =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));

  private MarkdownTable() {}

  /**
   * Writes a table.
   *
   * @param records the cells of each row, the first of which has the headings
   * @return the lines
   */
  public static String of(List<? extends List<String>> records) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < records.size(); i++) {
      lines.append(line(records.get(i).stream().map(MarkdownTable::text).toList()));
      if (i == 0) {
        lines.append(line(records.get(i).stream().map(heading -> "---").toList()));
      }
    }
    return lines.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /**
   * Writes a text as a part of a line, which renders as the text.
   *
   * @param text any text
   * @return the text, escaped
   */
  public static String text(String text) {
    String visible = VisibleText.of(text);
    StringBuilder escaped = new StringBuilder(visible.length());
    for (int i = 0; i < visible.length(); i++) {
      if (MARKUP.matches(visible.charAt(i)) || isEmphasis(visible, i)) {
        escaped.append('\\');
      }
      escaped.append(visible.charAt(i));
    }
    return escaped.toString();
  }

  /** Whether a character is an underscore that is not within a word, such as an option's name. */
  private static boolean isEmphasis(String text, int at) {
    return text.charAt(at) == '_'
        && (at == 0
            || at == text.length() - 1
            || !PART_OF_WORD.matches(text.charAt(at - 1))
            || !PART_OF_WORD.matches(text.charAt(at + 1)));
  }
}
