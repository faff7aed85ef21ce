package io.prosodykit.scaffold.merge;

import java.util.Optional;

/**
 * Finds the run of lines that two texts have in common and that is rarest in the first text; of
 * equally rare runs, the longest; of equally long ones, the first. The rarity of a run is that of
 * its rarest line.
 *
 * <p>In a large region, the run nearest the middle takes the place of the first. Else a text in
 * which every second line is different would be split one line at a time, which takes quadratic
 * time.
 */
final class RarestRun {
  /** Lines that a region has more often than this are not considered. */
  private static final int MOST_OFTEN = 64;

  /** A region with more lines in both texts is large. */
  private static final int LARGE = 1_000;

  private static final int NONE = -1;

  private final TextLines a;
  private final TextLines b;

  /** By line number: how often the region of the first text has the line, and where first. */
  private final int[] counts;

  private final int[] firsts;

  /** By position in the first text: where the region has the same line again. */
  private final int[] again;

  private LineEdit region = new LineEdit(0, 0, 0, 0);
  private LineEdit best = region;
  private int rarity;

  RarestRun(TextLines a, TextLines b) {
    this.a = a;
    this.b = b;
    counts = new int[a.numbers()];
    firsts = new int[a.numbers()];
    again = new int[a.size()];
  }

  /** {@return the lines of both texts; empty if no common line is rare enough} */
  Optional<LineEdit> in(LineEdit region) {
    this.region = region;
    best = new LineEdit(0, 0, 0, 0);
    rarity = MOST_OFTEN + 1;
    count();
    int line = region.beginB();
    while (line < region.endB()) {
      line = tryRunsFrom(line);
    }
    forget();
    return rarity > MOST_OFTEN ? Optional.empty() : Optional.of(best);
  }

  private void count() {
    for (int line = region.endA() - 1; line >= region.beginA(); line--) {
      int number = a.number(line);
      again[line] = counts[number] == 0 ? NONE : firsts[number];
      firsts[number] = line;
      counts[number]++;
    }
  }

  private void forget() {
    for (int line = region.beginA(); line < region.endA(); line++) {
      counts[a.number(line)] = 0;
    }
  }

  /** Tries all runs that contain a line of the second text; returns the next line to try. */
  private int tryRunsFrom(int lineOfB) {
    int next = lineOfB + 1;
    int number = b.number(lineOfB);
    if (counts[number] == 0 || counts[number] > rarity) {
      return next;
    }
    int lineOfA = firsts[number];
    while (lineOfA != NONE) {
      LineEdit run = runAround(lineOfA, lineOfB);
      next = Math.max(next, run.endB());
      int lowest = rarityOf(run);
      if (run.lengthA() > best.lengthA() || lowest < rarity || isNearer(run, lowest)) {
        best = run;
        rarity = lowest;
      }
      lineOfA = again[lineOfA];
      while (lineOfA != NONE && lineOfA < run.endA()) {
        lineOfA = again[lineOfA];
      }
    }
    return next;
  }

  /** Whether the region is large, and a run as good as the best one is nearer its middle. */
  private boolean isNearer(LineEdit run, int lowest) {
    return region.lengthA() + region.lengthB() > LARGE
        && lowest == rarity
        && run.lengthA() == best.lengthA()
        && distance(run) < distance(best);
  }

  private int distance(LineEdit run) {
    return Math.abs(run.beginA() - (region.beginA() + region.endA()) / 2);
  }

  private LineEdit runAround(int lineOfA, int lineOfB) {
    int above = 0;
    int mostAbove = Math.min(lineOfA - region.beginA(), lineOfB - region.beginB());
    while (above < mostAbove && a.number(lineOfA - above - 1) == b.number(lineOfB - above - 1)) {
      above++;
    }
    int length = 1;
    int most = Math.min(region.endA() - lineOfA, region.endB() - lineOfB);
    while (length < most && a.number(lineOfA + length) == b.number(lineOfB + length)) {
      length++;
    }
    return new LineEdit(lineOfA - above, lineOfA + length, lineOfB - above, lineOfB + length);
  }

  private int rarityOf(LineEdit run) {
    int lowest = MOST_OFTEN + 1;
    for (int line = run.beginA(); line < run.endA() && lowest > 1; line++) {
      lowest = Math.min(lowest, counts[a.number(line)]);
    }
    return lowest;
  }
}
