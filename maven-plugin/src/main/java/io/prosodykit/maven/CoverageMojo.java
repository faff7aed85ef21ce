package io.prosodykit.maven;

import io.prosodykit.catalog.ComplianceSuite.Category;
import io.prosodykit.catalog.ComplianceSuite.Level;
import io.prosodykit.catalog.ComplianceSuite.Role;
import io.prosodykit.catalog.Coverage;
import io.prosodykit.catalog.Evidence.Presence;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.version.ProsodyVersion;
import java.io.File;
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
 * Says what a server with some modules has and lacks of the XMPP Compliance Suites 2023 (XEP-0479),
 * and which specifications it implements: by which module, and how completely as Prosody itself
 * states it.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "coverage",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public final class CoverageMojo extends AbstractProsodyMojo {
  /**
   * The names of the modules that the server loads, with or without <code>mod_</code>, those of its
   * components among them (<code>muc</code>) and those that other modules load. What Prosody always
   * loads may be left out. Without this and <code>prosody.serverConfig</code>, they are the modules
   * of the catalogue that the release itself ships. Example: <code>
   * -Dprosody.modules=roster,saslauth,tls,disco,muc</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.modules")
  private List<@Nullable String> modules = List.of();

  /**
   * The configuration of a server, whose modules count beside those of <code>prosody.modules
   * </code>, with those of the files that it includes; it is read, not run. Example: <code>
   * -Dprosody.serverConfig=/etc/prosody/prosody.cfg.lua</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.serverConfig")
  private @Nullable File serverConfig;

  /**
   * The version of Prosody: a release, a branch or trunk. Example: <code>-Dprosody.version=13.0
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.version")
  private @Nullable String version;

  /**
   * Keeps these categories of the suites: core, web, im, mobile, av. Example: <code>
   * -Dprosody.category=core,mobile</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.category")
  private List<@Nullable String> category = List.of();

  /**
   * Keeps one level of the suites: <code>core</code> or <code>advanced</code>, which demands all
   * that core does and more. Example: <code>-Dprosody.level=core</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.level")
  private @Nullable String level;

  /**
   * Of whom the suites demand it: <code>server</code>, or <code>client</code> to see what a client
   * has to implement, and what of that the server also has. Example: <code>-Dprosody.role=client
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.role", defaultValue = "server")
  private String role;

  /**
   * Whether to fail if something is missing that the suites demand of a server, in the categories
   * and at the level that are kept. Example: <code>-Dprosody.failOnMissing</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.failOnMissing", defaultValue = "false")
  private boolean failOnMissing;

  /**
   * What to print on standard output: <code>table</code>, <code>json</code>, or <code>csv</code>
   * (the suites only). With <code>-q</code> nothing else is printed. Example: <code>
   * -Dprosody.format=json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.format", defaultValue = "table")
  private String format;

  /**
   * A file for the answer, in UTF-8, instead of standard output; its folder is made if need be.
   * Example: <code>-Dprosody.outputFile=coverage.txt</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.outputFile")
  private @Nullable File outputFile;

  /** Made by Maven. */
  public CoverageMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors mistakes = new ParameterErrors();
    Optional<OutputFormat> output = mistakes.read("prosody.format", format, OutputFormat::parse);
    Optional<ProsodyVersion> prosody =
        mistakes.read("prosody.version", version, VersionList::known);
    List<Category> categories = mistakes.readAll("prosody.category", category, Category::parse);
    Optional<Level> only = mistakes.read("prosody.level", level, Level::parse);
    Optional<Role> of = mistakes.read("prosody.role", role, Role::parse);
    if (version == null) {
      mistakes.add("prosody.version: name the version of Prosody, as in -Dprosody.version=13.0");
    }
    if (failOnMissing && of.equals(Optional.of(Role.CLIENT))) {
      mistakes.add(
          "prosody.failOnMissing: modules of a server cannot do what is demanded of clients;"
              + " leave it away, or take -Dprosody.role=server");
    }
    Set<String> names = new LinkedHashSet<>();
    if (!modules.isEmpty()) {
      names.addAll(mistakes.readSome("prosody.modules", modules, "roster", name -> name));
    }
    names.addAll(ServerConfig.modules(mistakes, serverConfig, getLog()));
    mistakes.check();
    ModuleCatalog catalog = catalog();
    ProsodyVersion server = prosody.orElseThrow();
    Coverage coverage =
        catalog
            .coverage(server, names.isEmpty() ? shipped(catalog, server) : names)
            .select(
                cell ->
                    cell.role() == of.orElseThrow()
                        && (only.isEmpty() || cell.level() == only.get())
                        && (categories.isEmpty()
                            || categories.contains(cell.feature().category())));
    CoveragePrinter sheet = new CoveragePrinter(coverage, of.orElseThrow());
    new GoalOutput(sheet::table, coverage::toJson, () -> sheet.csv().toString())
        .print(output.orElseThrow(), outputFile);
    if (failOnMissing) {
      sheet.check();
    }
  }

  private static List<String> shipped(ModuleCatalog catalog, ProsodyVersion server) {
    return catalog.modules().stream()
        .filter(
            entry ->
                entry
                    .evidence()
                    .filter(evidence -> evidence.presence(server) == Presence.SHIPPED)
                    .isPresent())
        .map(ModuleEntry::name)
        .toList();
  }
}
