package io.prosodykit.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import io.prosodykit.testing.EveryServer;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The evaluator yields what the releases' own configuration managers do. */
@Tag("external")
final class RealManagerTest {
  /** Prosody 0.12 and 13.0.1 cannot warn about files with paths of 60 bytes or more. */
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  /** The names of the cases, whose own folders have short ones. */
  private final Map<Path, String> names = new HashMap<>();

  @EveryServer
  void yieldsWhatTheServerDoes(String server) throws Exception {
    Path root = ProsodyReleases.server(server);
    ProsodyVersion release =
        ProsodyVersion.parse(Files.readString(root.resolve("VERSION")).strip());
    List<Path> files = new ArrayList<>(cases());
    for (String other : List.of("0.11", "0.12", "13.0", ProsodyReleases.NEWEST)) {
      Path debian = ProsodyReleases.folder(other).resolve("root/etc/prosody");
      files.add(copy(debian, "etc-" + other));
      files.add(copy(debian, "all-" + other));
      Path unused = copy(debian.resolve("conf.avail"), "all-" + other + "/conf.d");
    }
    Path work = Files.createDirectory(folder.resolve("work"));
    ServerEnvironment environment =
        ServerEnvironment.parse(
            List.of(
                "DOMAIN=example.net",
                "EMPTY=",
                "CREDENTIALS_DIRECTORY=" + folder.resolve("credentials")));

    Map<Path, RealManager.Dump> dumps =
        RealManager.load(server, work, environment.variables(), files);

    assertThat(dumps).hasSameSizeAs(files).hasSizeGreaterThan(30);
    SoftAssertions softly = new SoftAssertions();
    Map<Path, Future<ServerConfiguration>> ours = new LinkedHashMap<>();
    ExecutorService executor = Executors.newFixedThreadPool(2);
    files.forEach(
        file ->
            ours.put(
                file, executor.submit(() -> ServerConfiguration.read(file, release, environment))));
    for (Map.Entry<Path, RealManager.Dump> each : dumps.entrySet()) {
      Path file = each.getKey();
      String name = names.getOrDefault(file, folder.relativize(file).toString());
      compare(softly, name, Objects.requireNonNull(ours.get(file)).get(), each.getValue());
    }
    executor.shutdown();
    softly.assertAll();
  }

  /** A warning of a server as the library says it; one that is not known stays as it is. */
  private static String inOurWords(String warning) {
    return warning
        // one of them has a space before the line
        .replaceFirst(": (\\d+): ", ":$1: ")
        .replaceFirst(
            "Duplicate option '(.*)'$",
            "the option $1 is set twice in this file: the last value counts")
        .replaceFirst(
            "direct usage of the Lua API is deprecated - replace `.*` with `Lua\\.(.*)`$",
            "Lua's own $1 is deprecated here: write Lua.$1")
        .replaceFirst(
            "unrecognized value: (.*) \\(you may be missing quotes around it\\)$",
            "$1 is not set: if it is a text, quote it");
  }

  private static void compare(
      SoftAssertions softly, String name, ServerConfiguration ours, RealManager.Dump theirs) {
    boolean servesNobody =
        ours.errors().stream()
            .anyMatch(error -> error.message().contains("there is no VirtualHost"));
    boolean refused = !ours.starts() && !servesNobody;
    softly
        .assertThat(refused)
        .as(
            "%s: refused by us with %s, by the server with \"%s\"",
            name, ours.errors(), theirs.refusal)
        .isEqualTo(!theirs.refusal.isEmpty());
    if (refused) {
      softly
          .assertThat(ours.errors())
          .as(name)
          .allSatisfy(error -> assertThat(error.line()).isPositive());
      return;
    }
    TreeMap<String, TreeMap<String, String>> sections = new TreeMap<>();
    for (EffectiveSection section : ours.sections()) {
      TreeMap<String, String> options = new TreeMap<>();
      section.options().forEach(option -> options.put(text(option.name()), show(option.value())));
      sections.put(text(section.host()), options);
      softly
          .assertThat(section.options())
          .as(name)
          .allSatisfy(option -> assertThat(option.line()).isPositive());
    }
    softly.assertThat(sections).as(name).isEqualTo(theirs.sections);
    TreeSet<String> warnings = new TreeSet<>();
    ours.warnings()
        .forEach(
            each -> warnings.add(text(each.file() + ":" + each.line() + ": " + each.message())));
    TreeSet<String> expected = new TreeSet<>();
    theirs.warnings.forEach(each -> expected.add(inOurWords(each)));
    softly.assertThat(warnings).as(name).isEqualTo(expected);
    if (ours.starts()) {
      TreeMap<String, String> modules = new TreeMap<>();
      ours.modules().forEach(host -> modules.put(text(host.host()), listed(host)));
      softly.assertThat(modules).as(name).isEqualTo(theirs.modules);
    }
    softly
        .assertThat(servesNobody)
        .as("%s: whether there is a host", name)
        .isEqualTo(
            theirs.sections.entrySet().stream()
                .noneMatch(
                    section ->
                        !section.getKey().equals("*")
                            && !"false"
                                .equals(
                                    section
                                        .getValue()
                                        .getOrDefault("enabled", theirs.global("enabled")))
                            && !section.getValue().containsKey("component_module")));
  }

  /**
   * The modules that the manager of modules lists: providers, components, and what modules need are
   * loaded by others; one that needs what is disabled is listed, and fails.
   */
  private static String listed(HostModules host) {
    return Stream.concat(
            host.modules().stream(),
            host.skipped().stream().filter(module -> module.reason().contains(", but it needs ")))
        .filter(module -> module.origin() != LoadedModule.Origin.MODULE)
        .filter(module -> !module.reason().startsWith("the module of the component"))
        .map(LoadedModule::name)
        .filter(module -> !module.matches("(auth|authz|storage)_.*"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private List<Path> cases() throws Exception {
    Path all = Path.of(Resources.getResource(RealManager.class, "cases").toURI());
    Files.createDirectory(folder.resolve("credentials"));
    Files.writeString(folder.resolve("credentials/secret"), "hidden");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(all)) {
      for (Path each : found.sorted().toList()) {
        files.add(copy(each, names.size() + ""));
        names.put(files.get(files.size() - 1), String.valueOf(each.getFileName()));
      }
    }
    return files;
  }

  private Path copy(Path from, String name) throws Exception {
    Path to = folder.resolve(name);
    try (Stream<Path> parts = Files.walk(from)) {
      for (Path part : parts.toList()) {
        Path target = to.resolve(from.relativize(part).toString());
        if (Files.isDirectory(part)) {
          Files.createDirectories(target);
        } else {
          Files.copy(part, target);
        }
      }
    }
    return to.resolve("prosody.cfg.lua");
  }

  private static String show(ConfigurationValue value) {
    if (value instanceof ConfigurationValue.Table table) {
      return table.fields().stream()
          .map(field -> "[" + show(field.key()) + "]=" + show(field.value()))
          .sorted(RealManagerTest::bytes)
          .collect(Collectors.joining(",", "{", "}"));
    }
    return value
        .text()
        .map(text -> '"' + text(text) + '"')
        .orElse(value.toString().replace("1/0", "inf"));
  }

  private static int bytes(String a, String b) {
    return Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
  }

  private static String text(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(
          c < 0x20 || c == 0x7f || c == '\\' ? "\\%03d".formatted((int) c) : String.valueOf(c));
    }
    return shown.toString();
  }
}
