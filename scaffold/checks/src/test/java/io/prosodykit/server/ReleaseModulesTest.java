package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.moduletree.ModuleTargets.Origin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseModulesTest {
  private static ModuleUnderTest module(String name, String targets, Origin origin) {
    return new ModuleUnderTest(
        name,
        ImmutableSet.of(),
        ImmutableList.of(),
        ImmutableSet.of(),
        ModuleUnderTest.Place.HOST,
        ImmutableSet.of(),
        new ModuleTargets(TargetRange.parse(targets), origin, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.11.9                               | old plain
          0.11.9-2+deb11u2                     | old plain
          0.12.3                               | given plain
          0.12 nightly build 7 (2024-01-02, a) | given plain
          13.0.1                               | given new plain
          13.0.1~rc1                           | given new plain
          trunk nightly build 1 (2026-11-30)   | given new plain
          13.1.0                               | plain
          hg:0123456789ab                      | given new old plain
          (unknown version)                    | given new old plain
          1.2.3                                | given new old plain
          """)
  void runsTheModulesForARelease(String version, String names) {
    ReleaseModules modules =
        ReleaseModules.of(
            List.of(
                module("given", "[0.12,13.0]", Origin.GIVEN),
                module("new", "13.0", Origin.RECORDED),
                module("old", "0.11", Origin.RECORDED),
                module("plain", "0.12,13.0", Origin.ASSUMED)),
            version);

    assertThat(modules.included())
        .extracting(ModuleUnderTest::name)
        .containsExactly(names.split(" ", -1));
    assertThat(modules.included().size() + modules.omitted().size()).isEqualTo(4);
  }
}
