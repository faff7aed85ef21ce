package io.prosodykit.benchmarks;

import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lint.LintReport;
import io.prosodykit.lint.Linter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The linter on all modules of a package that {@code .ci/prosody-servers} downloaded. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LintBenchmark {
  /** The folder of one release. */
  @Param(".servers/13.0")
  public String release = "";

  private final Linter linter = Linter.builder(TargetRange.parse("[0.11,13.0]")).build();

  /** Lints all modules of Prosody and the community, about 2 MB, for three targets. */
  @Benchmark
  public LintReport lint() throws IOException {
    return linter.lint(
        List.of(Path.of(release, "modules"), Path.of(release, "root/usr/lib/prosody/modules")));
  }
}
