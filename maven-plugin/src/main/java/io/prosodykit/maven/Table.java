package io.prosodykit.maven;

import io.prosodykit.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text in aligned columns, with two spaces between. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; rows may have fewer cells than others. */
  Table row(String... cells) {
    return row(List.of(cells));
  }

  Table row(List<String> cells) {
    rows.add(cells.stream().map(VisibleText::of).toList());
    return this;
  }

  /** Adds a row for each text, with the cells before the first text only. */
  Table rows(List<String> cells, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      List<String> row = new ArrayList<>();
      for (String cell : cells) {
        row.add(i == 0 ? cell : "");
      }
      row.add(texts.get(i));
      row(row);
    }
    return this;
  }

  /** Prints the rows, a line each, without spaces at the ends. */
  @Override
  public String toString() {
    int[] widths = widths();
    return rows.stream()
        .map(row -> line(row, widths).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private int[] widths() {
    int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(cell).append(" ".repeat(widths[i] - width(cell) + 2));
    }
    return line.toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
