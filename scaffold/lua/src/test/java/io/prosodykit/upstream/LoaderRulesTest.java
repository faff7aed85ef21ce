package io.prosodykit.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import io.prosodykit.facts.ComposedOption;
import io.prosodykit.facts.LoaderRules;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** Compares what is known about the loader with the servers. */
@Tag("external")
final class LoaderRulesTest {
  private static final LoaderRules LOADER = ServerFacts.reference().loader();
  private static final Pattern HINT = Pattern.compile("\\bmetadata\\.(\\w+)");
  private static final Pattern REPLACED = Pattern.compile("modules:remove\\(\"(.+)\"\\)");
  private static final Pattern ADDED = Pattern.compile("modules:add\\(\"(.+)\"\\)");
  private static final Pattern COMPOSED =
      Pattern.compile("get_option_(\\w+)\\(module\\.name ?\\.\\. ?\"(\\w+)\"");
  private static final Pattern FEATURE = Pattern.compile("(?m)^\\s+\"(.+)\";");

  @EveryServer
  void theServerReadsTheComments(String server) throws IOException {
    ProsodyVersion version = version(server);

    assertThat(found(HINT, server, "modulemanager.lua"))
        .isEqualTo(on(LOADER.hints().keySet(), key -> LOADER.reads(key, version)));
  }

  @EveryServer
  void theServerHasTheFeatures(String server) throws IOException {
    ProsodyVersion version = version(server);

    assertThat(found(FEATURE, server, "features.lua"))
        .isEqualTo(on(LOADER.features().keySet(), name -> LOADER.hasFeature(name, version)));
  }

  @EveryServer
  void theServerReplacesModules(String server) throws IOException {
    ProsodyVersion version = version(server);

    assertThat(found(REPLACED, server, "modulemanager.lua"))
        .isEqualTo(
            new TreeSet<>(
                Sets.union(
                    LOADER.autoloaded().renamed(version).keySet(),
                    LOADER.autoloaded().skipped(version).keySet())));
    assertThat(found(ADDED, server, "modulemanager.lua"))
        .isEqualTo(new TreeSet<>(LOADER.autoloaded().renamed(version).values()));
  }

  @EveryServer
  void modulesComposeTheOptions(String server) throws IOException {
    ProsodyVersion version = version(server);
    Set<String> expected = new TreeSet<>();
    Path modules = ProsodyReleases.folder(server).resolve("root/usr/lib/prosody/modules");
    try (Stream<Path> files = Files.list(modules)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString().replaceAll("^mod_|\\.lua$", "");
        COMPOSED
            .matcher(Files.readString(file))
            .results()
            .forEach(call -> expected.add(name + call.group(2) + " " + call.group(1)));
      }
    }

    assertThat(
            ServerFacts.reference().options().composed().stream()
                .map(ComposedOption::module)
                .distinct()
                .flatMap(name -> ServerFacts.reference().options().composed(name, version).stream())
                .map(option -> option.name() + " " + option.type()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Set<String> on(Set<String> names, Predicate<String> holds) {
    return names.stream().filter(holds).collect(Collectors.toCollection(TreeSet::new));
  }

  private static ProsodyVersion version(String server) throws IOException {
    return ProsodyVersion.parse(
        Files.readString(ProsodyReleases.folder(server).resolve("VERSION")).strip());
  }

  /** What a file of the core names; nothing if the release lacks the file. */
  private static Set<String> found(Pattern pattern, String server, String file) throws IOException {
    Path path = ProsodyReleases.folder(server).resolve("root/usr/lib/prosody/core").resolve(file);
    return pattern
        .matcher(Files.exists(path) ? Files.readString(path) : "")
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
