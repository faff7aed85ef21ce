package io.prosodykit.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.Sets;
import io.prosodykit.catalog.Enablement;
import io.prosodykit.catalog.Layer;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.catalog.ModuleEntry;
import io.prosodykit.catalog.Stability;
import io.prosodykit.configuration.ConfigurationMessage;
import io.prosodykit.configuration.EffectiveSection;
import io.prosodykit.configuration.ServerConfiguration;
import io.prosodykit.configuration.ServerEnvironment;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.EvidenceBuilder;
import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Source;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.version.ProsodyVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigurationStackTest {
  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"0.11.9", "0.12.3", "13.0.1", "13.0"})
  void loadsTheModulesOfTheMatrixWithoutAWarning(String release) throws Exception {
    ConfigurationStack stack = matrix(release);
    assertEnablement(stack, release, Map.of());
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"0.11.9", "0.12.3", "13.0.1", "13.0"})
  void hasTheSameModulesOnAsEnablementForEachCombination(String release) throws Exception {
    ConfigurationStack stack = matrix(release);
    Set<Stability> others = EnumSet.complementOf(EnumSet.of(Stability.CORE));
    for (Set<Stability> on : Sets.powerSet(others)) {
      Map<String, String> variables = new HashMap<>();
      others.forEach(each -> variables.put(each.variable(), on.contains(each) ? "on" : "No"));
      assertEnablement(stack, release, variables);
    }
  }

  private void assertEnablement(
      ConfigurationStack stack, String release, Map<String, String> variables) throws Exception {
    Enablement enablement = Enablement.fromEnvironment(variables);
    ServerConfiguration read = read(stack, release, variables);
    assertThat(read.errors()).isEmpty();
    assertThat(read.warnings()).isEmpty();
    Set<String> expected =
        stack.modules().stream()
            .filter(enablement::isEnabled)
            .map(ModuleEntry::name)
            .filter(name -> !name.equals("http_file_share"))
            .collect(Collectors.toSet());
    assertThat(names(read)).isEqualTo(expected);
    boolean shares =
        stack.modules().stream()
            .anyMatch(
                entry -> entry.name().equals("http_file_share") && enablement.isEnabled(entry));
    assertThat(read.section("share.example.org").isPresent()).isEqualTo(shares);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.11.9", "13.0"})
  void enablesAndDisablesModulesByName(String release) throws Exception {
    ServerConfiguration read =
        read(
            sample(),
            release,
            Map.of(
                "PROSODY_ENABLE_MODULES", "mod_audit, e2e_policy",
                "PROSODY_DISABLE_MODULES", "ping"));
    assertThat(read.errors()).isEmpty();
    assertThat(names(read)).containsExactlyInAnyOrder("roster", "audit", "e2e_policy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROSODY_ENABLE_BETA | maybe | PROSODY_ENABLE_BETA is \"maybe\"; set it to true or false",
        "PROSODY_ENABLE_CORE | off | PROSODY_ENABLE_CORE is \"off\", but core modules are always on",
        "PROSODY_ENABLE_MODULES | audi | PROSODY_ENABLE_MODULES names audi, which no file",
        "PROSODY_DISABLE_MODULES | audi | PROSODY_DISABLE_MODULES names audi, which no file",
        "PROSODY_DISABLE_MODULES | roster | names roster, but core modules are always on"
      })
  void refusesToStart(String variable, String value, String message) throws Exception {
    for (String release : List.of("0.11.9", "0.12.3", "13.0")) {
      assertThat(read(sample(), release, Map.of(variable, value)).errors())
          .extracting(ConfigurationMessage::message)
          .singleElement()
          .asString()
          .contains(message);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.12.3", "13.0"})
  void putsModulesOfRoomsOnTheirComponent(String release) throws Exception {
    ServerConfiguration read =
        read(
            ConfigurationStack.builder()
                .targets(TargetRange.parse("0.12,13.0"))
                .addHost("Example.org")
                .addModule("roster")
                .addModule("muc")
                .addModule("muc_mam")
                .build(),
            release,
            Map.of());
    EffectiveSection rooms = read.section("groups.example.org").orElseThrow();
    assertThat(rooms.component()).contains("muc");
    assertThat(list(rooms)).containsExactly("muc_mam");
    assertThat(names(read)).containsExactly("roster");
  }

  @Test
  void namesAllProblemsAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ConfigurationStack.builder()
                    .targets(TargetRange.parse("0.11"))
                    .addHost("no host")
                    .addModule("smaks")
                    .addModule("http_file_share")
                    .build())
        .withMessageContainingAll("no host", "smacks", "http_file_share works on none");
  }

  @Test
  void offersOnlyConstantsToUncomment() {
    Source ours =
        new Source("ours", Source.Kind.LOCAL, ProsodyVersion.V13_0, "2026-12", "Our modules", true);
    EvidenceBuilder evidence = Evidence.builder("acme_gate").community(ours);
    Map<String, String> defaults =
        Map.of(
            "acme_a", "60 * 60",
            "acme_b", "{ \"x\"; y = { -1, true } }",
            "acme_c", "os.exit()",
            "acme_d", "module.host",
            "acme_e", "5 -- five",
            "acme_f", "5; os.exit()",
            "acme_g", "(function () end)()");
    defaults.forEach(
        (name, text) -> evidence.option(new ModuleOption(name, "any", text), List.of(ours)));
    Knowledge knowledge =
        Knowledge.builder()
            .version("ours")
            .asOf(LocalDate.of(2026, 12, 1))
            .source(ours)
            .add(evidence.build())
            .build();
    ModuleEntry gate =
        ModuleEntry.builder("acme_gate", Layer.SERVICES, Stability.BETA, "Guards the gate").build();
    String files =
        String.join(
            "\n",
            ConfigurationStack.builder()
                .catalog(ModuleCatalog.of(List.of(gate), knowledge))
                .targets(TargetRange.parse("13.0"))
                .addHost("example.org")
                .addModule("acme_gate")
                .build()
                .files()
                .values());

    assertThat(files.lines().filter(line -> line.startsWith("-- acme_")))
        .containsExactly(
            "-- acme_a = 60 * 60 -- any, since 13.0",
            "-- acme_b = { \"x\"; y = { -1, true } } -- any, since 13.0",
            "-- acme_c (any, since 13.0, no default that all targets share)",
            "-- acme_d (any, since 13.0, no default that all targets share)",
            "-- acme_e (any, since 13.0, no default that all targets share)",
            "-- acme_f (any, since 13.0, no default that all targets share)",
            "-- acme_g (any, since 13.0, no default that all targets share)");
  }

  private static ConfigurationStack sample() {
    return ConfigurationStack.builder()
        .catalog(ModuleCatalog.reference())
        .targets(TargetRange.parse("13.0"))
        .addHost("example.org")
        .addModule("roster")
        .addModule("ping")
        .addModule("audit")
        .addModule("e2e_policy")
        .build();
  }

  /** The modules of the matrix that the release can have. */
  private static ConfigurationStack matrix(String release) {
    ProsodyVersion branch = ProsodyVersion.parse(release).branch();
    ModuleCatalog catalog = ModuleCatalog.reference();
    ConfigurationStackBuilder builder =
        ConfigurationStack.builder()
            .catalog(catalog)
            .targets(TargetRange.parse(branch.toString()))
            .addHost("example.org");
    catalog.modules().stream()
        .map(ModuleEntry::name)
        .filter(name -> catalog.compatibility(name, branch).presence().isAvailable())
        .forEach(builder::addModule);
    return builder.build();
  }

  private static Set<String> names(ServerConfiguration read) {
    return Set.copyOf(list(read.section("*").orElseThrow()));
  }

  private static List<String> list(EffectiveSection section) {
    return section.option("modules_enabled").stream()
        .flatMap(option -> option.value().items().stream())
        .flatMap(item -> item.text().stream())
        .toList();
  }

  private ServerConfiguration read(
      ConfigurationStack stack, String release, Map<String, String> variables) throws Exception {
    for (Map.Entry<String, String> file : stack.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue());
    }
    return ServerConfiguration.read(
        folder.resolve("prosody.cfg.lua"),
        ProsodyVersion.parse(release),
        ServerEnvironment.of(variables));
  }
}
