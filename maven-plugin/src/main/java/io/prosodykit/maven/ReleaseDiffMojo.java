package io.prosodykit.maven;

import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.configuration.ConfiguredServer;
import io.prosodykit.evidence.VersionList;
import io.prosodykit.report.ReleaseChangesReport;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Shows what changes between two versions of Prosody: modules that come and go, options with
 * another type or default, functions of the module API, libraries and what they have, and versions
 * of Lua. Each change names its sources. An option that is gone is no longer read by its module;
 * Prosody itself, or another module, may read it.
 *
 * @since 0.1.0
 */
@Mojo(name = "release-diff", requiresProject = false, aggregator = true, threadSafe = true)
public final class ReleaseDiffMojo extends ConfigurationMojo {
  /**
   * The version of Prosody to compare from: a release, a branch or trunk. Example: <code>
   * -Dprosody.from=0.12.3</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.from")
  private @Nullable String from;

  /**
   * The version of Prosody to compare to: a release, a branch or trunk. Example: <code>
   * -Dprosody.to=13.0.1</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.to")
  private @Nullable String to;

  /**
   * The names of the modules to compare, with or without <code>mod_</code>. The default is every
   * module of the catalogue. Example: <code>-Dprosody.modules=blocklist,muc</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.modules")
  private List<@Nullable String> modules = List.of();

  /** Created by Maven. */
  public ReleaseDiffMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    ParameterErrors errors = new ParameterErrors();
    ModuleCatalog catalog = catalog();
    Optional<OutputFormat> output = format(errors);
    Optional<ProsodyVersion> first = version(errors, "from", from, "0.12.3", catalog);
    Optional<ProsodyVersion> second = version(errors, "to", to, "13.0.1", catalog);
    if (first.isPresent() && first.equals(second)) {
      errors.add("prosody.to: is the same version as prosody.from; name another one");
    }
    Set<String> names = new LinkedHashSet<>();
    if (!modules.isEmpty()) {
      names.addAll(
          errors.readSome("prosody.modules", modules, "roster", name -> catalog.get(name).name()));
    }
    List<ConfiguredServer> servers =
        servers(errors, Stream.of(first, second).flatMap(Optional::stream).toList(), catalog);
    errors.check();
    requireStart(servers);
    servers.forEach(config -> names.addAll(config.modules()));
    ProsodyVersion before = first.orElseThrow();
    ProsodyVersion after = second.orElseThrow();
    if (before.compareTo(after) > 0) {
      getLog()
          .warn(
              "prosody.from: "
                  + before
                  + " is later than "
                  + after
                  + ", so this is what a downgrade changes.");
    }
    ReleaseChangesReport report =
        ReleaseChangesReport.of(
            names.isEmpty()
                ? catalog.changes(before, after)
                : catalog.changes(before, after, names));
    print(
        new GoalOutput(report::toText, report::toJson, report::toCsv, report::toMarkdown),
        output.orElseThrow());
  }

  private static Optional<ProsodyVersion> version(
      ParameterErrors errors,
      String parameter,
      @Nullable String text,
      String example,
      ModuleCatalog catalog) {
    String property = "prosody." + parameter;
    if (text == null) {
      errors.add(
          property
              + ": name the version of Prosody to compare "
              + parameter
              + ", as in -D"
              + property
              + "="
              + example);
    }
    return errors.read(
        property, text, given -> VersionList.parseOne(given.strip(), catalog.knowledge()));
  }
}
