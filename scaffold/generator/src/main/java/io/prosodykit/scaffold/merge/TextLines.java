package io.prosodykit.scaffold.merge;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A text split into lines, each with its line feed. Lines of texts that were split together are
 * equal if their numbers are equal.
 */
final class TextLines {
  private final List<String> lines;
  private final int[] numberOf;
  private final Map<String, Integer> numbers;

  private TextLines(String text, Map<String, Integer> numbers) {
    this.lines = split(text);
    this.numberOf = new int[lines.size()];
    this.numbers = numbers;
    for (int i = 0; i < numberOf.length; i++) {
      numberOf[i] = numbers.computeIfAbsent(lines.get(i), line -> numbers.size());
    }
  }

  /** Splits texts so that their lines can be compared. */
  static ImmutableList<TextLines> of(String... texts) {
    Map<String, Integer> numbers = new HashMap<>();
    return Stream.of(texts).map(text -> new TextLines(text, numbers)).collect(toImmutableList());
  }

  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int lineFeed = text.indexOf('\n', begin);
      int end = lineFeed < 0 ? text.length() : lineFeed + 1;
      lines.add(text.substring(begin, end));
      begin = end;
    }
    return lines;
  }

  int size() {
    return numberOf.length;
  }

  /** {@return a line with its line feed, which the last line may lack} */
  String line(int index) {
    return lines.get(index);
  }

  /** {@return the number that is shared by all equal lines} */
  int number(int index) {
    return numberOf[index];
  }

  /** {@return the number of different lines in all texts, which is above every line number} */
  int numbers() {
    return numbers.size();
  }
}
