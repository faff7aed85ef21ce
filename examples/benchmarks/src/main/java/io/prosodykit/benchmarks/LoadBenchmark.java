package io.prosodykit.benchmarks;

import io.prosodykit.catalog.ModuleCatalog;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads catalogue files of synthetic modules, each with evidence. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx2g")
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class LoadBenchmark {
  /** The number of modules. */
  @Param({"1000", "10000", "100000"})
  public int modules;

  private byte[] file = {};

  /** Writes the file. */
  @Setup
  public void write() {
    StringBuilder json =
        new StringBuilder("{\"formatVersion\":1,\"knowledge\":{\"version\":\"1\",")
            .append("\"asOf\":\"2026-11-30\",\"modules\":[");
    for (int i = 0; i < modules; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"name\":\"m")
          .append(i)
          .append("\",\"ships\":[\"0.12\",\"13.0\"],\"options\":[{\"name\":\"m")
          .append(i)
          .append("_limit\",\"type\":\"integer\",\"default\":\"5\",\"in\":[\"0.12.3\"]}]}");
    }
    json.append("]},\"modules\":[");
    for (int i = 0; i < modules; i++) {
      json.append(i == 0 ? "" : ",")
          .append("{\"name\":\"m")
          .append(i)
          .append("\",\"layer\":\"02-stream\",\"stability\":\"core\",\"purpose\":\"Number ")
          .append(i)
          .append("\",\"specifications\":[\"XEP-0198\"]}");
    }
    file = json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads the file. */
  @Benchmark
  public ModuleCatalog load() {
    return ModuleCatalog.parse("synthetic", file);
  }
}
