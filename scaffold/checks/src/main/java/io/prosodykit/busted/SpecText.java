package io.prosodykit.busted;

import static java.util.stream.Collectors.joining;

import io.prosodykit.files.NamedPath;
import io.prosodykit.text.VisibleText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Shows what came of specs to people. */
public final class SpecText {
  private static final String INDENT = "    ";

  private SpecText() {}

  /**
   * Shows what came of one module: what its specs printed, a line with counts, and each failure
   * with its file, line and values.
   *
   * @param suite what came of it
   * @param base the folder from which files are named
   * @return lines, each with {@code \n}
   */
  public static String of(SpecSuite suite, Path base) {
    return of(suite, "", base);
  }

  /**
   * Shows what came of one module as {@link #of(SpecSuite, Path)} does.
   *
   * @param suite what came of it
   * @param progress what stands before the line with counts, for example {@code [12/40] }
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
   * Shows the sum of all modules.
   *
   * @param report what came of them
   * @return a line that ends in {@code 12 passed, 1 failed} and {@code \n}; {@code 2 pending}
   *     stands before that if there are any
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
   * Says in half a sentence that tests fail.
   *
   * @param report what came of all modules
   * @return how many tests fail in which modules, {@code 2 tests fail in mod_a, mod_b}; empty if
   *     none does
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

  /** The file of a result as the reader of a terminal could open it, with its line. */
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
