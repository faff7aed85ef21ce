package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Only specs that exceed a limit, or end their process, fail. */
@Tag("slow")
class RunawaySpecTest extends SpecModules {
  @Test
  void endsOnlyTheRunawayAndContinues() throws Exception {
    module("endless", "it(\"comes back\", function () while true do end end);");
    module("fine", "it(\"runs\", function () end);");

    ImmutableList<SpecSuite> suites = run(builder -> builder.timeLimit(Duration.ofSeconds(5)));

    assertThat(suites).extracting(SpecSuite::module).containsExactly("mod_endless", "mod_fine");
    assertThat(last(suites.get(0)).outcome()).isEqualTo(SpecOutcome.ERROR);
    assertThat(last(suites.get(0)).name()).isEqualTo("mod_endless runs to its end");
    assertThat(last(suites.get(0)).message())
        .isEqualTo(
            "ran longer than 5 s, and was ended; it was at spec/mod_endless_spec.lua: comes back");
    assertThat(suites.get(1).failed()).isZero();
  }

  @Test
  void endsWhatTheRunawayStarted() throws Exception {
    Path mark = folder.resolve("mark");
    module(
        "starter", "it(\"waits\", function () os.execute(\"sleep 4; touch '" + mark + "'\") end);");

    runOne(builder -> builder.timeLimit(Duration.ofSeconds(1)));

    Thread.sleep(4000);
    assertThat(mark).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endsWhatASpecLeftRunning() throws Exception {
    Path mark = folder.resolve("mark");
    module(
        "leaver",
        "it(\"leaves\", function () os.execute(\"(sleep 2; touch '" + mark + "') &\") end);");

    assertThat(runOne(builder -> builder).failed()).isZero();

    Thread.sleep(3000);
    assertThat(mark).doesNotExist();
  }

  @Test
  void endsASpecThatUsesTooMuchMemory() throws Exception {
    module(
        "hog",
        """
        it("eats", function ()
          local kept = {};
          for i = 1, 100 do kept[i] = string.rep("x", 1e9); end
        end);
        """);

    assertThat(last(runOne(builder -> builder)).message())
        .startsWith("used more than 512 MB, and was ended");
  }

  @Test
  void endsASpecThatPrintsTooMuch() throws Exception {
    module(
        "loud", "it(\"prints\", function () while true do print(string.rep(\"x\", 1e6)) end end);");

    assertThat(last(runOne(builder -> builder)).message())
        .startsWith("printed more than 64 MB, and was ended");
  }

  @Test
  void reportsAProcessThatEndsByItself() throws Exception {
    module(
        "crash",
        """
        it("is fine", function () end);
        it("crashes", function () print("so far"); os.execute("kill -ABRT $PPID"); end);
        """);

    SpecSuite suite = runOne(builder -> builder);

    assertThat(suite.results().get(0).outcome()).isEqualTo(SpecOutcome.SUCCESS);
    assertThat(last(suite).message())
        .contains("its process ended before the specs did, with exit code 134");
    assertThat(last(suite).message()).endsWith("; it was at spec/mod_crash_spec.lua: crashes");
    assertThat(suite.output()).startsWith("so far\n");
  }

  @Test
  void continuesWithoutTheFolderThatASpecRemoved() throws Exception {
    module("gone", "it(\"removes\", function () os.execute('rm -r \"$PWD\"'); end);");
    module("later", "it(\"runs\", function () end);");

    ImmutableList<SpecSuite> suites = run(builder -> builder.lua(BOTH).threads(1));

    assertThat(suites).extracting(SpecSuite::failed).containsExactly(0, 1, 0, 0);
    assertThat(last(suites.get(1)).message())
        .isEqualTo(
            "cannot continue without "
                + folder.resolve("modules/mod_gone")
                + ": a spec may have removed it");
  }

  @Test
  void continuesAfterASpecRemovedItsOwnFolder() throws Exception {
    module("cleaner", "it(\"cleans\", function () os.execute(\"rm -r ../../work\"); end);");
    module("later", "it(\"runs\", function () end);");

    ImmutableList<SpecSuite> suites = run(builder -> builder.threads(1));

    assertThat(suites).extracting(SpecSuite::failed).containsExactly(1, 0);
    assertThat(last(suites.get(0)).message())
        .startsWith("cannot continue without " + folder.resolve("work/run-"))
        .contains("/mod_cleaner-")
        .endsWith(": a spec may have removed it");
  }
}
