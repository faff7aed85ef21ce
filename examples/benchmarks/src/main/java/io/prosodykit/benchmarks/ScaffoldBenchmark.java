package io.prosodykit.benchmarks;

import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
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

/** All files of one module, in memory. {@code -bm ss -f 11 -wi 0 -i 1} measures it cold. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScaffoldBenchmark {
  /** The recipe. */
  @Param({
    "guide",
    "adhoc-command",
    "archive-policy",
    "auth-provider",
    "component",
    "http-endpoint",
    "iq-handler",
    "message-filter",
    "metrics",
    "muc-plugin",
    "net-listener",
    "pep-service",
    "presence-watch",
    "scheduled-task",
    "shell-command",
    "storage-driver",
    "stream-feature",
    "webhook"
  })
  public String recipe = "";

  /** Builds the specification and its scaffold. */
  @Benchmark
  public Scaffold scaffold() {
    Recipe read = Recipe.parse(recipe);
    return Scaffold.of(ModuleSpec.builder(read.prefix() + "greeter", read).build());
  }
}
