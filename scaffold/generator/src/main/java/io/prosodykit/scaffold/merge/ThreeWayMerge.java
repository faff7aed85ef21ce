package io.prosodykit.scaffold.merge;

import java.util.List;

/** Merges two versions of a text as git does: changes that touch each other conflict. */
final class ThreeWayMerge {
  private final TextLines base;
  private final Side yours;
  private final Side theirs;
  private final MergedText merged = new MergedText();

  private ThreeWayMerge(TextLines base, TextLines yours, TextLines theirs) {
    this.base = base;
    this.yours = new Side(base, yours);
    this.theirs = new Side(base, theirs);
  }

  static Merge of(String base, String yours, String theirs) {
    List<TextLines> texts = TextLines.of(base, yours, theirs);
    return new ThreeWayMerge(texts.get(0), texts.get(1), texts.get(2)).merge();
  }

  private Merge merge() {
    int done = 0;
    while (yours.hasMore() || theirs.hasMore()) {
      int begin = Math.min(yours.nextBegin(), theirs.nextBegin());
      merged.add(base, done, begin);
      done = takeTouching(begin);
      LineEdit your = yours.taken(begin, done);
      LineEdit their = theirs.taken(begin, done);
      if (!theirs.hasTaken()) {
        merged.add(yours.text, your.beginB(), your.endB());
      } else if (!yours.hasTaken()) {
        merged.add(theirs.text, their.beginB(), their.endB());
      } else {
        addBoth(your, their);
      }
    }
    merged.add(base, done, base.size());
    return merged.end();
  }

  /**
   * Takes the change that begins here and all that touch a taken change of the other side; returns
   * where they end in the base.
   */
  private int takeTouching(int begin) {
    yours.begin(begin);
    theirs.begin(begin);
    boolean isMore = true;
    while (isMore) {
      isMore = yours.takeUpTo(theirs.end) || theirs.takeUpTo(yours.end);
    }
    return Math.max(yours.end, theirs.end);
  }

  /**
   * Adds both versions of the same lines; common lines at the beginning and end are not part of the
   * conflict.
   */
  private void addBoth(LineEdit your, LineEdit their) {
    int most = Math.min(your.lengthB(), their.lengthB());
    int above = 0;
    while (above < most && isSame(your.beginB() + above, their.beginB() + above)) {
      above++;
    }
    int below = 0;
    while (below < most - above && isSame(your.endB() - below - 1, their.endB() - below - 1)) {
      below++;
    }
    int yourEnd = your.endB() - below;
    int theirEnd = their.endB() - below;
    merged.add(yours.text, your.beginB(), your.beginB() + above);
    if (your.beginB() + above < yourEnd || their.beginB() + above < theirEnd) {
      merged.beginConflict();
      merged.add(yours.text, your.beginB() + above, yourEnd);
      merged.separate();
      merged.add(theirs.text, their.beginB() + above, theirEnd);
      merged.endConflict();
    }
    merged.add(yours.text, yourEnd, your.endB());
  }

  private boolean isSame(int yourLine, int theirLine) {
    return yours.text.number(yourLine) == theirs.text.number(theirLine);
  }

  /** One side of the merge, and how far it is merged. */
  private static final class Side {
    private static final int NOTHING = -1;

    private final TextLines text;
    private final List<LineEdit> edits;
    private int firstTaken;
    private int next;

    /** The end of the taken changes in the base; {@link #NOTHING} if none was taken. */
    private int end = NOTHING;

    private Side(TextLines base, TextLines text) {
      this.text = text;
      this.edits = HistogramDiff.between(base, text);
    }

    boolean hasMore() {
      return next < edits.size();
    }

    int nextBegin() {
      return hasMore() ? edits.get(next).beginA() : Integer.MAX_VALUE;
    }

    /** Takes only the change that begins here, if any. */
    void begin(int begin) {
      firstTaken = next;
      end = NOTHING;
      if (nextBegin() == begin) {
        take();
      }
    }

    /** Takes the next change if it does not begin later. */
    boolean takeUpTo(int otherEnd) {
      boolean touches = nextBegin() <= otherEnd;
      if (touches) {
        take();
      }
      return touches;
    }

    private void take() {
      end = edits.get(next).endA();
      next++;
    }

    boolean hasTaken() {
      return end != NOTHING;
    }

    /** {@return this side's version of the lines of the base that contain all taken changes} */
    LineEdit taken(int beginA, int endA) {
      if (!hasTaken()) {
        return new LineEdit(beginA, endA, 0, 0);
      }
      LineEdit first = edits.get(firstTaken);
      LineEdit last = edits.get(next - 1);
      return new LineEdit(
          beginA,
          endA,
          first.beginB() - (first.beginA() - beginA),
          last.endB() + (endA - last.endA()));
    }
  }
}
