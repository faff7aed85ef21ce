package io.prosodykit.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.busted.SpecReport;
import io.prosodykit.busted.SpecRun;
import io.prosodykit.busted.SpecText;
import io.prosodykit.lua.LuaVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specs of all scaffolds pass in the Lua that comes with the library. */
class ScaffoldSpecsTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  @Test
  void specsPassWithoutAnyProgram() throws Exception {
    List<Path> folders = new ArrayList<>();
    for (Map.Entry<String, ModuleSpec> example : Examples.all().entrySet()) {
      Path own = folder.resolve(example.getKey());
      Scaffold.of(example.getValue()).writeTo(own, OnConflict.FAIL);
      folders.add(own);
    }
    StringBuilder text = new StringBuilder();
    SpecReport report =
        SpecRun.builder(folders)
            .lua(List.of(LuaVersion.V5_1, LuaVersion.V5_4))
            .build()
            .run(suite -> text.append(SpecText.of(suite, folder)));

    assertThat(report.failed()).as("%s", text).isZero();
    assertThat(report.suites()).hasSize(2 * folders.size());
    assertThat(report.suites()).allSatisfy(suite -> assertThat(suite.results()).isNotEmpty());
  }
}
