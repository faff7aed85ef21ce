package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.ChildJvm;
import io.prosodykit.testing.RequiresProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Specs with endless output or endless results, run with little memory. */
@EnabledOnOs(OS.LINUX)
class FloodingSpecTest extends SpecModules {
  /** Runs the specs in the folder of the first argument, and writes their texts into the second. */
  public static void main(String[] arguments) throws Exception {
    StringBuilder text = new StringBuilder();
    SpecReport report =
        SpecRun.builder(List.of(Path.of(arguments[0])))
            .build()
            .run(suite -> text.append(SpecText.of(suite, Path.of(""))));
    JUnitReport.write(report, Path.of(arguments[1]).resolveSibling("reports"));
    Files.writeString(Path.of(arguments[1]), text);
  }

  private String run() throws Exception {
    Path texts = folder.resolve("texts");
    try (ChildJvm java =
        ChildJvm.start(
            folder,
            "96m",
            FloodingSpecTest.class,
            folder.resolve("modules").toString(),
            texts.toString())) {
      assertThat(java.waitFor()).as("%s", folder.resolve("jvm.txt")).isZero();
      java.leavesNothing(List.of());
    }
    return Files.readString(texts);
  }

  @Test
  void showsHeadAndTailOfWhatIsPrinted() throws Exception {
    module(
        "nuls",
        """
        it("prints", function ()
          print("begin");
          for i = 1, 60 do io.write(string.rep("\\0", 1e6)); end
          print("\\nend");
        end);
        """);

    assertThat(run())
        .hasSizeLessThan(200_000)
        .contains("  | begin\n")
        .contains("  | end\n")
        .containsPattern("\\[59\\d{6} bytes omitted]")
        .contains("1 passed, 0 failed");
  }

  @Test
  void endsASpecWithEndlessResults() throws Exception {
    module(
        "teller",
        """
        it("tells", function ()
          local name = io.open("/proc/self/cmdline", "rb"):read("a"):match("([^\\0]*/events)\\0");
          local events = io.open(name, "ab");
          local event = '0 {"event":"test","file":"a","name":"t","outcome":"success"}\\n';
          while true do events:write(event:rep(10000)); end
        end);
        """);

    assertThat(run())
        .contains("mod_teller runs to its end")
        .contains("it reported more results than fit into 200000 events");
  }

  private void large() throws Exception {
    module(
        "large",
        """
        it("fails", function () error(string.rep("x", 3e7)); end);
        it("passes", function () end);
        """);
  }

  @Test
  @RequiresProgram({"busted", "lua5.4"})
  void shortensWhatAFailureOfBustedShows() throws Exception {
    large();

    SpecSuite suite = runOne(builder -> builder.runner(SpecRunner.BUSTED));

    assertThat(suite.results()).hasSize(2);
    assertThat(suite.results().get(0).message())
        .hasSizeLessThan(40_000)
        .containsPattern("x \\[\\d+ bytes omitted]$");
  }

  @Test
  void shortensWhatAFailureShows() throws Exception {
    large();

    assertThat(run())
        .hasSizeLessThan(200_000)
        .contains("bytes omitted]")
        .contains("1 passed, 1 failed");
  }
}
