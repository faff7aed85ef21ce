package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.prosodykit.process.JavaProgram;
import io.prosodykit.testing.RequiresProgram;
import io.prosodykit.testing.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What specs find in the Lua of the child process. */
class EmbeddedLuaTest extends SpecModules {
  @Test
  void continuesAfterAnEndlessRecursion() throws Exception {
    module(
        "deep",
        """
        it("recurses", function ()
          local function again() return (string.gsub("x", "x", again)); end
          again();
        end);
        it("is fine", function () end);
        """);

    for (SpecSuite suite : run(builder -> builder.lua(BOTH))) {
      assertThat(suite.results())
          .extracting(SpecResult::outcome)
          .containsExactly(SpecOutcome.ERROR, SpecOutcome.SUCCESS);
      assertThat(suite.results().get(0).message()).contains("stack overflow");
    }
  }

  @Test
  void refusesToEndTheProcess() throws Exception {
    module("quitter", "it(\"quits\", function () os.exit(0); end);");

    assertThat(last(runOne(builder -> builder)).message())
        .contains("os.exit(0) was called; a spec cannot end the run");
  }

  @Test
  void keepsWhatEachTestPrinted() throws Exception {
    module(
        "printer",
        """
        it("one", function () print("{\\"event\\":\\"end\\"}"); io.stderr:write("oh "); io.write("well"); end);
        it("two", function () print("dos"); end);
        """);

    SpecSuite suite = runOne(builder -> builder);

    assertThat(suite.failed()).isZero();
    assertThat(suite.results())
        .extracting(SpecResult::output)
        .containsExactly("{\"event\":\"end\"}\noh well", "dos\n");
  }

  @Test
  void givesSpecsAPlainLua() throws Exception {
    module(
        "plain",
        """
        it("is plain", function ()
          assert(java == nil);
          assert(package.loaded.java == nil);
          assert(package.cpath == "");
          assert(arg[0] == "busted");
          assert(#(package.searchers or package.loaders) == 4);
          assert(not pcall(require, "socket"));
          assert(tostring(0.5) == "0.5");
          assert(io.read() == nil);
          assert(require "spec.support.part" == "part");
        end);
        """);
    Tree.write(
        folder.resolve("modules/mod_plain/spec/support"),
        ImmutableMap.of("part.lua", "return \"part\""));

    for (SpecSuite suite : run(builder -> builder.lua(BOTH))) {
      assertThat(suite.results()).singleElement().extracting(SpecResult::message).isEqualTo("");
      assertThat(suite.output()).isEmpty();
    }
  }

  @Test
  void measuresTime() throws Exception {
    module(
        "slow",
        """
        local busted = require "busted";
        it("sleeps", function ()
          local time, monotime = busted.gettime(), busted.monotime();
          busted.sleep(0.25);
          assert.is_true(busted.gettime() - time >= 0.25);
          assert.is_true(busted.monotime() - monotime >= 0.25);
          assert.is_true(math.abs(busted.gettime() - os.time()) < 5);
        end);
        it("waits for another program", function () os.execute("sleep 0.3"); end);
        """);

    for (SpecSuite suite : run(builder -> builder.lua(BOTH))) {
      assertThat(suite.results()).extracting(SpecResult::message).containsExactly("", "");
      assertThat(suite.results().get(0).time()).isGreaterThan(Duration.ofMillis(249));
      assertThat(suite.results().get(1).time()).isGreaterThan(Duration.ofMillis(299));
    }
  }

  @Test
  void saysWhichRunnerHasLibrariesOfTheMachine() throws Exception {
    module("needy", "it(\"needs\", function () require \"pl.tablex\" end)");

    for (SpecSuite suite : run(builder -> builder.lua(BOTH))) {
      assertThat(last(suite).message())
          .contains("module 'pl.tablex' not found:")
          .contains(
              "\n\tnot a library of this machine: specs see only their module's files, unless"
                  + " the runner is busted");
    }
  }

  @Test
  @RequiresProgram({"busted", "lua5.1", "lua5.4"})
  void givesSpecsTheFilesAsLuaFileSystemDoes() throws Exception {
    module(
        "files",
        """
        local lfs = require "lfs";
        it("makes and removes folders", function ()
          assert.is_true(lfs.mkdir("made"));
          assert.same({ nil, "File exists", 17, n = 3 }, { n = 3, lfs.mkdir("made") });
          assert.equal("directory", lfs.attributes("made", "mode"));
          assert.is_true(lfs.mkdir("made/in"));
          local file = io.open("made/file", "w");
          file:write("four");
          file:close();
          local names = {};
          for name in lfs.dir("made") do names[#names + 1] = name; end
          table.sort(names);
          assert.same({ ".", "..", "file", "in" }, names);
          assert.equal(4, lfs.attributes("made/file").size);
          assert.truthy(math.abs(lfs.attributes("made/file", "modification") - os.time()) < 60);
          assert.same({ nil, "Directory not empty", 39, n = 3 }, { n = 3, lfs.rmdir("made") });
          assert.same({ nil, "Not a directory", 20, n = 3 }, { n = 3, lfs.rmdir("made/file") });
          assert.is_true(lfs.chdir("."));
          assert.is_true(os.remove("made/file"));
          assert.is_true(lfs.rmdir("made/in"));
          assert.is_true(lfs.rmdir("made"));
          assert.is_nil(lfs.attributes("made"));
          assert.has_error(function () lfs.dir("made"); end);
          assert.truthy(lfs.currentdir():match("mod_files$"));
        end);
        it("tells more of files", function ()
          io.open("plain", "w"):close();
          assert.is_true(lfs.touch("plain", 1000, 2000));
          assert(os.execute("chmod 640 plain && ln -s plain link"));
          local all = lfs.attributes("link");
          assert.same({ "file", 1000, 2000, 0, 1, "rw-r-----" },
            { all.mode, all.access, all.modification, all.size, all.nlink, all.permissions });
          assert.is_number(all.ino);
          assert.equal(2000, lfs.attributes("plain", "modification"));
          assert.equal("link", lfs.symlinkattributes("link", "mode"));
          assert.equal("plain", lfs.symlinkattributes("link", "target"));
          assert.is_true(lfs.touch("plain", 3000));
          assert.equal(3000, lfs.attributes("plain", "modification"));
          assert.is_true(lfs.touch("plain"));
          assert.truthy(lfs.attributes("plain", "access") > 3000);
          assert.same({ nil, "No such file or directory", 2, n = 3 }, { n = 3, lfs.touch("gone") });
          assert.has_error(function () lfs.attributes("plain", "colour"); end);
          assert.equal("directory", lfs.attributes(".", "mode"));
          os.remove("plain");
          os.remove("link");
        end);
        """);

    List<SpecSuite> suites = new ArrayList<>(run(builder -> builder.lua(BOTH)));
    // with LuaFileSystem itself
    suites.addAll(run(builder -> builder.runner(SpecRunner.BUSTED).lua(BOTH)));
    for (SpecSuite suite : suites) {
      assertThat(suite.results()).extracting(SpecResult::message).containsExactly("", "");
    }
  }

  @Test
  void saysThatSpecsStayInTheirFolder() throws Exception {
    module("still", "it(\"leaves\", function () assert(require(\"lfs\").chdir(\"..\")) end)");

    assertThat(last(runOne(builder -> builder)).message())
        .endsWith(
            "Unable to change working directory to '..': specs stay in their module's folder");
  }

  @Test
  void ignoresSettingsOfTheEnvironment() {
    Map<String, String> environment =
        new HashMap<>(Map.of("JAVA_TOOL_OPTIONS", "-verbose", "LUA_PATH", "x", "HOME", "/home"));
    JavaProgram.tidy(environment);

    assertThat(environment).containsOnlyKeys("HOME");
  }
}
