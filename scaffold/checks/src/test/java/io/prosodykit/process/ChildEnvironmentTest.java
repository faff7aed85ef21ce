package io.prosodykit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildEnvironmentTest {
  @ParameterizedTest
  @ValueSource(strings = {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "LUA_PATH_5_4"})
  void passesPathsAndLanguage(String name) {
    assertThat(ChildEnvironment.USUAL.passes(name, false)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GITHUB_TOKEN",
        "AWS_SECRET_ACCESS_KEY",
        "PATHS",
        "path",
        "LUA",
        "MY_LUA_PATH",
        ""
      })
  void holdsBackWhatIsNotNamed(String name) {
    assertThat(ChildEnvironment.USUAL.passes(name, false)).isFalse();
  }

  @Test
  void passesWhatWindowsNeedsOnlyThere() {
    assertThat(ChildEnvironment.USUAL.passes("SystemRoot", true)).isTrue();
    assertThat(ChildEnvironment.USUAL.passes("Path", true)).isTrue();
    assertThat(ChildEnvironment.USUAL.passes("SystemRoot", false)).isFalse();
  }

  @Test
  void removesEverythingElseFromTheEnvironment() {
    ProcessBuilder command = new ProcessBuilder("true");
    Map<String, String> environment = command.environment();
    environment.clear();
    environment.putAll(Map.of("PATH", "/bin", "SECRET", "x", "CI_JOB", "7", "CI", "1"));

    ChildEnvironment.USUAL.with(List.of("CI_*", "UNSET")).with(List.of()).restrict(command);

    assertThat(environment).containsOnlyKeys("PATH", "CI_JOB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A=B", "*", "A*B", "A**", "A\0"})
  void refusesWhatIsNotAName(String name) {
    assertThatThrownBy(() -> ChildEnvironment.USUAL.with(List.of(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + name + "\" is not an environment variable: write JAVA_HOME");
  }
}
