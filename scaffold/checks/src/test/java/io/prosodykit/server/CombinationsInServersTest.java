package io.prosodykit.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.scaffold.Combinations;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scaffolds load in real servers without a complaint, whatever they combine. */
@Tag("external")
@Tag("slow")
final class CombinationsInServersTest {
  static Stream<Arguments> runs() {
    return Stream.of("0.11", "0.12", "13.0")
        .flatMap(branch -> Combinations.FOLDERS.stream().map(half -> Arguments.of(branch, half)));
  }

  @ParameterizedTest(name = "on {0}, part {1}")
  @MethodSource("runs")
  void load(String branch, String half, @TempDir Path folder) throws Exception {
    ImmutableSet<String> names = Combinations.write(half, ProsodyVersion.parse(branch), folder);

    VerifyReport report =
        ServerVerification.builder(List.of(folder))
            .watch(Duration.ofSeconds(1))
            .reload(true)
            .build()
            .run(ProsodyInstallation.in(ProsodyReleases.server(branch)));

    assertThat(report.complaints()).isEmpty();
    assertThat(report.others()).isEmpty();
    assertThat(report.modules()).containsExactlyInAnyOrderElementsOf(names);
    assertThat(names).hasSizeGreaterThan(30);
  }
}
