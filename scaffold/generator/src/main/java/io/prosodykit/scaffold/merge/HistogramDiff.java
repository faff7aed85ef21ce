package io.prosodykit.scaffold.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The difference between two texts by git's histogram algorithm: the {@linkplain RarestRun rarest
 * lines} that both have stay in place, and the algorithm continues above and below them. A region
 * in which every common line is too frequent is replaced as a whole, without git's fallback, which
 * takes quadratic time.
 */
final class HistogramDiff {
  private final TextLines a;
  private final TextLines b;
  private final List<LineEdit> edits = new ArrayList<>();

  private HistogramDiff(TextLines a, TextLines b) {
    this.a = a;
    this.b = b;
  }

  /**
   * Returns the edits that turn a text into another that was split together with it, from the top
   * down.
   */
  static List<LineEdit> between(TextLines a, TextLines b) {
    HistogramDiff diff = new HistogramDiff(a, b);
    diff.split(diff.withoutCommonEnds());
    diff.moveDown();
    return Collections.unmodifiableList(diff.edits);
  }

  private LineEdit withoutCommonEnds() {
    int most = Math.min(a.size(), b.size());
    int above = 0;
    while (above < most && isCommon(above, above)) {
      above++;
    }
    int below = 0;
    while (below < most - above && isCommon(a.size() - below - 1, b.size() - below - 1)) {
      below++;
    }
    return new LineEdit(above, a.size() - below, above, b.size() - below);
  }

  private boolean isCommon(int lineOfA, int lineOfB) {
    return a.number(lineOfA) == b.number(lineOfB);
  }

  private void split(LineEdit whole) {
    RarestRun runs = new RarestRun(a, b);
    Deque<LineEdit> regions = new ArrayDeque<>();
    regions.push(whole);
    while (!regions.isEmpty()) {
      LineEdit region = regions.pop();
      if (region.lengthA() == 0 || region.lengthB() == 0) {
        if (region.lengthA() + region.lengthB() > 0) {
          edits.add(region);
        }
        continue;
      }
      Optional<LineEdit> found = runs.in(region);
      if (found.isEmpty()) {
        edits.add(region);
        continue;
      }
      LineEdit run = found.get();
      regions.push(new LineEdit(run.endA(), region.endA(), run.endB(), region.endB()));
      regions.push(new LineEdit(region.beginA(), run.beginA(), region.beginB(), run.beginB()));
    }
  }

  /** Like git, moves added or removed lines below equal ones. */
  private void moveDown() {
    int endA = a.size();
    int endB = b.size();
    for (int i = edits.size() - 1; i >= 0; i--) {
      LineEdit edit = edits.get(i);
      int most = Math.min(endA - edit.endA(), endB - edit.endB());
      int moved = 0;
      while (moved < most && repeatsBelow(edit, moved)) {
        moved++;
      }
      LineEdit low = edit.movedDown(moved);
      edits.set(i, low);
      endA = low.beginA();
      endB = low.beginB();
    }
  }

  private boolean repeatsBelow(LineEdit edit, int moved) {
    if (edit.lengthA() == 0) {
      return b.number(edit.beginB() + moved) == b.number(edit.endB() + moved);
    }
    return edit.lengthB() == 0 && a.number(edit.beginA() + moved) == a.number(edit.endA() + moved);
  }
}
