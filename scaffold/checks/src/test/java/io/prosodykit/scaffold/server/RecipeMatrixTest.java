package io.prosodykit.scaffold.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.TreeBasedTable;
import io.prosodykit.scaffold.DependencySpec;
import io.prosodykit.scaffold.HookSpec;
import io.prosodykit.scaffold.InvalidSpecException;
import io.prosodykit.scaffold.ModuleSpec;
import io.prosodykit.scaffold.ModuleSpecBuilder;
import io.prosodykit.scaffold.OnConflict;
import io.prosodykit.scaffold.OptionSpec;
import io.prosodykit.scaffold.PermissionSpec;
import io.prosodykit.scaffold.Recipe;
import io.prosodykit.scaffold.Scaffold;
import io.prosodykit.scaffold.StoreSpec;
import io.prosodykit.testing.ProsodyReleases;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * Every recipe on every release: a real server loads the module without a complaint, a real client
 * sees what it does, the server reloads, restarts and unloads it, and ends; or the scaffolder
 * refuses, with its reason. It needs what {@code .ci/run} installs.
 */
@Execution(ExecutionMode.CONCURRENT) // most of the time goes into waiting for servers
@Tag("external")
final class RecipeMatrixTest {
  private static final ImmutableList<String> BRANCHES = ImmutableList.of("0.11", "0.12", "13.0");
  private static final ImmutableMap<String, Supplier<Behaviour>> BEHAVIOURS =
      ImmutableMap.<String, Supplier<Behaviour>>builder()
          .put("guide", GuideBehaviour::new)
          .put("net-listener", NetListenerBehaviour::new)
          .put("iq-handler", IqHandlerBehaviour::new)
          .put("message-filter", MessageFilterBehaviour::new)
          .put("presence-watch", PresenceWatchBehaviour::new)
          .put("adhoc-command", AdhocCommandBehaviour::new)
          .put("muc-plugin", MucPluginBehaviour::new)
          .put("component", ComponentBehaviour::new)
          .put("http-endpoint", HttpEndpointBehaviour::new)
          .put("webhook", WebhookBehaviour::new)
          .put("metrics", MetricsBehaviour::new)
          .put("scheduled-task", ScheduledTaskBehaviour::new)
          .put("auth-provider", AuthProviderBehaviour::new)
          .put("stream-feature", StreamFeatureBehaviour::new)
          .put("pep-service", PepServiceBehaviour::new)
          .put("storage-driver", StorageDriverBehaviour::new)
          .put("archive-policy", ArchivePolicyBehaviour::new)
          .put("shell-command", ShellCommandBehaviour::new)
          .buildOrThrow();

  /** The result of each recipe, by its id, on each branch. */
  private static final TreeBasedTable<String, String, String> MATRIX = TreeBasedTable.create();

  @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
  @TempDir
  private Path folder;

  static Stream<Arguments> servers() {
    return Recipe.all().stream()
        .flatMap(
            recipe ->
                Stream.concat(BRANCHES.stream(), Stream.of(ProsodyReleases.NEWEST))
                    .map(server -> Arguments.of(recipe, server)));
  }

  static Stream<Arguments> cells() {
    return Recipe.all().stream()
        .flatMap(recipe -> BRANCHES.stream().map(branch -> Arguments.of(recipe, branch)));
  }

  @Test
  void seesTheBehaviourOfEveryRecipe() {
    assertThat(Recipe.all())
        .extracting(Recipe::id)
        .containsExactlyInAnyOrderElementsOf(BEHAVIOURS.keySet());
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("servers")
  void works(Recipe recipe, String server) throws Exception {
    note(recipe, server, "FAILS");
    String branch = ProsodyReleases.branch(server);
    if (recipe.releases().contains(ProsodyVersion.parse(branch))) {
      try {
        runs(recipe, server, recipe.releases());
      } catch (TestAbortedException e) {
        note(recipe, server, "not run");
        throw e;
      }
      note(recipe, server, "works");
    } else {
      assertThatThrownBy(() -> builder(recipe).targets(VersionRange.parse(branch)).build())
          .isInstanceOf(InvalidSpecException.class)
          .hasMessageContaining(
              Objects.requireNonNull(recipe.remarks().get(ProsodyVersion.parse(branch))))
          .hasMessageContaining(recipe.releases().toString());
      note(recipe, server, "refused");
    }
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0} for {1} alone")
  @MethodSource("cells")
  void worksIfMadeForThatReleaseAlone(Recipe recipe, String branch) throws Exception {
    if (recipe.releases().contains(ProsodyVersion.parse(branch))) {
      runs(recipe, branch, VersionRange.parse(branch));
    }
  }

  /** With options of every type, and a part of every kind. */
  @Tag("slow")
  @ParameterizedTest(name = "{0} on {1} with all parts")
  @MethodSource("cells")
  void loadsWithAllParts(Recipe recipe, String branch) throws Exception {
    if (!recipe.releases().contains(ProsodyVersion.parse(branch))) {
      return;
    }
    String name = recipe.prefix() + "greeter";
    ModuleSpecBuilder builder = builder(recipe);
    builder
        .targets(recipe.releases())
        .addOption(OptionSpec.string(name + "_more", "Good \"day\" & <welcome>"))
        .addOption(OptionSpec.bool(name + "_loud", true))
        .addOption(OptionSpec.integer(name + "_most", 3))
        .addOption(OptionSpec.number(name + "_rate", 0.5))
        .addOption(OptionSpec.list(name + "_names", "romeo", "]]--"))
        .addOption(OptionSpec.choice(name + "_kind", "one", "two", "three"))
        .addOption(OptionSpec.period(name + "_pause", Duration.ofHours(1)))
        .addDependency(DependencySpec.on("disco"))
        .addDependency(DependencySpec.on("blocklist").softly())
        .addPermission(PermissionSpec.of("greet-all"))
        .addHook(HookSpec.of("server-stopping").onServer());
    if (!recipe.global()) {
      builder
          .addFeature("urn:example:more:0")
          .addStore(StoreSpec.of(name + "_notes"))
          .addHook(HookSpec.of("message/bare").withPriority(5))
          .addHook(HookSpec.of("message/host").requiring("greet-all"));
    }
    ModuleSpec spec = builder.build();
    Behaviour behaviour = behaviour(recipe);
    ServerFolder server = server(spec, branch, behaviour);
    ProsodyServer running = server.start();
    running.close();
    assertThat(running.hasLoaded(spec.name(), behaviour.host())).as("%s", running.log()).isTrue();
    assertThat(running.complaints()).isEmpty();
  }

  private void runs(Recipe recipe, String release, VersionRange targets) throws Exception {
    Behaviour behaviour = behaviour(recipe);
    ModuleSpec spec = behaviour.specify(builder(recipe)).targets(targets).build();
    String branch = ProsodyReleases.branch(release);
    ServerFolder server = server(spec, release, behaviour);
    behaviour.prepare(folder.resolve("server/data"));
    ProsodyServer first = server.start();
    try (first) {
      assertThat(first.hasLoaded(spec.name(), behaviour.host())).as("%s", first.log()).isTrue();
      check(behaviour::check, new RunningModule(branch, spec, first));
      tell(server, "reload", spec, behaviour);
      check(behaviour::check, new RunningModule(branch, spec, first));
    }
    assertThat(first.complaints()).isEmpty();
    ProsodyServer second = server.start();
    try (second) {
      check(behaviour::checkAfterRestart, new RunningModule(branch, spec, second));
      tell(server, "unload", spec, behaviour);
    }
    assertThat(second.complaints()).isEmpty();
  }

  private static void tell(ServerFolder server, String verb, ModuleSpec spec, Behaviour behaviour)
      throws Exception {
    server.shell("module:%s(\"%s\", \"%s\")".formatted(verb, spec.name(), behaviour.host()));
  }

  private interface Check {
    void on(RunningModule module) throws Exception;
  }

  private static void check(Check check, RunningModule module) throws Exception {
    try (module) {
      check.on(module);
    }
  }

  private static Behaviour behaviour(Recipe recipe) {
    return Objects.requireNonNull(BEHAVIOURS.get(recipe.id()), recipe.id()).get();
  }

  private static ModuleSpecBuilder builder(Recipe recipe) {
    return ModuleSpec.builder(recipe.prefix() + "greeter", recipe);
  }

  private ServerFolder server(ModuleSpec spec, String branch, Behaviour behaviour)
      throws Exception {
    Path plugins = folder.resolve("plugins");
    Scaffold scaffold = Scaffold.of(spec);
    scaffold.writeTo(plugins, OnConflict.FAIL);
    Path configuration =
        plugins.resolve(
            scaffold.files().keySet().stream()
                .filter(path -> path.endsWith(".cfg.lua"))
                .findFirst()
                .orElseThrow());
    return ServerFolder.make(
        branch,
        folder.resolve("server"),
        plugins,
        configuration,
        behaviour.configuration(spec.name()),
        behaviour.enabling(spec.name()));
  }

  private static synchronized void note(Recipe recipe, String branch, String result) {
    MATRIX.put(recipe.id(), branch, result);
  }

  @AfterAll
  static void printMatrix() {
    MATRIX.rowMap().forEach((recipe, results) -> System.out.printf("%-20s %s%n", recipe, results));
  }
}
