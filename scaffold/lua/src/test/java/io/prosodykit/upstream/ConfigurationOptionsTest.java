package io.prosodykit.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.facts.ConfigurationOptions;
import io.prosodykit.facts.ObsoleteOption;
import io.prosodykit.facts.OptionNames;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Compares what is known about the options of a configuration with the servers. */
@Tag("external")
final class ConfigurationOptionsTest {
  private static final ConfigurationOptions OPTIONS = ServerFacts.reference().options();

  /** A call that reads an option by its name. */
  private static final Pattern READ =
      Pattern.compile(
          "(?:\\bconfig_get|\\.(?:raw)?get|get_option\\w*)"
              + "\\( *(?:(?:\"\\*\"|[\\w.]+), *)?\"([a-z][a-z0-9_]*)\"");

  /** What is added to a computed prefix in a call that reads an option. */
  private static final Pattern COMPUTED =
      Pattern.compile("(?:config_prefix\\.\\.\"|get\\(host, name\\.\\.\"_)([a-z]+)\"");

  /** What may be the name of an option in the source of prosodyctl. */
  private static final Pattern NAME =
      Pattern.compile("\"([a-z][a-z0-9_]*)\"|(?m:^\\s+([a-z][a-z0-9_]*) = )");

  private static final Pattern LISTED =
      Pattern.compile("(?:obsolete|deprecated) options.* section:\n +([a-z{].*)");
  private static final Pattern DEPRECATED = Pattern.compile("'([a-z0-9_]+)' -- (.+)");
  private static final Pattern MISPLACED = Pattern.compile("need to move the following .*: (.*)");

  /** Parts of the names that prosodyctl puts together. */
  private static final ImmutableSet<String> SUFFIXES =
      ImmutableSet.of("_port", "_ports", "_interface", "_interfaces", "_ssl");

  /** Options that a host may have although their names end in one of the suffixes. */
  private static final ImmutableSet<String> HOSTS = ImmutableSet.of("c2s_ssl", "s2s_ssl");

  /** Options that prosodyctl itself does not survive if they are not what they should be. */
  private static final ImmutableSet<String> FIXED =
      ImmutableSet.of("component_module", "enabled", "modules_enabled", "modules_disabled");

  /** The words that replace a name in the advice of prosodyctl and that the data say otherwise. */
  private static final ImmutableMap<String, String> OTHER_ADVICE =
      ImmutableMap.of("vcard_compatibility", "mod_compat_vcard", "disallow_s2s", "s2s");

  private static final ImmutableSet<String> KEYWORDS =
      ImmutableSet.of("end", "for", "function", "if", "in", "not", "repeat", "return", "then");

  @TempDir private Path folder;

  @EveryServer
  void theServerReadsTheCoreOptions(String server) throws IOException {
    assertThat(found(READ, core(server)))
        .isEqualTo(on(server, OPTIONS.core()).map(OptionNames::pattern).collect(sorted()));
  }

  @EveryServer
  void theServerComputesNames(String server) throws IOException {
    assertThat(found(COMPUTED, core(server)))
        .isEqualTo(
            on(server, OPTIONS.computed())
                .filter(names -> names.module().isEmpty())
                .map(names -> names.pattern().replace("*_", ""))
                .collect(sorted()));
    Path modules = prosody(server).resolve("modules");
    for (OptionNames names : OPTIONS.computed()) {
      if (names.module().isPresent()) {
        Path module = modules.resolve("mod_" + names.module().get() + ".lua");
        String computed =
            names.pattern().endsWith("*")
                ? "get_option_\\w+\\(module\\.name ?\\.\\. ?\"_"
                : "get_option_\\w+\\(.*\\.\\. ?\"" + names.pattern().substring(1) + "\"";
        assertThat(
                Files.exists(module)
                    && Pattern.compile(computed).matcher(Files.readString(module)).find())
            .as("%s in %s", names, server)
            .isEqualTo(names.holdsOn(version(server)));
      }
    }
  }

  /**
   * Everything that looks like a name in the source of prosodyctl, and every name in the data, is
   * put above and below a host.
   */
  @EveryServer
  void theCheckOfAConfigurationReportsOptions(String server) throws Exception {
    ProsodyVersion version = version(server);
    Set<String> candidates = candidates(server);

    String output = check(server, candidates);

    Map<String, String> advice = new TreeMap<>();
    DEPRECATED.matcher(output).results().forEach(line -> advice.put(line.group(1), line.group(2)));
    Set<String> reported = new TreeSet<>(advice.keySet());
    LISTED.matcher(output).results().forEach(line -> reported.addAll(names(line.group(1))));
    assertThat(reported)
        .isEqualTo(
            candidates.stream()
                .filter(
                    name ->
                        OPTIONS.findObsolete(name).filter(o -> o.isChecked(version)).isPresent())
                .collect(sorted()));
    advice.forEach(
        (name, text) -> {
          ObsoleteOption option = OPTIONS.findObsolete(name).orElseThrow();
          if (OTHER_ADVICE.containsKey(name)) {
            assertThat(text).contains(OTHER_ADVICE.get(name));
          } else if (option.successors().isEmpty()) {
            assertThat(option.remark()).as(name).isPresent();
          } else {
            assertThat(text).contains(option.successors());
          }
        });
    Matcher misplaced = MISPLACED.matcher(output);
    assertThat(misplaced.find()).as(output).isTrue();
    assertThat(names(misplaced.group(1)))
        .isEqualTo(
            candidates.stream()
                .filter(name -> OPTIONS.isGlobalOnly(name, version))
                .collect(sorted()));
  }

  private static Set<String> candidates(String server) throws IOException {
    Set<String> candidates = new TreeSet<>();
    Matcher name = NAME.matcher(source(root(server), file -> isCheck(file)));
    while (name.find()) {
      candidates.add(name.group(1) == null ? name.group(2) : name.group(1));
    }
    for (String word : List.copyOf(candidates)) {
      SUFFIXES.forEach(suffix -> candidates.add(word + suffix));
    }
    OPTIONS.core().forEach(option -> candidates.add(option.pattern()));
    OPTIONS.obsolete().forEach(option -> candidates.add(option.name()));
    OPTIONS.globalOnly().forEach(names -> candidates.add(names.pattern().replace("*", "other")));
    candidates.addAll(HOSTS);
    candidates.removeAll(FIXED);
    candidates.removeIf(word -> KEYWORDS.contains(word));
    return candidates;
  }

  private String check(String server, Set<String> candidates)
      throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (String name : candidates) {
      boolean read = OPTIONS.isCore(name, version(server));
      if (!read || OPTIONS.findObsolete(name).isPresent()) {
        lines.add(name + " = false");
      }
    }
    lines.add("log = { error = \"*console\" }");
    lines.add("data_path = \"" + folder + "\"");
    lines.add("pidfile = \"" + folder.resolve("pid") + "\"");
    lines.add("run_as_root = true");
    lines.add("VirtualHost \"localhost\"");
    candidates.forEach(name -> lines.add(name + " = false"));
    Path configuration = folder.resolve("options.cfg.lua");
    Files.write(configuration, lines);
    Process process =
        new ProcessBuilder(
                ProsodyReleases.folder(server).resolve("prosodyctl").toString(),
                "--config",
                configuration.toString(),
                "check",
                "config")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isNotZero();
    return output;
  }

  private static Set<String> names(String list) {
    return Stream.of(list.replaceAll("[{}]", "").split(", ", -1)).collect(sorted());
  }

  private static Stream<OptionNames> on(String server, Collection<OptionNames> options) {
    return options.stream().filter(names -> names.holdsOn(version(server)));
  }

  private static Collector<String, ?, Set<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).collect(sorted());
  }

  private static ProsodyVersion version(String server) {
    try {
      return ProsodyVersion.parse(
          Files.readString(ProsodyReleases.folder(server).resolve("VERSION")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root(String server) {
    return ProsodyReleases.folder(server).resolve("root/usr");
  }

  private static Path prosody(String server) {
    return root(server).resolve("lib/prosody");
  }

  private static boolean isCheck(Path file) {
    return file.endsWith("check.lua") || file.endsWith("bin/prosodyctl");
  }

  /** Prosody's Lua without its modules, and without the check of a configuration. */
  private static String core(String server) throws IOException {
    Path root = root(server);
    Path modules = prosody(server).resolve("modules");
    String text =
        source(
            root,
            file ->
                (file.toString().endsWith(".lua") || file.startsWith(root.resolve("bin")))
                    && !file.startsWith(modules)
                    && !file.endsWith("check.lua"));
    return text.replaceFirst("(?s)\nfunction commands\\.check\\(.*?\nend\n", "");
  }

  private static String source(Path root, Predicate<Path> wanted) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).filter(wanted).toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1)).append('\n');
      }
    }
    return text.toString();
  }
}
