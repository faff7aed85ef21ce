package io.prosodykit.maven;

import io.prosodykit.facts.ServerFacts;
import io.prosodykit.lint.LintFormat;
import io.prosodykit.lint.Linter;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.packaging.LintedPackages;
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
 * Packages each module as a zip and as a rock. The folder of the rocks is a server for <code>
 * prosodyctl install --server=FOLDER mod_x</code>. The same modules give the same bytes on every
 * machine. If the linter finds an error in a module, nothing is packaged.
 *
 * <p>In a project of packaging <code>prosody-module</code>, the project's artifact is the zip of
 * the module, or one zip of all modules. The rocks are attached, with the names of the modules as
 * classifiers.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "package",
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true)
public final class PackageMojo extends ModulesMojo {
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
   * The version of modules without a rockspec, in the form of LuaRocks: a version and a revision.
   * The default follows from the project's version: <code>1.2.3-1</code> of <code>1.2.3</code>, and
   * <code>scm-1</code> of a snapshot. Example: <code>-Dprosody.moduleVersion=1.0-1</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.moduleVersion", defaultValue = "${project.version}")
  private @Nullable String moduleVersion;

  /**
   * The time of all files in the packages, in ISO 8601 or in seconds since 1970. Example: <code>
   * -Dproject.build.outputTimestamp=2026-11-23T12:00:00Z</code>
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "prosody.outputTimestamp",
      defaultValue = "${project.build.outputTimestamp}")
  private @Nullable String outputTimestamp;

  /**
   * Whether to skip packaging. Example: <code>-Dprosody.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  private final MavenProjectHelper attachments;

  /**
   * Created by Maven.
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
    ParameterErrors errors = new ParameterErrors();
    List<Path> folders = folders(errors);
    ServerFacts server = server();
    TargetChoice choice = targets(errors, server.knowledge());
    Optional<Instant> time = errors.read("prosody.outputTimestamp", stamp(), Timestamp::parse);
    errors.check();
    if (folders.isEmpty()) {
      reportNoFolder();
      return;
    }
    LintedPackages linted =
        LintedPackages.read(
            folders,
            moduleVersion == null ? "scm-1" : moduleVersion,
            Linter.builder(choice).server(server).base(basedir.toPath()).build());
    Packages packages = linted.packages();
    if (packages.modules().isEmpty()) {
      refuseEmpty(folders);
      return;
    }
    if (linted.hasErrors()) {
      throw new MojoFailureException(
          "nothing was packaged, because the linter found errors in the modules:\n"
              + LintFormat.TEXT.print(linted.errors())
              + "Fix them, or name the releases that the modules are for with -Dprosody.targets");
    }
    Path output = output();
    linted.writeTo(output, time.orElseThrow());
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

  private String stamp() {
    return outputTimestamp == null ? Timestamp.DEFAULT : outputTimestamp;
  }

  /** Without a POM, Maven has no build folder to insert into the default. */
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
