package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ProsodyKitException;
import io.prosodykit.catalog.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals share: the catalogue they speak of, and how they fail. */
abstract class AbstractProsodyMojo extends AbstractMojo {
  /**
   * A catalogue of your own, laid over the one that comes with the plugin: its modules replace
   * those of the same name, and the others are added. A file in the catalogue's JSON format, such
   * as <code>list-modules</code> prints with <code>-q -Dprosody.format=json</code>. Example: <code>
   * -Dprosody.catalogFile=our-modules.json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.catalogFile")
  private @Nullable File catalogFile;

  @Parameter(defaultValue = "${session.userProperties}", readonly = true)
  private Properties userProperties;

  @Override
  public final void execute() throws MojoFailureException, MojoExecutionException {
    refuseEmptyProperties();
    try {
      run();
    } catch (ProsodyKitException e) {
      // without the cause: Maven would print its message too, with control characters in it
      throw new MojoFailureException(VisibleText.lines(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw Faults.failure("the disk fails", e);
    }
  }

  /** Maven takes an empty property for one that was not given, so a slip would go unseen. */
  private void refuseEmptyProperties() throws MojoFailureException {
    Mistakes mistakes = new Mistakes();
    for (String name : new TreeSet<>(userProperties.stringPropertyNames())) {
      if (name.startsWith("prosody.") && userProperties.getProperty(name).isBlank()) {
        mistakes.add(name + ": is empty; leave it away, or say something");
      }
    }
    mistakes.check();
  }

  abstract void run() throws MojoFailureException, MojoExecutionException, IOException;

  /** The catalogue that comes with the library, with the user's laid over it. */
  final ModuleCatalog catalog() throws MojoFailureException, IOException {
    ModuleCatalog reference = ModuleCatalog.reference();
    if (catalogFile == null) {
      return reference;
    }
    Path file = catalogFile.toPath();
    if (Files.isDirectory(file) || !Files.exists(file)) {
      throw new MojoFailureException(
          "prosody.catalogFile: "
              + VisibleText.of(
                  Files.isDirectory(file) ? file + " is a folder" : "there is no file " + file));
    }
    return reference.overlaidWith(ModuleCatalog.load(file));
  }
}
