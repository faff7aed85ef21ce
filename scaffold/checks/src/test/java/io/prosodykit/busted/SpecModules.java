package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests that run the specs of modules in real child processes with a real Lua. */
abstract class SpecModules {
  static final List<LuaVersion> BOTH = List.of(LuaVersion.V5_1, LuaVersion.V5_4);

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  Path folder;

  final void module(String name, String spec) throws IOException {
    Tree.write(
        folder.resolve("modules"),
        ImmutableMap.of(
            "mod_" + name + "/mod_" + name + ".lua",
            "",
            "mod_" + name + "/spec/mod_" + name + "_spec.lua",
            spec));
  }

  final ImmutableList<SpecSuite> run(UnaryOperator<SpecRunBuilder> settings) throws Exception {
    SpecRunBuilder builder =
        SpecRun.builder(List.of(folder.resolve("modules"))).workFolder(folder.resolve("work"));
    ImmutableList<SpecSuite> suites = settings.apply(builder).build().run(suite -> {}).suites();
    try (Stream<Path> left = Files.list(folder.resolve("work"))) {
      assertThat(left).isEmpty();
    }
    return suites;
  }

  final SpecSuite runOne(UnaryOperator<SpecRunBuilder> settings) throws Exception {
    return run(settings).get(0);
  }

  static SpecResult last(SpecSuite suite) {
    return suite.results().get(suite.results().size() - 1);
  }
}
