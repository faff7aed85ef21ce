package io.prosodykit.lua;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Fuzz targets, which the build runs on the seeds in {@code LuaFuzzTestInputs} and on earlier
 * finds. With {@code JAZZER_FUZZ=1} in the environment they look for more.
 */
class LuaFuzzTest {
  @FuzzTest(maxDuration = "5m")
  void readsAnyBytes(byte[] source) {
    LuaChunk chunk = LuaChunk.parse(source);

    assertThat(chunk.problems().isEmpty()).isEqualTo(chunk.versions().size() == 4);
    AtomicReference<LuaPosition> before = new AtomicReference<>(new LuaPosition(1, 1));
    chunk
        .block()
        .walk(
            node -> {
              if (node instanceof Statement) {
                assertThat(node.position()).isGreaterThanOrEqualTo(before.get());
                before.set(node.position());
              }
            });
  }
}
