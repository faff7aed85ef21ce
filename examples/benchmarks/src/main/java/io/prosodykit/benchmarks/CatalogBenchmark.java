package io.prosodykit.benchmarks;

import com.google.common.collect.ImmutableList;
import io.prosodykit.catalog.Compatibility;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Requirements;
import io.prosodykit.catalog.Stability;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Queries of a loaded catalogue. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CatalogBenchmark {
  private final ModuleCatalog catalog = ModuleCatalog.complete();
  private final ProsodyVersion version = ProsodyVersion.parse("0.12.3");
  private final XepRef xep = XepRef.of(313);

  /** Finds a module by its name. */
  @Benchmark
  public ModuleEntry get() {
    return catalog.get("muc_mam");
  }

  /** Finds a module by the name of its file. */
  @Benchmark
  public ModuleEntry getWithPrefix() {
    return catalog.get("mod_muc_mam");
  }

  /** Finds the modules of a layer and a stability. */
  @Benchmark
  public ImmutableList<ModuleEntry> query() {
    return catalog.query().layer(Layer.STREAM).stability(Stability.BETA).modules();
  }

  /** Finds the modules that implement a XEP. */
  @Benchmark
  public ImmutableList<ModuleEntry> implementing() {
    return catalog.query().implementing(xep).modules();
  }

  /** Finds the modules that handle an event. */
  @Benchmark
  public ImmutableList<ModuleEntry> handling() {
    return catalog.query().handling("presence/bare").modules();
  }

  /** Finds the modules that fire an event. */
  @Benchmark
  public ImmutableList<ModuleEntry> firing() {
    return catalog.query().firing("user-flag-added/spammer").modules();
  }

  /** Finds the modules that read an option. */
  @Benchmark
  public ImmutableList<ModuleEntry> reading() {
    return catalog.query().reading("storage").modules();
  }

  /** Finds the modules that load another one. */
  @Benchmark
  public ImmutableList<ModuleEntry> requiring() {
    return catalog.query().requiring("http").modules();
  }

  /** Finds the modules that offer items of a kind. */
  @Benchmark
  public ImmutableList<ModuleEntry> providing() {
    return catalog.query().providing("storage").modules();
  }

  /** Finds the modules of a layer that are compatible with a version. */
  @Benchmark
  public ImmutableList<ModuleEntry> compatibleOfLayer() {
    return catalog.query().layer(Layer.STREAM).compatibleWith(version).modules();
  }

  /** Finds all modules that are compatible with a version. */
  @Benchmark
  public ImmutableList<ModuleEntry> compatible() {
    return catalog.query().compatibleWith(version).modules();
  }

  /** Evaluates one compatibility with its reasons. */
  @Benchmark
  public Compatibility compatibility() {
    return catalog.compatibility("muc_mam", version);
  }

  /** Finds the requirements of a module. */
  @Benchmark
  public Requirements requirements() {
    return catalog.requirements("http_upload");
  }
}
