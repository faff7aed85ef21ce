package io.prosodykit.lint;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.CsvSource;

/** One line of {@link LintRuleTest}. */
record RuleCase(String rule, String source, String places) {
  static List<RuleCase> all() {
    Method test =
        Arrays.stream(LintRuleTest.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(CsvSource.class))
            .findFirst()
            .orElseThrow();
    CsvSource lines = test.getAnnotation(CsvSource.class);
    return Arrays.stream(lines.value()).map(RuleCase::of).toList();
  }

  private static RuleCase of(String line) {
    String[] fields = line.split(" \\| ", -1);
    return new RuleCase(
        fields[0], fields[1], fields.length < 3 || fields[2].equals("``") ? "" : fields[2]);
  }
}
