package io.prosodykit.testing;

import java.util.List;
import java.util.Random;

/** Randomly assembled texts, the same ones in every run. */
public final class Pieces {
  private static final int MOST = 40;
  private static final int RUN = 300;

  private final Random random = new Random(1);
  private final List<String> pieces;

  /** Texts of some pieces. */
  public Pieces(List<String> pieces) {
    this.pieces = pieces;
  }

  /** How many texts a test tries: a few, or as many as {@code -Dprosodykit.inputs=1000000} says. */
  public static int inputs() {
    return Integer.getInteger("prosodykit.inputs", 3_000);
  }

  /** The next text: up to 40 pieces, some of them repeated, and sometimes any character. */
  public String next() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(MOST); i >= 0; i--) {
      String piece =
          random.nextInt(10) == 0
              ? String.valueOf((char) random.nextInt(0x3000))
              : pieces.get(random.nextInt(pieces.size()));
      text.append(random.nextInt(20) == 0 ? piece.repeat(random.nextInt(RUN)) : piece);
    }
    return text.toString();
  }
}
