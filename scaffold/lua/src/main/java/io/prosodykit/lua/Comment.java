package io.prosodykit.lua;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Wraps prose into comment lines. */
final class Comment {
  private static final int WIDTH = 97;
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private int columns;

  private Comment() {}

  static String of(String text) {
    Comment comment = new Comment();
    for (String paragraph : LINE_END.split(text, -1)) {
      WORDS.split(paragraph).forEach(word -> comment.addWord(visible(word)));
      comment.endLine();
    }
    return String.join("\n", comment.lines);
  }

  private static String visible(String word) {
    StringBuilder visible = new StringBuilder();
    word.codePoints()
        .forEach(
            codePoint -> {
              if (VisibleText.isInvisible(codePoint) || LuaText.isSurrogate(codePoint)) {
                visible.append(String.format("U+%04X", codePoint));
              } else {
                visible.appendCodePoint(codePoint);
              }
            });
    return visible.toString();
  }

  private void addWord(String word) {
    int width = word.codePointCount(0, word.length());
    if (columns > 0 && columns + 1 + width > WIDTH) {
      endLine();
    }
    if (columns > 0) {
      line.append(' ');
      columns++;
    }
    // a word wider than a line is cut, because linters complain about long lines
    int from = 0;
    for (; width > WIDTH; width -= WIDTH) {
      int to = word.offsetByCodePoints(from, WIDTH);
      line.append(word, from, to);
      endLine();
      from = to;
    }
    line.append(word, from, word.length());
    columns += width;
  }

  private void endLine() {
    if (line.indexOf("luacheck:") == 0) {
      line.insert("luacheck".length(), ' ');
    }
    lines.add(columns == 0 && line.length() == 0 ? "--" : "-- " + line);
    line.setLength(0);
    columns = 0;
  }
}
