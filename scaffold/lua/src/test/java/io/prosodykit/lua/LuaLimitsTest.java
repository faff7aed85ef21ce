package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Finds how long the sources in {@code limits.txt} may become for each version, and compares the
 * verdicts there and one step further. In that file a line is one source; {@code {{N:a#,}}} is so
 * many times {@code a#,}, where {@code #} counts from 1, {@code {{100:a#,}}} is 100 times that, and
 * any number of such repetitions may stand in a line.
 */
@RequiresProgram({
  "sh", "lua5.1", "lua5.2", "lua5.3", "lua5.4", "luac5.1", "luac5.2", "luac5.3", "luac5.4"
})
class LuaLimitsTest {
  private static final int BEYOND_ALL_LIMITS = 600;
  private static final Pattern REPETITION = Pattern.compile("\\{\\{(N|[0-9]+):(.*?)\\}\\}");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @Test
  void agreesWithTheCompilersAtTheLimits() throws IOException {
    Set<String> sources = new LinkedHashSet<>();
    for (String line :
        Resources.readLines(
            Resources.getResource(LuaLimitsTest.class, "limits.txt"), StandardCharsets.UTF_8)) {
      for (LuaVersion version : LuaVersion.values()) {
        int longest = longest(line, version);
        sources.add(source(line, longest));
        sources.add(source(line, longest + 1));
      }
    }

    assertThat(sources).hasSizeGreaterThan(150);
    Luac.assertAgreesOn(
        sources.stream().map(source -> source.getBytes(StandardCharsets.UTF_8)).toList(), folder);
  }

  private static int longest(String line, LuaVersion version) {
    int accepted = 0;
    int refused = BEYOND_ALL_LIMITS + 1;
    while (refused - accepted > 1) {
      int middle = (accepted + refused) / 2;
      if (LuaChunk.parse(source(line, middle)).versions().contains(version)) {
        accepted = middle;
      } else {
        refused = middle;
      }
    }
    return accepted;
  }

  private static String source(String line, int times) {
    Matcher repetition = REPETITION.matcher(line);
    StringBuilder source = new StringBuilder();
    while (repetition.find()) {
      repetition.appendReplacement(source, "");
      String count = repetition.group(1);
      int last = count.equals("N") ? times : Integer.parseInt(count);
      for (int i = 1; i <= last; i++) {
        source.append(repetition.group(2).replace("#", Integer.toString(i)));
      }
    }
    return repetition.appendTail(source).toString();
  }
}
