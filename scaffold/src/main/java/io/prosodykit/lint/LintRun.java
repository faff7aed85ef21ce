package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.lua.ModuleCode;
import io.prosodykit.lua.ModuleFiles;
import io.prosodykit.lua.ModuleLayout;
import io.prosodykit.lua.TreeProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads modules while it makes the checks ready, and checks each as soon as both are there. */
final class LintRun {
  private final LintSettings settings;

  /** What is to be read. */
  private final Queue<ModuleFiles> left = new ConcurrentLinkedQueue<>();

  /** What was read before there were checks. */
  private final Queue<LintedModule> early = new ConcurrentLinkedQueue<>();

  LintRun(LintSettings settings) {
    this.settings = settings;
  }

  LintReport lint(List<Path> folders) throws IOException {
    // reading the facts takes as long as reading the modules, so both happen at once
    CompletableFuture<ImmutableList<Check>> checks =
        CompletableFuture.supplyAsync(new Preparation(settings));
    List<ModuleLayout> layouts = new ArrayList<>();
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    List<ModuleFiles> modules = new ArrayList<>();
    List<ModuleFiles> libraries = new ArrayList<>();
    for (Path folder : folders) {
      ModuleLayout layout = ModuleLayout.find(folder);
      layouts.add(layout);
      modules.addAll(layout.modules());
      for (ModuleFiles module : layout.modules()) {
        names.add(module.name());
      }
      for (Path library : layout.libraries()) {
        libraries.add(ModuleFiles.ofLibrary(library));
      }
    }
    left.addAll(modules);
    left.addAll(libraries);
    List<Finding> found = new ArrayList<>(inThreads(new Worker(names.build(), checks)));
    addMisplaced(layouts, found);
    return LintReport.of(settings.targets(), modules.size(), found);
  }

  /**
   * Has each processor read and check, this thread among them. The others come to help when the
   * checks are ready: until then one makes these, and in a fresh JVM the compiler needs one.
   */
  private List<Finding> inThreads(Worker worker) throws IOException {
    List<CompletableFuture<List<Finding>>> others = new ArrayList<>();
    for (int i = 1; i < Runtime.getRuntime().availableProcessors(); i++) {
      others.add(worker.checks.thenApplyAsync(worker));
    }
    try {
      List<Finding> found = worker.findings();
      for (CompletableFuture<List<Finding>> other : others) {
        found.addAll(other.join());
      }
      return found;
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException fault) {
        throw cause(fault);
      }
      throw e;
    } catch (UncheckedIOException e) {
      throw cause(e);
    } finally {
      leaveRest();
    }
  }

  /**
   * Leaves what is not read yet unread; {@code clear} has a lambda, which costs a fresh JVM more.
   */
  private void leaveRest() {
    while (!left.isEmpty()) {
      left.poll();
    }
  }

  private static IOException cause(UncheckedIOException e) {
    return Objects.requireNonNull(e.getCause());
  }

  /** Takes one module after the other. */
  private final class Worker implements Function<ImmutableList<Check>, List<Finding>> {
    private final ImmutableSet<String> names;
    private final CompletableFuture<ImmutableList<Check>> checks;

    Worker(ImmutableSet<String> names, CompletableFuture<ImmutableList<Check>> checks) {
      this.names = names;
      this.checks = checks;
    }

    @Override
    public List<Finding> apply(ImmutableList<Check> ready) {
      return findings();
    }

    List<Finding> findings() {
      List<Finding> found = new ArrayList<>();
      for (ModuleFiles files = left.poll(); files != null; files = left.poll()) {
        LintedModule module = read(files, names);
        if (checks.isDone()) {
          // and the module need not be kept
          found.addAll(check(module, checks.join()));
        } else {
          early.add(module);
        }
      }
      ImmutableList<Check> ready = checks.join();
      for (LintedModule module = early.poll(); module != null; module = early.poll()) {
        found.addAll(check(module, ready));
      }
      return found;
    }
  }

  /** Makes the checks ready. */
  private record Preparation(LintSettings settings) implements Supplier<ImmutableList<Check>> {
    @Override
    public ImmutableList<Check> get() {
      // asked for a name that nobody has, it reads all that there is, before the first check asks
      var unused = Evidence.find("");
      ImmutableList.Builder<Target> all = ImmutableList.builder();
      for (ProsodyVersion version : settings.targets()) {
        all.add(Target.of(version));
      }
      Targets targets = new Targets(all.build());
      return ImmutableList.of(
          new ApiCheck(targets),
          new StoreCheck(targets),
          new LibraryCheck(targets),
          new LuaCheck(targets),
          new DependencyCheck(targets),
          new ModuleNameCheck(targets),
          new OptionCheck(targets),
          new GlobalsCheck(),
          new NamespaceCheck(),
          new ReadmeCheck(),
          new RockspecCheck());
    }
  }

  private static LintedModule read(ModuleFiles files, ImmutableSet<String> all) {
    try {
      Map<Path, ModuleCode> code = new LinkedHashMap<>();
      code.put(files.main(), ModuleCode.read(files.main()));
      for (Path part : files.parts()) {
        code.put(part, ModuleCode.read(part));
      }
      return new LintedModule(files, Collections.unmodifiableMap(code), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Finding> check(LintedModule module, ImmutableList<Check> checks) {
    Findings findings = new Findings(settings);
    for (Map.Entry<Path, ModuleCode> code : module.code().entrySet()) {
      findings.open(code.getKey(), code.getValue());
    }
    try {
      for (Check check : checks) {
        check.check(module, findings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return findings.found();
  }

  private void addMisplaced(List<ModuleLayout> layouts, List<Finding> found) {
    Findings findings = new Findings(settings);
    for (ModuleLayout layout : layouts) {
      for (TreeProblem problem : layout.problems()) {
        findings.add(
            LintRule.FILE_MISPLACED,
            problem.file(),
            problem.message(),
            "a module x is mod_x.lua, in the folder itself or in one called mod_x");
      }
    }
    found.addAll(findings.found());
  }
}
