package io.prosodykit.maven;

import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleQuery;
import io.prosodykit.catalog.Stability;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.report.ModuleListReport;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.SpecificationList;
import io.prosodykit.specification.XepRef;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the modules of the catalogue: all of them, or those that pass every filter. The JSON is a
 * catalogue file.
 *
 * @since 0.1.0
 */
@Mojo(name = "list-modules", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListModulesMojo extends ReportMojo {
  /**
   * Selects the modules of these layers, each by id, name or number. Example: <code>
   * -Dprosody.layer=stream,06-storage</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.layer")
  private List<@Nullable String> layer = List.of();

  /**
   * Selects the modules of these stabilities: core, official, stable, beta, alpha. Example: <code>
   * -Dprosody.stability=core,official</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.stability")
  private List<@Nullable String> stability = List.of();

  /**
   * Selects the modules that implement a specification: a XEP, or an RFC. Example: <code>
   * -Dprosody.xep=XEP-0198</code>, or just <code>198</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.xep")
  private @Nullable String xep;

  /**
   * Selects the modules that are compatible with a version of Prosody: a release, a branch or
   * trunk. Example: <code>-Dprosody.compatibleWith=0.12.3</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.compatibleWith")
  private @Nullable String compatibleWith;

  /**
   * Selects the modules with this text in their name or purpose, or in the number or title of a
   * specification. Example: <code>-Dprosody.text=archive</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.text")
  private @Nullable String text;

  /** Created by Maven. */
  public ListModulesMojo() {}

  @Override
  ModuleCatalog preset() {
    return ModuleCatalog.reference();
  }

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    ModuleCatalog catalog = catalog();
    Optional<OutputFormat> output = format(errors);
    List<Layer> layers = errors.readAll("prosody.layer", layer, Layer::parse);
    List<Stability> stabilities = errors.readAll("prosody.stability", stability, Stability::parse);
    Optional<SpecRef> specification = errors.read("prosody.xep", xep, SpecificationList::parseOne);
    Optional<ProsodyVersion> version =
        errors.read(
            "prosody.compatibleWith",
            compatibleWith,
            text -> VersionList.parseOne(text, catalog.knowledge()));
    errors.check();
    specification
        .filter(xep -> xep instanceof XepRef && xep.title().isEmpty())
        .ifPresent(xep -> getLog().warn("prosody.xep: the registry of XEPs has no " + xep));
    ModuleQuery query = catalog.query();
    if (!layers.isEmpty()) {
      query = query.layer(layers.toArray(Layer[]::new));
    }
    if (!stabilities.isEmpty()) {
      query = query.stability(stabilities.toArray(Stability[]::new));
    }
    query = specification.map(query::implementing).orElse(query);
    query = version.map(query::compatibleWith).orElse(query);
    query = text == null ? query : query.text(text);
    ModuleListReport report = ModuleListReport.of(query.modules(), catalog);
    print(
        new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown),
        output.orElseThrow());
  }
}
