package io.prosodykit.benchmarks;

import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.version.ProsodyVersion;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The first use in a fresh JVM. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(20)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdStartBenchmark {

  /** Loads the modules of the guide. */
  @Benchmark
  public ModuleCatalog reference() {
    return ModuleCatalog.reference();
  }

  /** Loads all modules. */
  @Benchmark
  public ModuleCatalog complete() {
    return ModuleCatalog.complete();
  }

  /** Loads all modules, and evaluates one compatibility from the evidence. */
  @Benchmark
  public Compatibility completeAndCompatibility() {
    return ModuleCatalog.complete().compatibility("muc_mam", ProsodyVersion.parse("0.12.3"));
  }
}
