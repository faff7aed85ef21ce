package io.prosodykit.maven;

import io.prosodykit.catalog.CatalogList;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.problem.ProsodyKitException;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals share: the catalogue, and how they fail. */
abstract class AbstractProsodyMojo extends AbstractMojo {
  /** The packaging of a project whose modules are in {@code src/main/prosody}. */
  static final String PACKAGING = "prosody-module";

  /**
   * The catalogue to use: <code>reference</code> (the guide's 49 modules), <code>complete</code>
   * (every known module of Prosody and its community), or a file of your own in the catalogue's
   * JSON format. The modules of a file replace those of the same name in the default catalogue, and
   * the others are added. Each further catalogue is added in the same way. A file may also describe
   * releases of Prosody, which modules can then be for. The default of <code>
   * list-modules</code> is <code>reference</code>, of the other goals <code>
   * complete</code>. Example: <code>-Dprosody.catalog=complete,our-modules.json</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.catalog")
  private List<@Nullable String> catalog = List.of();

  @Parameter(defaultValue = "${basedir}", readonly = true)
  File basedir;

  @Parameter(defaultValue = "${session.userProperties}", readonly = true)
  private Properties userProperties;

  @Parameter(defaultValue = "${plugin}", readonly = true)
  private PluginDescriptor plugin;

  @Override
  public final void execute() throws MojoFailureException, MojoExecutionException {
    ParameterErrors errors = new ParameterErrors();
    UserProperties.check(userProperties, UserProperties.known(plugin), errors);
    errors.check();
    try {
      run();
    } catch (ProsodyKitException e) {
      // without the cause: Maven would print its message too, with control characters in it
      throw new MojoFailureException(VisibleText.lines(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw IoFailures.failure(e);
    } catch (UncheckedIOException e) {
      throw IoFailures.failure(Objects.requireNonNull(e.getCause()));
    }
  }

  abstract void run() throws MojoFailureException, MojoExecutionException, IOException;

  /** {@return a goal of this plugin as {@code mvn} takes it anywhere, with or without a POM} */
  final String goal(String name) {
    return plugin.getId() + ":" + name;
  }

  /** {@return the default catalogue of the goal} */
  ModuleCatalog preset() {
    return ModuleCatalog.complete();
  }

  /** {@return what the catalogue that the user chose knows about servers, releases and modules} */
  final ServerFacts server() throws MojoFailureException, IOException {
    return catalog.isEmpty() ? ServerFacts.reference() : catalog().server();
  }

  /** {@return the catalogue that the user chose} */
  final ModuleCatalog catalog() throws MojoFailureException, IOException {
    try {
      return CatalogList.read(ParameterErrors.given(catalog), basedir.toPath(), preset());
    } catch (IllegalArgumentException | RefusedFileException e) {
      throw new MojoFailureException("prosody.catalog: " + VisibleText.of("" + e.getMessage()));
    }
  }
}
