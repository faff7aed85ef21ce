package io.prosodykit.scaffold;

/** What a merge has written so far, with git's marks around conflicts. */
final class MergedText {
  private final StringBuilder text = new StringBuilder();
  private boolean hasConflicts;

  /** Adds lines from one to before another. */
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

  /** What was the last line of a text may have no line feed. */
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
