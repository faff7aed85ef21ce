package io.prosodykit.scaffold.merge;

import java.util.List;

/** The difference between two texts in git's unified format, with three lines of context. */
public final class UnifiedDiff {
  private static final int AROUND = 3;

  private final TextLines before;
  private final TextLines after;
  private final StringBuilder text = new StringBuilder();

  private UnifiedDiff(TextLines before, TextLines after) {
    this.before = before;
    this.after = after;
  }

  /** {@return the changes to a file; an empty text means that the file does not exist} */
  public static String of(String path, String before, String after) {
    List<TextLines> texts = TextLines.of(before, after);
    UnifiedDiff diff = new UnifiedDiff(texts.get(0), texts.get(1));
    diff.text.append("--- ").append(before.isEmpty() ? "/dev/null" : "a/" + path);
    diff.text.append("\n+++ ").append(after.isEmpty() ? "/dev/null" : "b/" + path).append('\n');
    diff.addHunks(HistogramDiff.between(diff.before, diff.after));
    return diff.text.toString();
  }

  private void addHunks(List<LineEdit> edits) {
    int first = 0;
    for (int i = 1; i <= edits.size(); i++) {
      if (i == edits.size() || edits.get(i).beginA() - edits.get(i - 1).endA() > 2 * AROUND) {
        addHunk(edits.subList(first, i));
        first = i;
      }
    }
  }

  private void addHunk(List<LineEdit> edits) {
    LineEdit first = edits.get(0);
    LineEdit last = edits.get(edits.size() - 1);
    int above = Math.min(AROUND, first.beginA());
    int below = Math.min(AROUND, before.size() - last.endA());
    int line = first.beginA() - above;
    text.append("@@ -").append(range(line, last.endA() + below));
    text.append(" +").append(range(first.beginB() - above, last.endB() + below)).append(" @@\n");
    for (LineEdit edit : edits) {
      add(' ', before, line, edit.beginA());
      add('-', before, edit.beginA(), edit.endA());
      add('+', after, edit.beginB(), edit.endB());
      line = edit.endA();
    }
    add(' ', before, line, line + below);
  }

  /** Lines are counted from 1; an empty range is named by the line before it. */
  private static String range(int begin, int end) {
    return switch (end - begin) {
      case 0 -> begin + ",0";
      case 1 -> String.valueOf(end);
      default -> (begin + 1) + "," + (end - begin);
    };
  }

  private void add(char mark, TextLines lines, int begin, int end) {
    for (int i = begin; i < end; i++) {
      String line = lines.line(i);
      text.append(mark).append(line);
      if (!line.endsWith("\n")) {
        text.append("\n\\ No newline at end of file\n");
      }
    }
  }
}
