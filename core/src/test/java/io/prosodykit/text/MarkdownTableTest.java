package io.prosodykit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTableTest {
  @Test
  void hasARowOfHyphensBelowTheHeadings() {
    assertThat(MarkdownTable.of(List.of(List.of("a", "b"), List.of("1", ""))))
        .isEqualTo("| a | b |\n| --- | --- |\n| 1 |  |\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a|b a\\|b",
        "<b> \\<b\\>",
        "[x](y) \\[x\\](y)",
        "*a* \\*a\\*",
        "`a` \\`a\\`",
        "~~a~~ \\~\\~a\\~\\~",
        "&lt; \\&lt;",
        "a\\b a\\\\b",
        "https://a https\\://a",
        "@you \\@you",
        "#1 \\#1",
        "push_max_errors push_max_errors",
        "_a_ \\_a\\_",
        "\"_a_\" \"\\_a\\_\"",
        "a\u202eb a\\\\u202Eb",
      })
  void escapesMarkup(String text, String markdown) {
    assertThat(MarkdownTable.text(text)).isEqualTo(markdown);
  }
}
