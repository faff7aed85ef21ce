package io.prosodykit.lint;

import java.util.Iterator;

/** Words of the source and lists in sentences. */
final class EnglishList {
  /** The longest name that a message repeats whole, in UTF-16 units. */
  static final int LONGEST = 160;

  private EnglishList() {}

  /** A name or another text of the source, cut to what a message can bear. */
  static String brief(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, pair ? LONGEST - 1 : LONGEST) + "…";
  }

  /** Joins {@code a, b and c}. */
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
