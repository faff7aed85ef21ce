package io.prosodykit.lint;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.text.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The known findings of an old code base. They are not reported, so that only new ones show.
 *
 * <p>A line of its file has four fields, separated by tabs: how often the finding occurs, the rule,
 * the file, and the line of source without surrounding spaces. A finding therefore stays known
 * while its line moves, and is new when the line changes. Of a long line, only the part around the
 * finding counts ({@link SourceExcerpt}). Lines that begin with {@code #} are comments.
 *
 * @since 0.1.0
 */
public final class Baseline {
  /** The most bytes of a baseline: 64 MiB. */
  public static final int MAX_BYTES = 64 << 20;

  private static final int MOST_PROBLEMS = 100;
  private static final String HEAD =
      "# Known findings of prosody:lint, which it omits: count, rule, file, line of source\n";

  private final Multiset<String> known;

  private Baseline(Multiset<String> known) {
    this.known = known;
  }

  /**
   * Makes a baseline of all findings of a report.
   *
   * @param report the report
   * @return a baseline that knows every finding
   */
  public static Baseline of(LintReport report) {
    Multiset<String> known = HashMultiset.create();
    for (Finding finding : report.findings()) {
      known.add(key(finding));
    }
    return new Baseline(known);
  }

  /**
   * Reads a baseline.
   *
   * @param file what {@link #write} wrote
   * @return the baseline
   * @throws IOException if the file cannot be read, is not a regular file, or is larger than {@link
   *     #MAX_BYTES}
   * @throws IllegalArgumentException if a line does not have this form; the message names the first
   *     100 such lines
   */
  public static Baseline read(Path file) throws IOException {
    Multiset<String> known = HashMultiset.create();
    List<String> problems = new ArrayList<>();
    byte[] bytes = BoundedFile.read(file, MAX_BYTES);
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int tab = line.indexOf('\t');
      String[] parts = line.split("\t", 4);
      if (parts.length == 4 && parts[0].matches("[1-9][0-9]{0,5}") && isRule(parts[1])) {
        known.add(line.substring(tab + 1), Integer.parseInt(parts[0]));
      } else if (problems.size() == MOST_PROBLEMS) {
        problems.add("and more; the file may not be a baseline");
        break;
      } else {
        problems.add(
            VisibleText.of(file.toString())
                + ":"
                + (i + 1)
                + ": not a line of a baseline; write count, rule, file and line of source,"
                + " separated by tabs, or create the baseline again");
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new Baseline(known);
  }

  private static boolean isRule(String text) {
    try {
      LintRule.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Writes the baseline, sorted, so that two baselines are easy to compare.
   *
   * @param file the file, which is replaced
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    for (String key : new TreeSet<>(known.elementSet())) {
      text.append(known.count(key)).append('\t').append(key).append('\n');
    }
    Files.writeString(file, text);
  }

  /**
   * Returns the findings that are not known. If one is known twice, its third occurrence is new.
   */
  ImmutableList<Finding> unknown(ImmutableList<Finding> findings) {
    Multiset<String> left = HashMultiset.create(known);
    ImmutableList.Builder<Finding> unknown = ImmutableList.builder();
    for (Finding finding : findings) {
      if (!left.remove(key(finding))) {
        unknown.add(finding);
      }
    }
    return unknown.build();
  }

  private static String key(Finding finding) {
    return finding.rule()
        + "\t"
        + finding.file().toString().replace('\\', '/')
        + "\t"
        + finding.source().text().strip().replace('\t', ' ');
  }
}
