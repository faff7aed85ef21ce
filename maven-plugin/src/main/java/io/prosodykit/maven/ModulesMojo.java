package io.prosodykit.maven;

import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.moduletree.TargetChoice;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of the goals that read the modules of a project. */
abstract class ModulesMojo extends AbstractProsodyMojo {
  /**
   * The folders of modules, as in <code>plugin_paths</code>, or a module's own folder. The default
   * is <code>src/main/prosody</code> in a project, and the current folder without a POM. Example:
   * <code>-Dprosody.directories=modules,/opt/prosody-modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.directories")
  private List<@Nullable String> directories = List.of();

  /**
   * The versions of Prosody that all modules are for, a list or a range; each counts by its branch.
   * Without this, a module is for those that its <code>.prosodykit.json</code> names, which <code>
   * new-module</code> writes. A module without that file is for 0.12 and 13.0; only <code>verify
   * </code> runs it in every server. Examples: <code>-Dprosody.targets=0.12,13.0</code>, <code>
   * -Dprosody.targets=[0.11,13.0]</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.targets")
  private List<@Nullable String> targets = List.of();

  @Parameter(defaultValue = "${project.file}", readonly = true)
  @Nullable File pom;

  /** Reads the folders; none in a project without modules. A missing folder is an error. */
  final List<Path> folders(ParameterErrors errors) {
    return ModuleFolders.read(errors, directories, pom, basedir);
  }

  /**
   * Reads the targets. Without the parameter, each module chooses of the releases that are known.
   */
  final TargetChoice targets(ParameterErrors errors, Knowledge knowledge) {
    return targets(errors, targets, knowledge);
  }

  static TargetChoice targets(
      ParameterErrors errors, List<@Nullable String> targets, Knowledge knowledge) {
    TargetChoice recorded = TargetChoice.recorded(knowledge);
    return targets.isEmpty()
        ? recorded
        : errors
            .readList(
                "prosody.targets",
                targets,
                "[0.11,13.0]",
                text -> VersionList.parseTargets(text, knowledge))
            .map(TargetChoice::given)
            .orElse(recorded);
  }

  /** Reports that the project has no folder of modules. */
  final void reportNoFolder() {
    getLog().info("There are no modules in src/main/prosody.");
  }

  /**
   * Fails if the folders that the user named, or the current folder, have no module. For a project
   * whose usual folder is empty, this is only a warning.
   */
  final void refuseEmpty(List<Path> folders) throws MojoFailureException {
    if (pom == null || !directories.isEmpty()) {
      throw new MojoFailureException(ModuleFolders.withoutModules(folders));
    }
    getLog().warn(ModuleFolders.withoutModules(folders));
  }
}
