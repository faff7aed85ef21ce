package io.prosodykit.lint;

import java.util.Iterator;

/** Writes names and lists in English sentences. */
final class EnglishList {
  /** The longest name that a message repeats in full, in UTF-16 units. */
  static final int LONGEST = 160;

  private EnglishList() {}

  /** Shortens a name or another text of the source to what fits in a message. */
  static String brief(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, pair ? LONGEST - 1 : LONGEST) + "…";
  }

  /** Joins items, as in {@code a, b and c}. */
  static String list(Iterable<?> items) {
    StringBuilder list = new StringBuilder();
    Iterator<?> each = items.iterator();
    for (int i = 0; each.hasNext(); i++) {
      Object item = each.next();
      if (i > 0) {
        list.append(each.hasNext() ? ", " : " and ");
      }
      list.append(item);
    }
    return list.toString();
  }
}
