package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.Programs;
import io.prosodykit.testing.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** A scaffold passes its own checks, whatever its specification contains. */
@RequiresProgram({"luacheck", "busted"})
@Tag("slow")
class HostileScaffoldRunsTest {
  @Provide
  Arbitrary<ModuleSpec> specs() {
    return HostileSpecs.specs(Recipe.all());
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void passesItsOwnChecks(@ForAll("specs") ModuleSpec spec)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("hostile");
    try {
      Scaffold.of(spec).writeTo(folder, OnConflict.FAIL);
      assertThat(Programs.run(folder, List.of("luacheck", "--no-cache", "--no-color", ".")))
          .contains("Total: 0 warnings / 0 errors");
      assertThat(
              Programs.run(folder.resolve("mod_" + spec.name()), List.of("busted", "--output=TAP")))
          .doesNotContain("not ok");
    } finally {
      new Disk().deleteTree(folder);
    }
  }
}
