package io.prosodykit.maven;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.prosodykit.catalog.Compatibility.Basis;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.configuration.ConfiguredServer;
import io.prosodykit.configuration.ServerCheckReport;
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
import java.util.List;
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
public final class CheckCompatibilityMojo extends ConfigurationMojo {
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
   * The folders of a project's modules. The default is <code>src/main/prosody</code>. Example:
   * <code>-Dprosody.directories=modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.directories")
  private List<@Nullable String> directories = List.of();

  /**
   * The versions of Prosody that a project's modules are for, instead of those that their <code>
   * .prosodykit.json</code> names. Example: <code>-Dprosody.targets=0.12,13.0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.targets")
  private List<@Nullable String> targets = List.of();

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

  @Parameter(defaultValue = "${project.file}", readonly = true)
  private @Nullable File pom;

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
    Optional<OutputFormat> output = format(errors);
    boolean ofProject = PACKAGING.equals(packaging);
    TargetChoice choice = ModulesMojo.targets(errors, targets, catalog.knowledge());
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
            ? hasConfiguration() ? Basis.EVIDENCE : Basis.BOTH
            : errors
                .read("prosody.policy", policy, text -> EnumNames.parse("policy", POLICIES, text))
                .orElse(Basis.BOTH);
    ImmutableList<ConfiguredServer> servers = servers(errors, versions, catalog);
    SetMultimap<String, ProsodyVersion> evaluated = LinkedHashMultimap.create();
    if (!modules.isEmpty() || hasConfiguration()) {
      if (!modules.isEmpty()) {
        errors
            .readSome("prosody.modules", modules, "roster", name -> catalog.get(name).name())
            .forEach(name -> evaluated.putAll(name, versions));
      }
      for (ConfiguredServer server : servers) {
        ProsodyVersion release = server.configuration().release();
        server.modules().forEach(name -> evaluated.put(name, release));
      }
    } else if (ofProject) {
      LoadedModules.find(ModuleFolders.read(errors, directories, pom, basedir), catalog, choice)
          .asMap()
          .forEach((name, branches) -> evaluated.putAll(name, byTargets ? branches : versions));
    } else {
      catalog.modules().forEach(entry -> evaluated.putAll(entry.name(), versions));
    }
    errors.check();
    if (evaluated.isEmpty() && servers.isEmpty()) {
      getLog()
          .info("The modules load no other module of the catalogue, so there is nothing to check.");
      return;
    }
    CompatibilityReport verdicts =
        CompatibilityReport.of(catalog, evaluated.asMap(), basis)
            .configuredBy(
                servers.stream()
                    .collect(
                        toImmutableMap(
                            server -> server.configuration().release(), ConfiguredServer::faults)));
    CompatibilityReport advised =
        modules.isEmpty() && !hasConfiguration() ? verdicts : verdicts.withPackages(catalog);
    ServerCheckReport report =
        ServerCheckReport.of(
            modules.isEmpty() || hasConfiguration()
                ? advised
                : advised.withConfigurationAdvice(catalog),
            servers);
    print(
        new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown),
        output.orElseThrow());
    Optional<String> unread = report.failure();
    if (unread.isPresent()) {
      throw new MojoFailureException(VisibleText.lines(unread.get()));
    }
    Optional<String> failure = verdicts.failure(failing);
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
