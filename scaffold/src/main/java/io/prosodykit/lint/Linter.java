package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Evidence;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.catalog.VersionRange;
import io.prosodykit.lua.ModuleCode;
import io.prosodykit.lua.ModuleFiles;
import io.prosodykit.lua.ModuleLayout;
import io.prosodykit.lua.TreeProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Reads modules and says what will not work on the releases that they are for.
 *
 * <pre>{@code
 * LintReport report =
 *     Linter.builder(VersionRange.parse("[0.11,13.0]"))
 *         .disable(LintRule.OPTION_UNPREFIXED)
 *         .build()
 *         .lint(List.of(Path.of("src/main/prosody")));
 * System.out.print(LintFormat.TEXT.print(report));
 * }</pre>
 */
public final class Linter {
  private final LintSettings settings;

  private Linter(LintSettings settings) {
    this.settings = settings;
  }

  /**
   * Begins a linter for the branches in a range.
   *
   * @param targets a range that reaches into a {@linkplain ProsodyVersion#BRANCHES known branch}
   * @return a builder
   * @throws IllegalArgumentException if the range reaches into none
   */
  public static Builder builder(VersionRange targets) {
    return builder(targets.branches());
  }

  /**
   * Begins a linter for some releases.
   *
   * @param targets releases, branches or trunk; at least one
   * @return a builder
   * @throws IllegalArgumentException if there is none, or nothing is {@linkplain
   *     Evidence#isRecorded recorded} of one
   */
  public static Builder builder(Collection<ProsodyVersion> targets) {
    return new Builder(targets);
  }

  /**
   * Lints the modules in some folders.
   *
   * @param folders the folders, each as it would stand in {@code plugin_paths}
   * @return what was found
   * @throws IOException if a folder or a file cannot be read
   */
  public LintReport lint(List<Path> folders) throws IOException {
    // reading the facts takes as long as reading the modules, so both happen at once
    CompletableFuture<ImmutableList<Check>> checks = CompletableFuture.supplyAsync(this::checks);
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
    ImmutableSet<String> all = names.build();
    int count = modules.size();
    modules.addAll(libraries);
    // what is checked as soon as it is read need not be kept
    Queue<LintedModule> early = new ConcurrentLinkedQueue<>();
    try {
      List<Finding> found = new ArrayList<>();
      modules.parallelStream()
          .map(
              files -> {
                LintedModule module = read(files, all);
                if (checks.isDone()) {
                  return check(module, checks.join());
                }
                early.add(module);
                return ImmutableList.<Finding>of();
              })
          .toList()
          .forEach(found::addAll);
      ImmutableList<Check> ready = checks.join();
      early.parallelStream().map(module -> check(module, ready)).toList().forEach(found::addAll);
      addMisplaced(layouts, found);
      return LintReport.of(settings.targets(), count, found);
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private ImmutableList<Check> checks() {
    // asked for a name that nobody has, it reads all that there is, before the first check asks
    var unused = Evidence.find("");
    ImmutableList.Builder<Target> all = ImmutableList.builder();
    for (ProsodyVersion version : settings.targets()) {
      all.add(Target.of(version));
    }
    Targets targets = new Targets(all.build());
    return ImmutableList.of(
        new ApiCheck(targets),
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

  private static LintedModule read(ModuleFiles files, ImmutableSet<String> all) {
    try {
      Map<Path, ModuleCode> code = new LinkedHashMap<>();
      code.put(files.main(), ModuleCode.read(files.main()));
      for (Path part : files.parts()) {
        code.put(part, ModuleCode.read(part));
      }
      return new LintedModule(files, ImmutableMap.copyOf(code), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Finding> check(LintedModule module, ImmutableList<Check> checks) {
    Findings findings = new Findings(settings);
    module.code().forEach(findings::open);
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

  /** Makes a linter. */
  public static final class Builder {
    private final ImmutableSet<ProsodyVersion> targets;
    private final Set<LintRule> disabled = EnumSet.noneOf(LintRule.class);
    private final Map<LintRule, Severity> severities = new EnumMap<>(LintRule.class);
    private Path base = Path.of("").toAbsolutePath();

    private Builder(Collection<ProsodyVersion> targets) {
      this.targets = ImmutableSet.copyOf(new TreeSet<>(targets));
      if (this.targets.isEmpty()) {
        throw new IllegalArgumentException(
            "no target is a known branch of Prosody: choose among " + ProsodyVersion.BRANCHES);
      }
      for (ProsodyVersion target : this.targets) {
        if (!Evidence.isRecorded(target)) {
          throw new IllegalArgumentException(
              "nothing is known of Prosody "
                  + target
                  + ": choose among "
                  + ProsodyVersion.BRANCHES);
        }
      }
    }

    /**
     * Leaves a rule out.
     *
     * @param rule the rule
     * @return this builder
     */
    public Builder disable(LintRule rule) {
      disabled.add(rule);
      return this;
    }

    /**
     * Sets how bad the findings of a rule are.
     *
     * @param rule the rule
     * @param severity the severity
     * @return this builder
     */
    public Builder severity(LintRule rule, Severity severity) {
      severities.put(rule, severity);
      return this;
    }

    /**
     * Sets the folder from which findings name files. Without this it is the current one.
     *
     * @param folder the folder
     * @return this builder
     */
    public Builder base(Path folder) {
      base = folder.toAbsolutePath().normalize();
      return this;
    }

    /**
     * Makes the linter.
     *
     * @return a linter, which may be used from several threads
     */
    public Linter build() {
      return new Linter(
          new LintSettings(
              targets, ImmutableSet.copyOf(disabled), ImmutableMap.copyOf(severities), base));
    }
  }
}
