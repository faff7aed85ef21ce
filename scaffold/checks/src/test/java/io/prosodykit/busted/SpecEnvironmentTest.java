package io.prosodykit.busted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.prosodykit.testing.RequiresProgram;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What specs see of the environment: the tests themselves have more than that. */
@DisabledOnOs(OS.WINDOWS)
class SpecEnvironmentTest extends SpecModules {
  /** A variable that every Java runtime of a test has, but that is not passed on. */
  private static final String OTHER =
      System.getenv().keySet().stream()
          .filter(name -> name.matches("[A-Z_]+"))
          .filter(name -> !name.matches("PATH|HOME|LANG|TMPDIR|PWD|SHLVL|_|(LC|LUA)_.*"))
          .filter(name -> !name.matches("J.*|_JAVA.*"))
          .findAny()
          .orElseThrow();

  private Set<String> names(SpecSuite suite) {
    assertThat(suite.failed()).as(suite.output()).isZero();
    Set<String> names = new TreeSet<>();
    suite.output().lines().forEach(line -> names.add(line.substring(0, line.indexOf('='))));
    return names;
  }

  private void module() throws Exception {
    module("env", "it(\"tells\", function () os.execute(\"env | grep '^[A-Z_]*=' \"); end);");
  }

  @Test
  void passesOnlyNamedVariables() throws Exception {
    module();

    Set<String> names = names(runOne(builder -> builder));

    assertThat(names).contains("PATH").doesNotContain(OTHER);
    names.removeIf(name -> name.matches("PATH|HOME|LANG|TMPDIR|PWD|SHLVL|_|LC_.*|LUA_.*"));
    assertThat(names).containsExactly("PROSODYKIT_PROCESS");
  }

  @Test
  void passesNamedVariables() throws Exception {
    module();

    assertThat(names(runOne(builder -> builder.environment(List.of(OTHER))))).contains(OTHER);
  }

  @Test
  @RequiresProgram({"busted", "lua5.4"})
  void passesBustedTheSame() throws Exception {
    module();

    ImmutableList<SpecSuite> usual = run(builder -> builder.runner(SpecRunner.BUSTED));
    ImmutableList<SpecSuite> more =
        run(builder -> builder.runner(SpecRunner.BUSTED).environment(List.of(OTHER)));

    assertThat(names(usual.get(0))).contains("PATH").doesNotContain(OTHER);
    assertThat(names(more.get(0))).contains(OTHER);
  }
}
