package io.prosodykit.testing;

import com.google.common.collect.ImmutableList;
import io.prosodykit.text.VisibleText;
import java.util.Random;

/**
 * Random mutations of texts, the same in each run.
 *
 * <p>A build tries a few of them. {@code -Dprosodykit.inputs=1000000} tries more, and {@code
 * -Dprosodykit.seed=2} others.
 */
public final class Mutations {
  private static final long FEW = 1_000;
  private static final int LONGEST = 2_000;
  private static final int MOST_CHANGES = 8;
  private static final int FEW_COPIES = 4;
  private static final int MOST_COPIES = 300;

  /** Edge cases for readers: of lines, of ASCII, of surrogate pairs, of what is visible. */
  private static final String EDGES =
      "\0\t\n\r \"'()-[]\\{}\u007f\u0085\u00e9\u0301\u200b\u2028\ud83d\udc00\ufeff\uffff";

  private final ImmutableList<String> seeds;
  private final ImmutableList<String> words;
  private final Random chance = new Random(Long.getLong("prosodykit.seed", 1));

  private Mutations(ImmutableList<String> seeds, ImmutableList<String> words) {
    this.seeds = seeds;
    this.words = words;
  }

  /** Looks at one text. */
  public interface Check {
    /** Fails if what reads the text does. */
    void check(String text) throws Exception;
  }

  /**
   * Looks at many texts.
   *
   * @param seeds what they are made of
   * @param words what is put into them
   * @param check what to do with each
   */
  public static void each(ImmutableList<String> seeds, ImmutableList<String> words, Check check) {
    Mutations mutations = new Mutations(seeds, words);
    long inputs = Long.getLong("prosodykit.inputs", FEW);
    for (long i = 0; i < inputs; i++) {
      String text = mutations.next();
      try {
        check.check(text);
      } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError("input " + i + " fails: " + VisibleText.lines(text), e);
      }
    }
  }

  private String next() {
    StringBuilder text = new StringBuilder(one(seeds));
    for (int changes = 1 + chance.nextInt(MOST_CHANGES); changes > 0; changes--) {
      change(text);
    }
    text.setLength(Math.min(text.length(), LONGEST));
    return text.toString();
  }

  private void change(StringBuilder text) {
    int start = chance.nextInt(text.length() + 1);
    int end = Math.min(text.length(), start + chance.nextInt(1 + chance.nextInt(40)));
    switch (chance.nextInt(8)) {
      case 0 -> text.delete(start, end);
      case 1 -> text.insert(start, text.substring(start, end).repeat(chance.nextInt(3)));
      case 2 -> text.replace(start, end, one(words));
      case 3 -> text.insert(start, EDGES.charAt(chance.nextInt(EDGES.length())));
      case 4 -> text.insert(start, (char) chance.nextInt(128));
      case 5 -> text.insert(start, one(words).repeat(copies()));
      case 6 -> splice(text, start);
      default -> text.insert(start, one(words));
    }
    text.setLength(Math.min(text.length(), 2 * LONGEST));
  }

  /** Mostly small, and sometimes more than the limit of nesting. */
  private int copies() {
    return 1 + chance.nextInt(chance.nextInt(16) == 0 ? MOST_COPIES : FEW_COPIES);
  }

  /** Continues with the end of another seed. */
  private void splice(StringBuilder text, int start) {
    String other = one(seeds);
    text.setLength(start);
    text.append(other.substring(chance.nextInt(other.length() + 1)));
  }

  private String one(ImmutableList<String> texts) {
    return texts.get(chance.nextInt(texts.size()));
  }
}
