package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.files.ParallelTasks;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.ModuleLayout;
import io.prosodykit.moduletree.ModuleTargets;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;

/** Reads modules while it prepares the checks, and checks each module as soon as both are ready. */
final class LintRun {
  private final LintSettings settings;

  /** The branches that each module was checked against. */
  private final Queue<ImmutableList<ProsodyVersion>> checked = new ConcurrentLinkedQueue<>();

  /** The modules that were read before the checks were ready. */
  private final Queue<LintedModule> unchecked = new ConcurrentLinkedQueue<>();

  LintRun(LintSettings settings) {
    this.settings = settings;
  }

  LintReport lint(List<Path> folders) throws IOException {
    try (ParallelTasks tasks = new ParallelTasks()) {
      // reading the facts takes as long as reading the modules, so both happen at once
      Future<TargetChecks> checks = tasks.begin(this::prepare);
      List<ModuleLayout> layouts = new ArrayList<>();
      for (Path folder : folders) {
        layouts.add(ModuleLayout.find(folder));
      }
      ImmutableSet<String> names = names(layouts);
      List<Future<List<Finding>>> found = new ArrayList<>();
      for (ModuleFiles module : modules(layouts)) {
        found.add(tasks.begin(() -> lint(module, names, checks)));
      }
      tasks.finish();
      TargetChecks ready = ParallelTasks.result(checks);
      for (Future<List<Finding>> task : found) {
        // until it is done, it may still add an unchecked module
        List<Finding> unused = ParallelTasks.result(task);
      }
      for (LintedModule module = unchecked.poll(); module != null; module = unchecked.poll()) {
        LintedModule each = module;
        found.add(tasks.begin(() -> check(each, ready)));
      }
      tasks.finish();
      return report(layouts, found);
    }
  }

  private TargetChecks prepare() {
    return TargetChecks.prepare(settings.facts(), settings.targets().range());
  }

  private LintReport report(List<ModuleLayout> layouts, List<Future<List<Finding>>> found)
      throws IOException {
    List<Finding> all = new ArrayList<>();
    for (Future<List<Finding>> task : found) {
      all.addAll(ParallelTasks.result(task));
    }
    UnreadableFiles misplaced = new UnreadableFiles(settings);
    layouts.forEach(misplaced::add);
    all.addAll(misplaced.found());
    return LintReport.of(checked, all);
  }

  private static ImmutableSet<String> names(List<ModuleLayout> layouts) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (ModuleLayout layout : layouts) {
      for (ModuleFiles module : layout.modules()) {
        names.add(module.name());
      }
    }
    return names.build();
  }

  private static List<ModuleFiles> modules(List<ModuleLayout> layouts) {
    List<ModuleFiles> modules = new ArrayList<>();
    for (ModuleLayout layout : layouts) {
      modules.addAll(layout.modules());
      for (Path library : layout.libraries()) {
        modules.add(ModuleFiles.ofLibrary(library));
      }
    }
    return modules;
  }

  /** Reads a module, and checks it if the checks are ready. */
  private List<Finding> lint(
      ModuleFiles files, ImmutableSet<String> names, Future<TargetChecks> checks)
      throws IOException {
    UnreadableFiles unreadable = new UnreadableFiles(settings);
    LintedModule module = read(files, names, unreadable);
    List<Finding> found = new ArrayList<>(unreadable.found());
    if (checks.isDone()) {
      found.addAll(check(module, ParallelTasks.result(checks)));
    } else {
      unchecked.add(module);
    }
    return found;
  }

  private LintedModule read(
      ModuleFiles files, ImmutableSet<String> names, UnreadableFiles unreadable) {
    Map<Path, ModuleCode> code = new LinkedHashMap<>();
    read(files.main(), code, unreadable);
    for (Path part : files.parts()) {
      read(part, code, unreadable);
    }
    ModuleTargets targets = settings.targets().of(files.main());
    return LintedModule.of(files, Collections.unmodifiableMap(code), names, targets);
  }

  private static void read(Path file, Map<Path, ModuleCode> code, UnreadableFiles unreadable) {
    try {
      code.put(file, ModuleCode.read(file));
    } catch (IOException e) {
      unreadable.add(file, e);
    }
  }

  List<Finding> check(LintedModule module, TargetChecks ready) {
    TargetRange targets = module.targets().range();
    if (!module.name().isEmpty()) {
      checked.add(targets.branches());
    }
    Findings findings = new Findings(settings);
    for (Map.Entry<Path, ModuleCode> code : module.code().entrySet()) {
      findings.open(code.getKey(), code.getValue());
    }
    UnreadableFiles unreadable = new UnreadableFiles(settings);
    ready.of(targets).check(module, findings, unreadable);
    List<Finding> found = new ArrayList<>(findings.found());
    found.addAll(unreadable.found());
    return found;
  }
}
