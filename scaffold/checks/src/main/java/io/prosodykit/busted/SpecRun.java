package io.prosodykit.busted;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.process.Limits;
import io.prosodykit.process.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the specs of modules: {@code spec/**}{@code /*_spec.lua} in the folder of {@code mod_x.lua},
 * written for busted.
 *
 * <p>Each module runs in a process of its own, in the folder of the module. With the embedded
 * runner, {@code require} finds the Lua files there and a part of LuaFileSystem, but no library of
 * the machine. The process may use 60 seconds, 512 MB of memory (including native memory; not
 * measured on Windows) and 64 MB of printed text. A module that exceeds a limit fails; the others
 * still run. The process gets only a part of the environment. These are limits, not a sandbox:
 * specs and the modules that they load run with the rights of the user, and {@code io.open}, {@code
 * os.execute} and {@code package.loadlib} can reach everything that the user can. Run only specs
 * that you trust. A program that a spec starts in a session of its own and without environment, as
 * {@code env -i setsid} does, is not found again, and outlives the run.
 *
 * <p>The options of a file {@code .busted} in the folder that change the results are supported:
 * {@code ROOT}, {@code recursive}, {@code pattern}, {@code exclude-pattern}, {@code tags}, {@code
 * exclude-tags}, {@code filter}, {@code filter-out}, {@code lpath}, {@code helper}, {@code
 * auto-insulate} and {@code lazy}.
 *
 * <pre>{@code
 * SpecRun run = SpecRun.builder(List.of(Path.of("src/main/prosody"))).build();
 * SpecReport report = run.run(suite -> System.out.print(SpecText.of(suite, Path.of(""))));
 * JUnitReport.write(report, Path.of("target/surefire-reports"));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class SpecRun {
  private final ImmutableList<SpecFolder> folders;
  private final LuaChoice lua;
  private final SpecProgram program;
  private final SpecOptions options;
  private final Limits limits;
  private final int threads;
  private final Optional<Path> workFolder;

  SpecRun(
      ImmutableList<SpecFolder> folders,
      LuaChoice lua,
      SpecProgram program,
      SpecOptions options,
      Limits limits,
      int threads,
      Optional<Path> workFolder) {
    this.folders = folders;
    this.lua = lua;
    this.program = program;
    this.options = options;
    this.limits = limits;
    this.threads = threads;
    this.workFolder = workFolder;
  }

  /**
   * Begins a run.
   *
   * @param directories the folders of modules, each as in {@code plugin_paths}, or a module's own
   *     folder
   * @return a builder
   */
  public static SpecRunBuilder builder(List<Path> directories) {
    return new SpecRunBuilder(directories);
  }

  /**
   * {@return the names of the modules that have specs, such as {@code mod_greeter}, in the order in
   * which they run}
   */
  public ImmutableList<String> modules() {
    ImmutableList.Builder<String> modules = ImmutableList.builder();
    for (SpecFolder folder : folders) {
      if (!folder.files().isEmpty()) {
        modules.add(folder.module());
      }
    }
    return modules.build();
  }

  /** {@return the number of suites: one for each module and Lua} */
  public int size() {
    int size = 0;
    for (SpecFolder folder : folders) {
      size += folder.files().isEmpty() ? 0 : lua.of(folder).size();
    }
    return size;
  }

  /**
   * {@return lines that tell a user before a run which modules have no specs, which have a record
   * that does not state their targets, and what is ignored in a file {@code .busted}}
   */
  public ImmutableList<String> remarks() {
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    for (SpecFolder folder : folders) {
      if (folder.files().isEmpty()) {
        remarks.add(folder.module() + " has no specs: there is no spec/**/*_spec.lua");
      }
      if (lua.given().isEmpty()) {
        folder
            .targets()
            .problem()
            .ifPresent(
                problem ->
                    remarks.add(problem + "; its specs run as for " + folder.targets().range()));
      }
      if (program instanceof EmbeddedLua) {
        for (String remark : folder.busted().remarks()) {
          remarks.add(folder.module() + "/.busted: " + remark);
        }
      }
    }
    return remarks.build();
  }

  /**
   * Runs the specs, several modules at once.
   *
   * @param listener gets the results of each module and Lua as soon as they and all those before
   *     them are done
   * @return all results
   * @throws IOException if a process cannot be started, or its files cannot be written or read
   * @throws InterruptedException if the thread is interrupted; the processes are ended
   */
  public SpecReport run(Consumer<SpecSuite> listener) throws IOException, InterruptedException {
    try (TemporaryFolder work = work()) {
      return run(work, listener);
    }
  }

  private SpecReport run(TemporaryFolder work, Consumer<SpecSuite> listener)
      throws IOException, InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<SpecSuite>>> runs = new ArrayList<>();
      for (SpecFolder folder : folders) {
        if (!folder.files().isEmpty()) {
          runs.add(executor.submit(() -> run(folder, work)));
        }
      }
      ImmutableList.Builder<SpecSuite> suites = ImmutableList.builder();
      for (Future<List<SpecSuite>> run : runs) {
        for (SpecSuite suite : run.get()) {
          listener.accept(suite);
          suites.add(suite);
        }
      }
      return new SpecReport(suites.build());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
      boolean unused = executor.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  /** Runs one Lua after another, because specs may write files in their module's folder. */
  private List<SpecSuite> run(SpecFolder folder, TemporaryFolder work)
      throws IOException, InterruptedException {
    List<SpecSuite> suites = new ArrayList<>();
    for (LuaVersion version : lua.of(folder)) {
      suites.add(new ModuleRun(program, folder, version, options, limits, work).call());
    }
    return suites;
  }

  private TemporaryFolder work() throws IOException {
    return workFolder.isPresent()
        ? TemporaryFolder.in(workFolder.get().toAbsolutePath(), "run-")
        : TemporaryFolder.create("prosody-spec-");
  }
}
