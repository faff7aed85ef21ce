package io.prosodykit.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of text in aligned columns, with two spaces between. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table. */
  public Table() {}

  /**
   * Adds a row.
   *
   * @param cells any texts; rows may have different numbers of cells
   * @return this table
   */
  public Table row(String... cells) {
    return row(List.of(cells));
  }

  private Table row(List<String> cells) {
    rows.add(cells.stream().map(VisibleText::of).toList());
    return this;
  }

  /**
   * Adds a row for each text, with the cells before the first text only.
   *
   * @param cells the first cells of the first row
   * @param texts the last cell of each row; without a text, no row is added
   * @return this table
   */
  public Table rows(List<String> cells, List<String> texts) {
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

  /** Prints the rows, one line each, without trailing spaces. */
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
