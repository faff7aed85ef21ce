package io.prosodykit.scaffold.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  private static String numbers(int end) {
    return IntStream.range(1, end).mapToObj(i -> i + "\n").collect(Collectors.joining());
  }

  @Test
  void showsThreeLinesAroundEachChange() {
    assertThat(UnifiedDiff.of("x", numbers(31), numbers(31).replace("\n9\n", "\n9.5\n9.6\n")))
        .isEqualTo(
            """
            --- a/x
            +++ b/x
            @@ -6,7 +6,8 @@
             6
             7
             8
            -9
            +9.5
            +9.6
             10
             11
             12
            """);
  }

  @Test
  void joinsChangesWithOverlappingContext() {
    String before = numbers(31);
    String after = before.replaceAll("(?<=\n)(5|12|25)\n", "");

    assertThat(UnifiedDiff.of("x", before, after).lines().filter(line -> line.startsWith("@@")))
        .containsExactly("@@ -2,14 +2,12 @@", "@@ -22,7 +20,6 @@");
  }

  @Test
  void usesDevNullForEmptyText() {
    assertThat(UnifiedDiff.of("x", "", "a\nb\n"))
        .isEqualTo("--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    assertThat(UnifiedDiff.of("x", "a\n", ""))
        .isEqualTo("--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n");
  }

  @Test
  void marksMissingLastLineFeed() {
    assertThat(UnifiedDiff.of("x", "a", "a\n"))
        .isEqualTo("--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  }
}
