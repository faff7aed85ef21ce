package io.prosodykit.scaffold.merge;

/** The text that a merge has written so far, with git's markers around conflicts. */
final class MergedText {
  private final StringBuilder text = new StringBuilder();
  private boolean hasConflicts;

  /** Adds the lines from {@code begin} to before {@code end}. */
  void add(TextLines lines, int begin, int end) {
    for (int i = begin; i < end; i++) {
      addLine(lines.line(i));
    }
  }

  void beginConflict() {
    hasConflicts = true;
    addLine(Merge.BEGIN + "\n");
  }

  void separate() {
    addLine("=======\n");
  }

  void endConflict() {
    addLine(Merge.END + "\n");
  }

  /** The last line of a text may lack a line feed. */
  private void addLine(String line) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    text.append(line);
  }

  Merge end() {
    return new Merge(text.toString(), hasConflicts);
  }
}
