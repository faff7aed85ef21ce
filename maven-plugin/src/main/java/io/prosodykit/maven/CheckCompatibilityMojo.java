package io.prosodykit.maven;

import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.version.ProsodyVersion;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Judges modules on versions of Prosody, prints every judgement with its reasons, and fails with
 * all those that do not pass. Bound in a build it holds a project to the modules that its servers
 * can run.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check-compatibility",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class CheckCompatibilityMojo extends AbstractProsodyMojo {
  private static final List<String> NONE = List.of("none");

  /**
   * The names of the modules to judge, with or without <code>mod_</code>. Without this, every
   * module of the catalogue is judged, and in a project of packaging <code>prosody-module</code>
   * those that the project's own modules load. Example: <code>
   * -Dprosody.modules=roster,smacks</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.modules")
  private List<@Nullable String> modules = List.of();

  /**
   * The configuration of a server, whose modules are judged, beside those of <code>prosody.modules
   * </code>, with those of the files that it includes; it is read, not run. Example: <code>
   * -Dprosody.serverConfig=/etc/prosody/prosody.cfg.lua</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.serverConfig")
  private @Nullable File serverConfig;

  /**
   * The versions of Prosody to judge them on: releases, branches, trunk, or ranges, which stand for
   * each branch in them. In a project of packaging <code>prosody-module</code> they are by default
   * those that the modules are for. Examples: <code>-Dprosody.version=0.12.3,13.0</code>, <code>
   * -Dprosody.version=[0.11,13.0]</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.version")
  private List<@Nullable String> version = List.of();

  /**
   * The versions of Prosody that all modules of a project of packaging <code>prosody-module</code>
   * are for, a list or a range. They count where <code>prosody.version</code> is not given. Without
   * this each module is for those that its <code>.prosodykit.json</code> names, which <code>
   * new-module</code> writes, or else for 0.12 and 13.0. Example: <code>
   * -Dprosody.targets=[0.11,13.0]</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.targets")
  private List<@Nullable String> targets = List.of();

  /**
   * The folders of the project's own modules, as they stand in <code>plugin_paths</code>. The
   * default is <code>src/main/prosody</code>. They count in a project of packaging <code>
   * prosody-module</code>. Example: <code>-Dprosody.directories=modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.directories")
  private List<@Nullable String> directories = List.of();

  /**
   * The verdicts that fail: <code>compatible</code>, <code>disputed</code> (policy and evidence
   * contradict each other), <code>incompatible</code>, <code>unknown</code>; or <code>none</code>,
   * to print and never fail. Example: <code>-Dprosody.failOn=incompatible</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.failOn", defaultValue = "incompatible,disputed")
  private List<@Nullable String> failOn = List.of();

  /**
   * Whether to leave the check out. Example: <code>-Dprosody.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.skip", defaultValue = "false")
  private boolean skip;

  /**
   * What to print on standard output: <code>table</code>, <code>json</code> or <code>csv</code>.
   * Example: <code>-Dprosody.format=json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.format", defaultValue = "table")
  private String format;

  /**
   * A file for the answer, in UTF-8, instead of standard output; its folder is made if need be.
   * Example: <code>-Dprosody.outputFile=modules.json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputFile")
  private @Nullable File outputFile;

  @Parameter(defaultValue = "${project.packaging}", readonly = true)
  private @Nullable String packaging;

  @Parameter(defaultValue = "${project.file}", readonly = true)
  private @Nullable File pom;

  /** Made by Maven. */
  public CheckCompatibilityMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    if (skip) {
      getLog().info("The compatibility check is skipped.");
      return;
    }
    ParameterErrors mistakes = new ParameterErrors();
    Optional<OutputFormat> output = mistakes.read("prosody.format", format, OutputFormat::parse);
    boolean ofProject = PACKAGING.equals(packaging);
    TargetChoice choice = VersionList.targets(mistakes, targets);
    boolean byTargets = ofProject && version.isEmpty();
    List<ProsodyVersion> versions =
        byTargets
            ? choice.range().branches()
            : VersionList.read(mistakes, "prosody.version", version);
    List<Verdict> failing =
        NONE.equals(failOn)
            ? List.of()
            : mistakes.readSome("prosody.failOn", failOn, "none", Verdict::parse);
    ModuleCatalog catalog = catalog();
    Map<String, Collection<ProsodyVersion>> judged = new LinkedHashMap<>();
    if (!modules.isEmpty() || serverConfig != null) {
      named(mistakes, catalog).forEach(name -> judged.put(name, versions));
    } else if (ofProject) {
      List<Path> folders = ModuleFolders.read(mistakes, directories, pom, basedir);
      LoadedModules.of(folders, catalog, choice)
          .asMap()
          .forEach((name, branches) -> judged.put(name, byTargets ? branches : versions));
    } else {
      catalog.modules().forEach(entry -> judged.put(entry.name(), versions));
    }
    mistakes.check();
    if (judged.isEmpty()) {
      getLog().info("The modules load no other module of the catalogue, so none is judged.");
      return;
    }
    CompatibilityReport judgements = CompatibilityReport.of(catalog, judged, failing);
    new GoalOutput(judgements::table, judgements::json, () -> judgements.csv().toString())
        .print(output.orElseThrow(), outputFile);
    judgements.check();
  }

  private Set<String> named(ParameterErrors mistakes, ModuleCatalog catalog) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    if (!modules.isEmpty()) {
      for (ModuleEntry entry :
          mistakes.readSome("prosody.modules", modules, "roster", catalog::get)) {
        names.add(entry.name());
      }
    }
    names.addAll(ServerConfig.modules(mistakes, serverConfig, getLog()));
    return names;
  }
}
