package io.prosodykit.lint;

import java.util.ArrayList;
import java.util.List;

/** Lists in sentences. */
final class Words {
  private Words() {}

  /** Joins {@code a, b and c}. */
  static String list(Iterable<?> items) {
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      texts.add(item.toString());
    }
    int last = texts.size() - 1;
    return last < 1
        ? String.join("", texts)
        : String.join(", ", texts.subList(0, last)) + " and " + texts.get(last);
  }
}
