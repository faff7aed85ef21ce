package io.prosodykit.busted;

import static java.util.stream.Collectors.joining;

import io.prosodykit.files.NamedPath;
import io.prosodykit.text.VisibleText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the results of specs for people.
 *
 * @since 0.1.0
 */
public final class SpecText {
  private static final String INDENT = "    ";

  private SpecText() {}

  /**
   * Writes the results of one module: what its specs printed, a line with counts, and each failure
   * with its file, line and values.
   *
   * @param suite the results
   * @param base the folder from which files are named
   * @return lines, each with {@code \n}
   */
  public static String of(SpecSuite suite, Path base) {
    return of(suite, "", base);
  }

  /**
   * Writes the results of one module as {@link #of(SpecSuite, Path)} does.
   *
   * @param suite the results
   * @param progress a prefix of the line with counts, for example {@code [12/40] }
   * @param base the folder from which files are named
   * @return lines, each with {@code \n}
   */
  public static String of(SpecSuite suite, String progress, Path base) {
    StringBuilder text = new StringBuilder();
    for (String line : suite.output().lines().toList()) {
      text.append("  | ").append(VisibleText.of(line)).append('\n');
    }
    text.append(progress)
        .append(suite.module())
        .append(" on Lua ")
        .append(suite.lua())
        .append(" (")
        .append(seconds(suite.time()))
        .append(" s");
    suite.seed().ifPresent(seed -> text.append(", seed ").append(seed));
    text.append("): ");
    counts(
        text, suite.count(SpecOutcome.PENDING), suite.count(SpecOutcome.SUCCESS), suite.failed());
    for (SpecResult result : suite.results()) {
      if (result.isFailed()) {
        failure(text, place(suite, result, base), result);
      }
    }
    return text.toString();
  }

  /**
   * Writes the totals of all modules.
   *
   * @param report the results
   * @return a line that ends in {@code 12 passed, 1 failed} and {@code \n}; {@code 2 pending}
   *     precedes that if there are any
   */
  public static String summary(SpecReport report) {
    StringBuilder text = new StringBuilder("Specs: ");
    counts(
        text,
        report.count(SpecOutcome.PENDING),
        report.count(SpecOutcome.SUCCESS),
        report.failed());
    return text.toString();
  }

  /**
   * {@return a phrase that says how many tests fail in which modules, {@code 2 tests fail in mod_a,
   * mod_b}; empty if none does}
   *
   * @param report the results of all modules
   */
  public static Optional<String> failure(SpecReport report) {
    int failed = report.failed();
    String modules =
        report.suites().stream()
            .filter(suite -> suite.failed() > 0)
            .map(SpecSuite::module)
            .distinct()
            .collect(joining(", "));
    return failed == 0
        ? Optional.empty()
        : Optional.of((failed == 1 ? "1 test fails in " : failed + " tests fail in ") + modules);
  }

  private static void counts(StringBuilder text, int pending, int passed, int failed) {
    if (pending > 0) {
      text.append(pending).append(" pending, ");
    }
    text.append(passed).append(" passed, ").append(failed).append(" failed\n");
  }

  private static void failure(StringBuilder text, String place, SpecResult result) {
    text.append("  ")
        .append(place)
        .append(": ")
        .append(result.outcome())
        .append(": ")
        .append(VisibleText.of(result.name()))
        .append('\n');
    lines(text, INDENT, result.plainMessage());
    if (result.hidesValues()) {
      lines(text, INDENT + "passed in: ", result.actual().orElse("?"));
      lines(text, INDENT + "expected:  ", result.expected().orElse("?"));
    }
    if (result.outcome() == SpecOutcome.ERROR && !result.message().contains(result.trace())) {
      lines(text, INDENT, result.trace());
    }
  }

  private static void lines(StringBuilder text, String begin, String lines) {
    String next = begin;
    for (String line : lines.lines().toList()) {
      text.append(next).append(VisibleText.of(line.replace("\t", "  "))).append('\n');
      next = " ".repeat(begin.length());
    }
  }

  /**
   * Returns the file of a result, with its line, as a path that a reader of a terminal can open.
   */
  private static String place(SpecSuite suite, SpecResult result, Path base) {
    Path root = base.toAbsolutePath().normalize();
    return NamedPath.resolve(suite.folder(), result.place())
        .map(file -> (file.startsWith(root) ? root.relativize(file) : file).toString())
        .map(VisibleText::of)
        .orElseGet(() -> VisibleText.of(result.place()));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toMillis() / 1000.0);
  }
}
