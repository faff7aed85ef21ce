package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import io.prosodykit.testing.RequiresProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares verdicts on the sources in {@code edge-cases.txt}. There a line is one source; {@code
 * «0A»} is the byte 0A; and a line that begins with {@code ##} lists what the {@code @} in the
 * lines below it stands for, one after the other.
 */
@RequiresProgram({
  "sh", "lua5.1", "lua5.2", "lua5.3", "lua5.4", "luac5.1", "luac5.2", "luac5.3", "luac5.4"
})
class LuaEdgeCaseTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @Test
  void agreesWithTheCompilersOnEdgeCases() throws IOException {
    Set<String> cases = cases();

    assertThat(cases).hasSizeGreaterThan(2000);
    Luac.assertAgreesOn(cases.stream().map(LuaEdgeCaseTest::bytes).toList(), folder);
  }

  private static Set<String> cases() throws IOException {
    Set<String> cases = new LinkedHashSet<>();
    List<String> values = new ArrayList<>();
    List<String> lines =
        Resources.readLines(
            Resources.getResource(LuaEdgeCaseTest.class, "edge-cases.txt"), StandardCharsets.UTF_8);
    for (String line : lines) {
      if (line.startsWith("##")) {
        values = Splitter.on(' ').omitEmptyStrings().splitToList(line.substring(2));
      } else {
        values.forEach(value -> cases.add(line.replace("@", value)));
        if (values.isEmpty()) {
          cases.add(line);
        }
      }
    }
    return cases;
  }

  private static byte[] bytes(String source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String piece : Splitter.on('«').split(source)) {
      int hex = piece.indexOf('»');
      if (hex == 2) {
        bytes.write(Integer.parseInt(piece.substring(0, 2), 16));
      }
      bytes.writeBytes(piece.substring(hex + 1).getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
