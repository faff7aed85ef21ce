package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import io.prosodykit.testing.Programs;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The runner's own Lua files. */
class SpecSourceTest {
  @Test
  @RequiresProgram("luacheck")
  void luacheckFindsNothing() throws IOException, InterruptedException {
    Path folder =
        Objects.requireNonNull(
            Path.of(Resources.getResource(SpecSourceTest.class, "runner.lua").getPath())
                .getParent());
    // not from within, where luacheck would require our files for its own of the same names
    Path outside = Objects.requireNonNull(folder.getParent());

    assertThat(
            Programs.run(
                outside,
                List.of(
                    "luacheck", "--no-cache", "--no-color", "--no-config", "--std=max", "busted")))
        .contains("Total: 0 warnings / 0 errors");
  }
}
