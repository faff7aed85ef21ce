package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the source code of modules and writes a catalogue of them. With <code>
 * -Dprosody.catalog=complete,FILE</code>, the other goals have your own modules in addition to
 * Prosody's. No code of the modules is run.
 *
 * @since 0.1.0
 */
@Mojo(name = "import-modules", requiresProject = false, aggregator = true, threadSafe = true)
public final class ImportModulesMojo extends AbstractProsodyMojo {
  /**
   * The folders of modules, as in <code>plugin_paths</code>. If several have a module of the same
   * name, the first counts. Example: <code>-Dprosody.directories=modules,/opt/prosody-modules
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.directories")
  private List<@Nullable String> directories = List.of();

  /**
   * The file to write. An existing file is replaced. Its folder must exist. Example: <code>
   * -Dprosody.catalogFile=our-modules.json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.catalogFile")
  private @Nullable File catalogFile;

  /** Created by Maven. */
  public ImportModulesMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    List<Path> folders = ModuleFolders.named(errors, directories, basedir);
    File file = catalogFile;
    if (file == null) {
      errors.add(
          "prosody.catalogFile: name the file to write, as in"
              + " -Dprosody.catalogFile=our-modules.json");
    }
    errors.check();
    List<ModuleTree> trees = new ArrayList<>();
    for (Path folder : folders) {
      trees.add(tree(folder));
    }
    ModuleCatalog all = ModuleTree.catalog(trees, LocalDate.now(ZoneOffset.UTC));
    if (all.modules().isEmpty()) {
      throw new MojoFailureException(ModuleFolders.withoutModules(folders));
    }
    write(all, Objects.requireNonNull(file, "checked above").toPath());
  }

  private ModuleTree tree(Path folder) throws MojoFailureException, MojoExecutionException {
    try {
      ModuleTree tree = ModuleTree.read(folder);
      tree.problems().forEach(problem -> getLog().warn(problem.toString()));
      return tree;
    } catch (IOException e) {
      throw IoFailures.failure("cannot read " + folder, e);
    }
  }

  private static void write(ModuleCatalog catalog, Path file)
      throws MojoFailureException, MojoExecutionException {
    try {
      catalog.write(file);
    } catch (IOException e) {
      throw IoFailures.failure("cannot write " + file, e);
    }
    int count = catalog.modules().size();
    GoalOutput.show(
        "Wrote "
            + (count == 1 ? "1 module" : count + " modules")
            + " to "
            + VisibleText.of(file.toString())
            + ".\nUse them with -Dprosody.catalog=complete,"
            + VisibleText.of(file.toString())
            + "\n");
  }
}
