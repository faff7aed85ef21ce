package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.testing.ChildJvm;
import io.prosodykit.testing.RequiresProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run of specs leaves behind when a signal ends it. */
@EnabledOnOs(OS.LINUX)
@Tag("slow")
class KilledSpecRunTest extends SpecModules {
  /** Matching this takes forever, and in C, where no hook of Lua runs. */
  private static final String ENDLESS =
      "string.find(string.rep('a', 40), string.rep('a?', 40) .. string.rep('a', 40) .. 'b')";

  /** Runs the specs in the folder of the first argument with the runner of the second. */
  public static void main(String[] arguments) throws Exception {
    SpecRun.builder(List.of(Path.of(arguments[0])))
        .runner(SpecRunner.parse(arguments[1]))
        .build()
        .run(suite -> {});
  }

  private ChildJvm start(String runner) throws Exception {
    module(
        "endless",
        """
        it("goes on", function ()
          os.execute("sleep 1000 & echo $! > %1$s.new; mv %1$s.new %1$s");
          %2$s
        end);
        """
            .formatted(folder.resolve("started"), ENDLESS));
    Path modules = folder.resolve("modules");
    return ChildJvm.start(folder, "256m", KilledSpecRunTest.class, modules.toString(), runner);
  }

  /** The processes of the run, and the orphan that the spec left running. */
  private List<ProcessHandle> started(ChildJvm java) throws Exception {
    List<ProcessHandle> children = new ArrayList<>(java.await(folder.resolve("started")));
    String orphan = Files.readString(folder.resolve("started")).strip();
    children.add(ProcessHandle.of(Long.parseLong(orphan)).orElseThrow());
    return children;
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM", "HUP", "INT"})
  void leavesNeitherProcessesNorFoldersBehind(String signal) throws Exception {
    try (ChildJvm java = start("embedded")) {
      List<ProcessHandle> children = started(java);

      java.kill(signal);

      java.leavesNothing(children);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM"})
  @RequiresProgram({"busted", "lua5.4"})
  void leavesNoBustedBehind(String signal) throws Exception {
    try (ChildJvm java = start("busted")) {
      List<ProcessHandle> children = started(java);

      java.kill(signal);

      java.leavesNothing(children);
    }
  }

  @Test
  void endsTheEmbeddedLuaThatHasNoGuardEither() throws Exception {
    try (ChildJvm java = start("embedded")) {
      List<ProcessHandle> children = started(java);
      List<ProcessHandle> javas = children.stream().filter(KilledSpecRunTest::isJava).toList();
      assertThat(javas).hasSize(1);
      children.stream().filter(child -> !isJava(child)).forEach(ProcessHandle::destroyForcibly);

      java.kill("KILL");

      assertThat(javas.get(0).onExit()).succeedsWithin(Duration.ofSeconds(20));
    }
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("java");
  }
}
