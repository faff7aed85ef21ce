package io.prosodykit.maven;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.catalog.Compatibility.Basis;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.moduletree.LoadedModules;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.report.CompatibilityReport;
import io.prosodykit.text.EnumNames;
import io.prosodykit.text.Joined;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether modules work on versions of Prosody, prints every verdict with its reasons, and
 * fails if some do not pass. In a build, it keeps a project to the modules that its servers can
 * run. <code>prosody.directories</code> and <code>prosody.targets</code> apply to a project of
 * packaging <code>prosody-module</code>.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check-compatibility",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class CheckCompatibilityMojo extends ModulesMojo {
  private static final List<String> NONE = List.of("none");
  private static final ImmutableMap<String, Basis> POLICIES =
      ImmutableMap.of("guide", Basis.BOTH, "none", Basis.EVIDENCE);

  /**
   * The names of the modules to check, with or without <code>mod_</code>. The default is every
   * module of the catalogue, and in a project of packaging <code>prosody-module</code> the modules
   * that the project's own modules load. Example: <code>
   * -Dprosody.modules=roster,smacks</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.modules")
  private List<@Nullable String> modules = List.of();

  /**
   * The configuration of a server, whose modules are checked as well as those of <code>
   * prosody.modules</code>. Files that it includes are read, too; nothing is run. Example: <code>
   * -Dprosody.serverConfig=/etc/prosody/prosody.cfg.lua</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.serverConfig")
  private @Nullable File serverConfig;

  /**
   * The versions of Prosody to check them on: releases, branches, trunk, or ranges, which stand for
   * each branch in them. The default in a project of packaging <code>prosody-module</code> is the
   * versions that its modules are for. Examples: <code>-Dprosody.version=0.12.3,13.0</code>, <code>
   * -Dprosody.version=[0.11,13.0]</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.version")
  private List<@Nullable String> version = List.of();

  /**
   * Whose policy counts besides the evidence of what Prosody and its community ship: <code>guide
   * </code>, or <code>none</code>. The default is <code>none</code> with <code>prosody.serverConfig
   * </code>, because a server loads what is there, and <code>guide</code> without it. Example:
   * <code>-Dprosody.policy=guide</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.policy")
  private @Nullable String policy;

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
   * Whether to skip the check. Example: <code>-Dprosody.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.skip", defaultValue = "false")
  private boolean skip;

  /**
   * What to print on standard output: <code>table</code>, <code>json</code>, <code>csv</code> or
   * <code>markdown</code>. Example: <code>-Dprosody.format=json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.format", defaultValue = "table")
  private String format;

  /**
   * The file to write the output to, in UTF-8, instead of standard output. Its folder is created if
   * necessary. Example: <code>-Dprosody.outputFile=modules.json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputFile")
  private @Nullable File outputFile;

  @Parameter(defaultValue = "${project.packaging}", readonly = true)
  private @Nullable String packaging;

  /** Created by Maven. */
  public CheckCompatibilityMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    if (skip) {
      getLog().info("The compatibility check is skipped.");
      return;
    }
    ParameterErrors errors = new ParameterErrors();
    ModuleCatalog catalog = catalog();
    Optional<OutputFormat> output = errors.read("prosody.format", format, OutputFormat::parse);
    boolean ofProject = PACKAGING.equals(packaging);
    TargetChoice choice = targets(errors, catalog.knowledge());
    boolean byTargets = ofProject && version.isEmpty();
    List<ProsodyVersion> versions =
        byTargets
            ? choice.range().branches()
            : errors
                .readList(
                    "prosody.version",
                    version,
                    "0.12.3,[0.11,13.0]",
                    text -> VersionList.parse(text, catalog.knowledge()))
                .orElse(ImmutableList.of());
    List<Verdict> failing =
        NONE.equals(failOn)
            ? List.of()
            : errors.readSome("prosody.failOn", failOn, "none", Verdict::parse);
    Basis basis =
        policy == null
            ? serverConfig == null ? Basis.BOTH : Basis.EVIDENCE
            : errors
                .read("prosody.policy", policy, text -> EnumNames.parse("policy", POLICIES, text))
                .orElse(Basis.BOTH);
    Map<String, Collection<ProsodyVersion>> evaluated = new LinkedHashMap<>();
    ServerConfig server =
        ServerConfig.read(
            errors, modules, name -> catalog.get(name).name(), serverConfig, getLog());
    if (!modules.isEmpty() || serverConfig != null) {
      server.modules().forEach(name -> evaluated.put(name, versions));
    } else if (ofProject) {
      LoadedModules.find(folders(errors), catalog, choice)
          .asMap()
          .forEach((name, branches) -> evaluated.put(name, byTargets ? branches : versions));
    } else {
      catalog.modules().forEach(entry -> evaluated.put(entry.name(), versions));
    }
    errors.check();
    if (evaluated.isEmpty()) {
      getLog()
          .info("The modules load no other module of the catalogue, so there is nothing to check.");
      return;
    }
    CompatibilityReport verdicts =
        CompatibilityReport.of(catalog, evaluated, basis).configuredBy(server.hosts());
    CompatibilityReport report =
        modules.isEmpty() && serverConfig == null ? verdicts : verdicts.withPackages(catalog);
    new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown)
        .print(output.orElseThrow(), outputFile);
    Optional<String> failure = report.failure(failing);
    if (failure.isPresent()) {
      throw new MojoFailureException(
          VisibleText.lines(failure.get())
              + ".\nOmit or configure these modules, choose another version, or set the verdicts that fail with"
              + " -Dprosody.failOn (now "
              + Joined.commas(failing)
              + ").");
    }
  }
}
