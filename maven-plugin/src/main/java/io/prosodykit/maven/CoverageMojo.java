package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.compliance.ComplianceSuite.Category;
import io.prosodykit.compliance.ComplianceSuite.Level;
import io.prosodykit.compliance.ComplianceSuite.Role;
import io.prosodykit.compliance.Coverage;
import io.prosodykit.configuration.ConfiguredServer;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.facts.ConfiguredHost;
import io.prosodykit.report.CoverageReport;
import io.prosodykit.text.VisibleText;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a server with some modules has and lacks of the XMPP Compliance Suites 2023
 * (XEP-0479), and which specifications it implements: by which module, and how completely according
 * to Prosody itself. CSV and Markdown have the suites only.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "coverage",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class CoverageMojo extends ConfigurationMojo {
  /**
   * The names of the modules that the server loads, with or without <code>mod_</code>, including
   * those of its components (<code>muc</code>) and those that other modules load. Modules that
   * Prosody always loads may be omitted. The default, without <code>prosody.serverConfig</code>, is
   * the modules of the catalogue that the release itself ships. Example: <code>
   * -Dprosody.modules=roster,saslauth,tls,disco,muc</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.modules")
  private List<@Nullable String> modules = List.of();

  /**
   * The version of Prosody: a release, a branch or trunk. Example: <code>-Dprosody.version=13.0
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.version")
  private @Nullable String version;

  /**
   * Selects these categories of the suites: core, web, im, mobile, av. Example: <code>
   * -Dprosody.category=core,mobile</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.category")
  private List<@Nullable String> category = List.of();

  /**
   * Selects one level of the suites: <code>core</code>, or <code>advanced</code>, which includes
   * core. Example: <code>-Dprosody.level=core</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.level")
  private @Nullable String level;

  /**
   * Whose features to show: those of a <code>server</code>, or of a <code>client</code>, with what
   * the server has of them. Example: <code>-Dprosody.role=client
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.role", defaultValue = "server")
  private String role;

  /**
   * Whether to fail if the server lacks a feature of the selected categories and level. Example:
   * <code>-Dprosody.failOnMissing</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.failOnMissing", defaultValue = "false")
  private boolean failOnMissing;

  /** Created by Maven. */
  public CoverageMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    ModuleCatalog catalog = catalog();
    Optional<OutputFormat> output = format(errors);
    Optional<ProsodyVersion> prosody =
        errors.read(
            "prosody.version", version, text -> VersionList.parseOne(text, catalog.knowledge()));
    List<Category> categories = errors.readAll("prosody.category", category, Category::parse);
    Optional<Level> only = errors.read("prosody.level", level, Level::parse);
    Optional<Role> of = errors.read("prosody.role", role, Role::parse);
    if (version == null) {
      errors.add("prosody.version: name the version of Prosody, as in -Dprosody.version=13.0");
    }
    if (failOnMissing && of.equals(Optional.of(Role.CLIENT))) {
      errors.add(
          "prosody.failOnMissing: modules of a server cannot do what clients must do;"
              + " omit it, or use -Dprosody.role=server");
    }
    Set<String> names = new LinkedHashSet<>();
    if (!modules.isEmpty()) {
      names.addAll(errors.readSome("prosody.modules", modules, "roster", name -> name));
    }
    List<ConfiguredServer> servers = servers(errors, prosody.stream().toList(), catalog);
    errors.check();
    requireStart(servers);
    List<ConfiguredHost> hosts =
        servers.stream().flatMap(config -> config.hosts().stream()).toList();
    servers.forEach(config -> names.addAll(config.modules()));
    ProsodyVersion server = prosody.orElseThrow();
    if (names.isEmpty()) {
      catalog.query().presence(server, Presence.SHIPPED).stream()
          .map(ModuleEntry::name)
          .forEach(names::add);
    }
    Coverage coverage =
        Coverage.of(catalog, server, names, hosts)
            .selectFeatures(
                cell ->
                    (only.isEmpty() || cell.level() == only.get())
                        && (categories.isEmpty()
                            || categories.contains(cell.feature().category())));
    CoverageReport report = CoverageReport.of(coverage, of.orElseThrow());
    print(
        new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown),
        output.orElseThrow());
    Optional<String> failure = failOnMissing ? report.failure() : Optional.empty();
    if (failure.isPresent()) {
      throw new MojoFailureException(
          VisibleText.lines(failure.get())
              + "\nAdd modules with -Dprosody.modules, or select fewer features with"
              + " -Dprosody.category and -Dprosody.level.");
    }
  }
}
