package io.prosodykit.lint;

import java.util.Iterator;

/** Lists in sentences. */
final class Words {
  private Words() {}

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
