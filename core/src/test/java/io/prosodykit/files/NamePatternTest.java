package io.prosodykit.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.prosodykit.files.NamePattern.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
  @ParameterizedTest
  @CsvSource({
    "*, a",
    "*, ''",
    "**, ab",
    "*.lua, a.lua",
    "*.lua, .lua",
    "?.lua, a.lua",
    "a*b?c, abxc",
    "a*b?c, abbbxc",
    "conf[1], conf[1]",
    "\\Qa, \\Qa",
    "'??', ä",
  })
  void matches(String glob, String name) {
    assertThat(NamePattern.ofGlob(glob).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', a",
    "a, ''",
    "*.lua, a.lua.old",
    "*.lua, alua",
    "?.lua, .lua",
    "?.lua, ab.lua",
    "a*b?c, abc",
    "conf[1], conf1",
    "'?', ä",
  })
  void doesNotMatch(String glob, String name) {
    assertThat(NamePattern.ofGlob(glob).matches(name)).isFalse();
  }

  @Test
  void repeatsItems() {
    NamePattern pattern =
        NamePattern.builder()
            .add('a', Count.ANY)
            .add('b', Count.AT_MOST_ONE)
            .addWildcard(Count.AT_MOST_ONE)
            .add('c', Count.ONE)
            .build();
    assertThat(new String[] {"c", "aac", "bc", "abxc", "xc", "cc", "abbc"})
        .allMatch(pattern::matches);
    assertThat(new String[] {"", "ab", "axxc", "abxxc", "cx"}).noneMatch(pattern::matches);
  }

  @Test
  @Timeout(10)
  void isNotSlowedByManyStars() {
    String name = "a".repeat(250);
    assertThat(NamePattern.ofGlob("*a".repeat(100) + "*b").matches(name)).isFalse();
    assertThat(NamePattern.ofGlob("*".repeat(100_000) + "b").matches(name)).isFalse();
  }
}
