package io.prosodykit.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page {@code RULES.md}, which explains each rule in a section of its own. */
final class RulesPage {
  private static final String HEADING = "\n## ";

  private final String text;

  private RulesPage(String text) {
    this.text = text;
  }

  static RulesPage read() {
    try (InputStream page =
        Objects.requireNonNull(RulesPage.class.getResourceAsStream("RULES.md"), "RULES.md")) {
      return new RulesPage(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("RULES.md cannot be read", e);
    }
  }

  /** {@return the section of a rule without its heading, in Markdown} */
  String section(LintRule rule) {
    int heading = text.indexOf(HEADING + rule.id() + " ");
    int begin = text.indexOf('\n', heading + HEADING.length());
    int end = text.indexOf(HEADING, begin);
    return text.substring(begin, end).strip();
  }
}
