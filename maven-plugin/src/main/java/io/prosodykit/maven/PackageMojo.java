package io.prosodykit.maven;

import io.prosodykit.lint.LintFormat;
import io.prosodykit.lint.LintReport;
import io.prosodykit.lint.Linter;
import io.prosodykit.lint.Severity;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.packaging.ModulePackage;
import io.prosodykit.packaging.Packages;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Packages modules: for each a zip, and a rock in a folder that is a server for <code>
 * prosodyctl install --server=FOLDER mod_x</code>. The same modules give the same bytes on every
 * machine. A module that the linter has an error against is not packaged, nor are the others.
 *
 * <p>In a project of packaging <code>prosody-module</code> the project's artifact is the zip: the
 * module's, or of several modules one zip with all. The rocks are attached, with the modules' names
 * as classifiers.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "package",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true)
public final class PackageMojo extends AbstractProsodyMojo {
  /**
   * The folders of modules, as they stand in <code>plugin_paths</code>. The default is <code>
   * src/main/prosody</code> in a project, and the current folder where there is no POM. Example:
   * <code>-Dprosody.directories=modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.directories")
  private List<@Nullable String> directories = List.of();

  /**
   * The versions of Prosody that all modules are for, a list or a range, by which the linter judges
   * them. Without this each module is for those that its <code>.prosodykit.json</code> names, which
   * <code>new-module</code> writes, or else for 0.12 and 13.0. Examples: <code>
   * -Dprosody.targets=0.12,13.0</code>, <code>-Dprosody.targets=[0.11,13.0]</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.targets")
  private List<@Nullable String> targets = List.of();

  /**
   * The folder for the packages. The default is <code>target/prosody</code>. Example: <code>
   * -Dprosody.packageDirectory=/srv/modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "prosody.packageDirectory",
      defaultValue = "${project.build.directory}/prosody")
  private @Nullable File packageDirectory;

  /**
   * The version of modules that have no rockspec, as LuaRocks has it: a version and a revision. The
   * default is made of the project's version: <code>1.2.3-1</code> of <code>1.2.3</code>, and
   * <code>scm-1</code> of a snapshot. Example: <code>-Dprosody.moduleVersion=1.0-1</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.moduleVersion", defaultValue = "${project.version}")
  private @Nullable String moduleVersion;

  /**
   * The time that all files in the packages get, in ISO 8601 or in seconds since 1970. Example:
   * <code>-Dproject.build.outputTimestamp=2026-11-23T12:00:00Z</code>
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "prosody.outputTimestamp",
      defaultValue = "${project.build.outputTimestamp}")
  private @Nullable String outputTimestamp;

  /**
   * Whether to leave packaging out. Example: <code>-Dprosody.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Parameter(defaultValue = "${project.file}", readonly = true)
  private @Nullable File pom;

  private final MavenProjectHelper attachments;

  /**
   * Made by Maven.
   *
   * @param attachments attaches the packages to the project
   */
  @Inject
  public PackageMojo(MavenProjectHelper attachments) {
    this.attachments = attachments;
  }

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    if (skip) {
      getLog().info("The modules are not packaged.");
      return;
    }
    ParameterErrors mistakes = new ParameterErrors();
    List<Path> folders = ModuleFolders.read(mistakes, directories, pom, basedir);
    TargetChoice choice = VersionList.targets(mistakes, targets);
    Optional<Instant> time = mistakes.read("prosody.outputTimestamp", stamp(), Timestamp::parse);
    mistakes.check();
    if (folders.isEmpty()) {
      getLog().info(ModuleFolders.NONE);
      return;
    }
    Packages packages = Packages.read(folders, moduleVersion == null ? "scm-1" : moduleVersion);
    if (packages.modules().isEmpty()) {
      ModuleFolders.refuseNone(folders, directories, pom, getLog());
      return;
    }
    lint(folders, choice);
    Path output = output();
    packages.writeTo(output, time.orElseThrow());
    for (ModulePackage module : packages.modules()) {
      getLog().info("Packaged " + module + ".");
    }
    Path rocks = output.resolve(Packages.ROCKS);
    getLog()
        .info(
            "Install with: prosodyctl install --server="
                + VisibleText.of(rocks.toString())
                + " "
                + packages.modules().get(0).name());
    if (pom != null) {
      attach(packages, output, time.orElseThrow());
    }
  }

  private void lint(List<Path> folders, TargetChoice choice)
      throws IOException, MojoFailureException {
    LintReport report = Linter.builder(choice).base(basedir.toPath()).build().lint(folders);
    LintReport errors = report.atLeast(Severity.ERROR);
    if (!errors.findings().isEmpty()) {
      throw new MojoFailureException(
          "nothing is packaged, for the linter has errors against the modules:\n"
              + LintFormat.TEXT.print(errors)
              + "Fix them, or name the releases that the modules are for with -Dprosody.targets");
    }
  }

  private String stamp() {
    return outputTimestamp == null ? Timestamp.DEFAULT : outputTimestamp;
  }

  /** Where there is no POM, Maven has no build folder to put into the default. */
  private Path output() {
    return packageDirectory == null || (pom == null && isDefault(packageDirectory))
        ? basedir.toPath().resolve("target/prosody")
        : packageDirectory.toPath();
  }

  private static boolean isDefault(File folder) {
    return folder.getPath().contains("${");
  }

  private void attach(Packages packages, Path output, Instant time) throws IOException {
    Path main = output.resolve(packages.modules().get(0).zipName());
    if (packages.modules().size() > 1) {
      main = output.resolve(project.getBuild().getFinalName() + ".zip");
      Files.write(main, packages.zip(time));
    }
    if (PACKAGING.equals(project.getPackaging())) {
      project.getArtifact().setFile(main.toFile());
    } else {
      attachments.attachArtifact(project, "zip", main.toFile());
    }
    for (ModulePackage module : packages.modules()) {
      File rock = output.resolve(Packages.ROCKS).resolve(module.rockName()).toFile();
      attachments.attachArtifact(project, "rock", module.name(), rock);
    }
  }
}
