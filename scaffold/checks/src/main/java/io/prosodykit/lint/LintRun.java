package io.prosodykit.lint;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.ModuleLayout;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads modules while it prepares the checks, and checks each module as soon as both are ready. */
final class LintRun {
  /** The number of modules that are worth one more thread. */
  private static final int MODULES_FOR_A_THREAD = 8;

  private final LintSettings settings;
  private final FutureTask<TargetChecks> checks;

  /** The branches that each module was checked against. */
  private final Queue<ImmutableList<ProsodyVersion>> judged = new ConcurrentLinkedQueue<>();

  /** The index of the module to read next. */
  private final AtomicInteger next = new AtomicInteger();

  LintRun(LintSettings settings) {
    this.settings = settings;
    this.checks =
        new FutureTask<>(
            () -> TargetChecks.prepare(settings.facts(), settings.targets().range().branches()));
  }

  /** Makes a run that is ready to check modules. */
  static LintRun ready(LintSettings settings) {
    LintRun run = new LintRun(settings);
    run.checks.run();
    return run;
  }

  LintReport lint(List<Path> folders) throws IOException {
    // reading the facts takes as long as reading the modules, so both happen at once
    start(checks);
    List<ModuleLayout> layouts = new ArrayList<>();
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    List<ModuleFiles> all = new ArrayList<>();
    List<ModuleFiles> libraries = new ArrayList<>();
    for (Path folder : folders) {
      ModuleLayout layout = ModuleLayout.find(folder);
      layouts.add(layout);
      all.addAll(layout.modules());
      for (ModuleFiles module : layout.modules()) {
        names.add(module.name());
      }
      for (Path library : layout.libraries()) {
        libraries.add(ModuleFiles.ofLibrary(library));
      }
    }
    all.addAll(libraries);
    List<Finding> found = inThreads(new Worker(all, names.build()));
    UnreadableFiles misplaced = new UnreadableFiles(settings);
    for (ModuleLayout layout : layouts) {
      misplaced.add(layout);
    }
    found.addAll(misplaced.found());
    return LintReport.of(judged, found);
  }

  private static void start(FutureTask<?> task) {
    Thread thread = new Thread(task, "prosodykit-lint");
    thread.setDaemon(true);
    thread.start();
  }

  /** Reads and checks modules on each processor, including on this thread. */
  private List<Finding> inThreads(Worker worker) throws IOException {
    int threads =
        Math.min(
            Runtime.getRuntime().availableProcessors(), worker.files.size() / MODULES_FOR_A_THREAD);
    List<FutureTask<List<Finding>>> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      FutureTask<List<Finding>> other = new FutureTask<>(worker);
      others.add(other);
      start(other);
    }
    try {
      List<Finding> found = worker.findings();
      for (FutureTask<List<Finding>> other : others) {
        found.addAll(result(other));
      }
      return found;
    } finally {
      // if one failed, the others need not continue
      next.set(worker.files.size());
    }
  }

  private static <T> T result(FutureTask<T> task) throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNull(e.getCause());
      Throwables.throwIfInstanceOf(cause, IOException.class);
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while linting modules");
    }
  }

  /** Takes one module after another. */
  private final class Worker implements Callable<List<Finding>> {
    private final List<ModuleFiles> files;
    private final ImmutableSet<String> names;

    Worker(List<ModuleFiles> files, ImmutableSet<String> names) {
      this.files = files;
      this.names = names;
    }

    @Override
    public List<Finding> call() throws IOException {
      // joining before the checks are ready costs a fresh process 5 %
      result(checks);
      return findings();
    }

    List<Finding> findings() throws IOException {
      List<Finding> found = new ArrayList<>();
      UnreadableFiles unreadable = new UnreadableFiles(settings);
      List<LintedModule> unchecked = new ArrayList<>();
      for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
        unchecked.add(read(files.get(i), names, unreadable));
        if (checks.isDone()) {
          check(unchecked, found, unreadable);
        }
      }
      check(unchecked, found, unreadable);
      found.addAll(unreadable.found());
      return found;
    }

    private void check(List<LintedModule> modules, List<Finding> found, UnreadableFiles unreadable)
        throws IOException {
      TargetChecks ready = result(checks);
      for (LintedModule module : modules) {
        found.addAll(LintRun.this.check(module, ready, unreadable));
      }
      modules.clear();
    }
  }

  private LintedModule read(
      ModuleFiles files, ImmutableSet<String> all, UnreadableFiles unreadable) {
    Map<Path, ModuleCode> code = new LinkedHashMap<>();
    read(files.main(), code, unreadable);
    for (Path part : files.parts()) {
      read(part, code, unreadable);
    }
    ModuleTargets targets = settings.targets().of(files.main());
    return LintedModule.of(files, Collections.unmodifiableMap(code), all, targets);
  }

  List<Finding> check(LintedModule module) throws IOException {
    UnreadableFiles unreadable = new UnreadableFiles(settings);
    List<Finding> found = new ArrayList<>(check(module, result(checks), unreadable));
    found.addAll(unreadable.found());
    return found;
  }

  private static void read(Path file, Map<Path, ModuleCode> code, UnreadableFiles unreadable) {
    try {
      code.put(file, ModuleCode.read(file));
    } catch (IOException e) {
      unreadable.add(file, e);
    }
  }

  private List<Finding> check(LintedModule module, TargetChecks ready, UnreadableFiles unreadable) {
    ImmutableList<ProsodyVersion> branches = module.targets().range().branches();
    if (!module.name().isEmpty()) {
      judged.add(branches);
    }
    Findings findings = new Findings(settings);
    for (Map.Entry<Path, ModuleCode> code : module.code().entrySet()) {
      findings.open(code.getKey(), code.getValue());
    }
    ready.of(branches).check(module, findings, unreadable);
    return findings.found();
  }
}
