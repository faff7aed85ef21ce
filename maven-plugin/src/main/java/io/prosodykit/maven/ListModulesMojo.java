package io.prosodykit.maven;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.ModuleQuery;
import io.prosodykit.catalog.Stability;
import io.prosodykit.configuration.ConfiguredServer;
import io.prosodykit.evidence.Presence;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.report.ModuleColumn;
import io.prosodykit.report.ModuleListReport;
import io.prosodykit.specification.SpecRef;
import io.prosodykit.specification.SpecificationList;
import io.prosodykit.specification.XepRef;
import io.prosodykit.text.Joined;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the modules of the catalogue: all of them, or those that pass every filter, for example
 * those that a server loads. The JSON is a catalogue file.
 *
 * @since 0.1.0
 */
@Mojo(name = "list-modules", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListModulesMojo extends ConfigurationMojo {
  private static final List<Presence> AVAILABLE =
      Stream.of(Presence.values()).filter(Presence::isAvailable).toList();

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

  /**
   * Selects the modules that provide items of a kind. Example: <code>
   * -Dprosody.providing=storage</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.providing")
  private @Nullable String providing;

  /**
   * Selects the modules that load another one and never run without it. Example: <code>
   * -Dprosody.requiring=http</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.requiring")
  private @Nullable String requiring;

  /**
   * Selects the modules that handle an event. Example: <code>
   * -Dprosody.handling=message/host</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.handling")
  private @Nullable String handling;

  /**
   * Selects the modules that fire an event. Example: <code>
   * -Dprosody.firing=muc-room-created</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.firing")
  private @Nullable String firing;

  /**
   * Selects the modules that read an option. Example: <code>
   * -Dprosody.reading=http_ports</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.reading")
  private @Nullable String reading;

  /**
   * Selects the modules that load a Lua library, with or without <code>prosody.</code>. Example:
   * <code>
   * -Dprosody.library=util.sql</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.library")
  private @Nullable String library;

  /**
   * Selects the modules that are available for a version of Prosody, a release, a branch or trunk:
   * those that it ships, those of the community at its time, and your own. The columns then have
   * what is so on this version. <code>prosody.compatibleWith</code> asks for the verdict of policy
   * and evidence instead. Example: <code>
   * -Dprosody.version=13.0</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.version")
  private @Nullable String version;

  /**
   * Where the modules of <code>prosody.version</code> are: <code>shipped</code>, <code>community
   * </code>, <code>local</code>, <code>unrecorded</code>, <code>absent</code>. The default is the
   * first three. Example: <code>
   * -Dprosody.presence=community</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.presence")
  private List<@Nullable String> presence = List.of();

  /**
   * The columns: <code>name</code>, <code>layer</code>, <code>stability</code>, <code>purpose
   * </code>, <code>specifications</code>, which are the default, <code>presence</code>, <code>
   * provides</code>, <code>loads</code>, <code>handles</code>, <code>fires</code>, <code>reads
   * </code>, <code>announces
   * </code>, <code>libraries</code>, <code>needs</code> (what to install for these). JSON is a
   * catalogue file, which has none. Example: <code>
   * -Dprosody.columns=name,presence,fires</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.columns")
  private List<@Nullable String> columns = List.of();

  /** Created by Maven. */
  public ListModulesMojo() {}

  @Override
  ModuleCatalog preset() {
    return hasConfiguration() ? ModuleCatalog.complete() : ModuleCatalog.reference();
  }

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    ModuleCatalog catalog = catalog();
    Optional<OutputFormat> output = format(errors);
    List<Layer> layers = errors.readAll("prosody.layer", layer, Layer::parse);
    List<Stability> stabilities = errors.readAll("prosody.stability", stability, Stability::parse);
    Optional<SpecRef> specification = errors.read("prosody.xep", xep, SpecificationList::parseOne);
    Optional<ProsodyVersion> compatible =
        version("prosody.compatibleWith", compatibleWith, catalog, errors);
    Optional<ProsodyVersion> at = version("prosody.version", version, catalog, errors);
    List<Presence> places = errors.readAll("prosody.presence", presence, Presence::parse);
    if (!places.isEmpty() && version == null) {
      errors.add("prosody.presence: also name the version, as in -Dprosody.version=13.0");
    }
    if (hasConfiguration() && version == null) {
      errors.add("prosody.serverConfig: also name the version, as in -Dprosody.version=13.0");
    }
    List<ConfiguredServer> servers = servers(errors, at.stream().toList(), catalog);
    List<ModuleColumn> chosen = errors.readAll("prosody.columns", columns, ModuleColumn::parse);
    if (!chosen.isEmpty() && output.equals(Optional.of(OutputFormat.JSON))) {
      errors.add("prosody.columns: JSON is a catalogue file, without columns; omit one of the two");
    }
    errors.check();
    requireStart(servers);
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
    query = compatible.map(query::compatibleWith).orElse(query);
    if (at.isPresent()) {
      query =
          query.presence(
              at.get(), (places.isEmpty() ? AVAILABLE : places).toArray(Presence[]::new));
    }
    ModuleListReport all =
        ModuleListReport.of(loaded(byFacts(query).modules(), servers, catalog), catalog);
    ModuleListReport selected = chosen.isEmpty() ? all : all.withColumns(chosen);
    ModuleListReport report = at.map(selected::on).orElse(selected);
    print(
        new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown),
        output.orElseThrow());
  }

  /** Keeps the modules that a server loads, and names those that the catalogue does not have. */
  private static ImmutableList<ModuleEntry> loaded(
      ImmutableList<ModuleEntry> modules, List<ConfiguredServer> servers, ModuleCatalog catalog) {
    if (servers.isEmpty()) {
      return modules;
    }
    ImmutableSet<String> names =
        servers.stream()
            .flatMap(server -> server.modules().stream())
            .collect(ImmutableSet.toImmutableSet());
    List<String> unknown =
        names.stream().filter(name -> catalog.find(name).isEmpty()).sorted().toList();
    if (!unknown.isEmpty()) {
      warn("the catalogue does not have " + Joined.commas(unknown) + ", which the server loads");
    }
    return modules.stream()
        .filter(module -> names.contains("mod_" + module.name()))
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<ProsodyVersion> version(
      String parameter, @Nullable String written, ModuleCatalog catalog, ParameterErrors errors) {
    return errors.read(
        parameter, written, value -> VersionList.parseOne(value, catalog.knowledge()));
  }

  /** Narrows a query by what is known about the code of modules. */
  private ModuleQuery byFacts(ModuleQuery all) {
    ModuleQuery query = all;
    query = text == null ? query : query.text(text);
    query = providing == null ? query : query.providing(providing);
    query = requiring == null ? query : query.requiring(requiring);
    query = handling == null ? query : query.handling(handling);
    query = firing == null ? query : query.firing(firing);
    query = reading == null ? query : query.reading(reading);
    return library == null ? query : query.loading(library);
  }
}
