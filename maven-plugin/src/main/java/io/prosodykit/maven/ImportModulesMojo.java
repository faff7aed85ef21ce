package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.moduletree.ModuleTree;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sources of modules and writes a catalogue of them, which the other goals take as <code>
 * -Dprosody.catalog=complete,FILE</code>: so a house's own modules stand beside Prosody's. Nothing
 * of the modules is run.
 *
 * @since 0.1.0
 */
@Mojo(name = "import-modules", requiresProject = false, aggregator = true, threadSafe = true)
public final class ImportModulesMojo extends AbstractProsodyMojo {
  /**
   * The folders of modules, as they stand in <code>plugin_paths</code>; of a module in several the
   * first counts. Example: <code>-Dprosody.directories=modules,/opt/prosody-modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.directories")
  private List<@Nullable String> directories = List.of();

  /**
   * The file to write, which is replaced if it is there; its folder must be. Example: <code>
   * -Dprosody.catalogFile=our-modules.json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.catalogFile")
  private @Nullable File catalogFile;

  /** Made by Maven. */
  public ImportModulesMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors mistakes = new ParameterErrors();
    List<Path> folders = ModuleFolders.named(mistakes, directories, basedir);
    File file = catalogFile;
    if (file == null) {
      mistakes.add(
          "prosody.catalogFile: name the file to write, as in"
              + " -Dprosody.catalogFile=our-modules.json");
    }
    mistakes.check();
    List<ModuleTree> trees = new ArrayList<>();
    for (Path folder : folders) {
      trees.add(tree(folder));
    }
    // what is laid over wins, so the first folder comes last
    Collections.reverse(trees);
    ModuleCatalog all = ModuleCatalog.of(List.of());
    for (ModuleTree tree : trees) {
      all = all.overlaidWith(tree.catalog());
    }
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
            + " into "
            + VisibleText.of(file.toString())
            + ".\nAsk about them with -Dprosody.catalog=complete,"
            + VisibleText.of(file.toString())
            + "\n");
  }
}
