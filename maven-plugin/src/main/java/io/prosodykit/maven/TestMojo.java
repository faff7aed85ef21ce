package io.prosodykit.maven;

import io.prosodykit.busted.JUnitReport;
import io.prosodykit.busted.SpecReport;
import io.prosodykit.busted.SpecRun;
import io.prosodykit.busted.SpecRunBuilder;
import io.prosodykit.busted.SpecRunner;
import io.prosodykit.busted.SpecText;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.text.VisibleText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the specs of modules: <code>spec/*_spec.lua</code> beside <code>mod_NAME.lua</code>, written
 * for busted. They run in a real Lua that comes with the plugin, so that nothing need be installed,
 * each module in a process of its own. Its limits are not a sandbox: run only specs that you trust.
 * Fails if a test does, unless <code>
 * maven.test.failure.ignore</code> is set.
 *
 * @since 0.1.0
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, requiresProject = false, threadSafe = true)
public final class TestMojo extends AbstractProsodyMojo {
  /**
   * The folders of modules, as they stand in <code>plugin_paths</code>, or a module's own. The
   * default is <code>src/main/prosody</code> in a project, and the current folder where there is no
   * POM. Example: <code>-Dprosody.directories=modules,/opt/prosody-modules</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.directories")
  private List<@Nullable String> directories = List.of();

  /**
   * The versions of Prosody that all modules are for, a list or a range. Specs run on Lua 5.4, and
   * on Lua 5.1 for those that do not run on 5.4, such as 0.11. Without this each module is for
   * those that its <code>.prosodykit.json</code> names, which <code>new-module</code> writes, or
   * else for 0.12 and 13.0. Example: <code>-Dprosody.targets=[0.11,13.0]</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.targets")
  private List<@Nullable String> targets = List.of();

  /**
   * The versions of Lua that run the specs, instead of what follows from the targets: <code>5.1
   * </code> and <code>5.4</code>; with busted <code>5.2</code> and <code>5.3
   * </code> as well. Example: <code>-Dprosody.lua=5.1,5.4</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.lua")
  private List<@Nullable String> lua = List.of();

  /**
   * What runs the specs: <code>embedded</code>, the Lua that comes with the plugin, or <code>busted
   * </code>, the machine's own. Example: <code>-Dprosody.runner=busted</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.runner", defaultValue = "embedded")
  private String runner;

  /**
   * The program busted, if it is not on the <code>PATH</code>. Example: <code>
   * -Dprosody.runner=busted -Dprosody.busted=/opt/luarocks/bin/busted</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.busted")
  private @Nullable File busted;

  /**
   * A Prosody whose Lua libraries the specs find, with the runner busted: the folder that holds
   * <code>util</code> and <code>core</code>, or one that <code>verify</code> takes; of several the
   * first. Example: <code>-Dprosody.runner=busted -Dprosody.home=/usr/lib/prosody</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.home")
  private List<@Nullable String> home = List.of();

  /**
   * A pattern of Lua: only tests whose names hold it run. A name is that of the blocks around the
   * test and its own, with spaces between. Example: <code>-Dprosody.test=mod_greeter.*answers
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.test")
  private @Nullable String test;

  /**
   * Tags: only tests run whose names, or those of the blocks around them, hold one of them behind a
   * <code>#</code>. Without this a module's <code>.busted</code> chooses. Example: <code>
   * -Dprosody.tags=slow,network</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.tags")
  private List<@Nullable String> tags = List.of();

  /**
   * Tags of tests that do not run, in the same form. Without this a module's <code>.busted</code>
   * chooses. Example: <code>-Dprosody.excludeTags=slow</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.excludeTags")
  private List<@Nullable String> excludeTags = List.of();

  /**
   * Whether it is a failure that no test has the name or the tag that is asked for. Example: <code>
   * -Dsurefire.failIfNoSpecifiedTests=false</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "surefire.failIfNoSpecifiedTests", defaultValue = "true")
  private boolean failIfNoSpecifiedTests;

  /**
   * Whether the tests run in an order by chance. Example: <code>-Dprosody.shuffle</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.shuffle", defaultValue = "false")
  private boolean shuffle;

  /**
   * The number that stood in an earlier report, to have its order by chance again. Example: <code>
   * -Dprosody.seed=42</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.seed")
  private @Nullable String seed;

  /**
   * How many seconds the specs of one module may take. Example: <code>-Dprosody.timeout=300</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.timeout", defaultValue = "60")
  private String timeout;

  /**
   * How many megabytes of memory the specs of one module may hold. Example: <code>
   * -Dprosody.memory=1024</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.memory", defaultValue = "512")
  private String memory;

  /**
   * The environment variables that specs see beside <code>PATH</code>, <code>HOME</code>, <code>
   * LANG</code>, <code>TMPDIR</code>, <code>LC_*</code> and <code>LUA_*</code>; a <code>*</code> at
   * the end of a name stands for all that begin with it. Example: <code>
   * -Dprosody.environment=DATABASE_URL,CI_*</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.environment")
  private List<@Nullable String> environment = List.of();

  /**
   * How many modules run at once. The default is what <code>mvn -T</code> says, or one for each
   * processor. Example: <code>-Dprosody.threads=1</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.threads")
  private @Nullable String threads;

  /**
   * The folder for reports as Surefire writes them. The default is <code>target/surefire-reports
   * </code> in a project, and none where there is no POM. Example: <code>
   * -Dprosody.reportsDirectory=reports</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.reportsDirectory")
  private @Nullable File reportsDirectory;

  /**
   * Whether to leave the tests out. Example: <code>-DskipTests</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /**
   * Whether to leave the tests out. Example: <code>-Dmaven.test.skip</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Whether the build goes on after failures. Example: <code>-Dmaven.test.failure.ignore</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
  private boolean testFailureIgnore;

  @Parameter(defaultValue = "${project.file}", readonly = true)
  private @Nullable File pom;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  private @Nullable File buildDirectory;

  @Parameter(defaultValue = "${session.request.degreeOfConcurrency}", readonly = true)
  private int concurrency;

  @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
  private boolean interactive;

  /** Made by Maven. */
  public TestMojo() {}

  @Override
  void run() throws MojoFailureException, MojoExecutionException, IOException {
    if (skipTests || skip) {
      getLog().info("The specs are not run.");
      return;
    }
    ParameterErrors mistakes = new ParameterErrors();
    List<Path> folders = ModuleFolders.read(mistakes, directories, pom, basedir);
    SpecRunBuilder builder = SpecRun.builder(folders);
    read(mistakes, builder);
    mistakes.check();
    if (folders.isEmpty()) {
      getLog().info(ModuleFolders.NONE);
      return;
    }
    Optional<SpecRun> run = build(mistakes, builder);
    mistakes.check();
    test(run.orElseThrow(), folders);
  }

  private void read(ParameterErrors mistakes, SpecRunBuilder builder) {
    builder.targets(VersionList.targets(mistakes, targets));
    if (!lua.isEmpty()) {
      List<LuaVersion> versions =
          mistakes.readSome("prosody.lua", lua, "5.1,5.4", LuaVersion::parse);
      if (!versions.isEmpty()) {
        builder.lua(versions);
      }
    }
    Optional<SpecRunner> chosen = mistakes.read("prosody.runner", runner, SpecRunner::parse);
    chosen.ifPresent(builder::runner);
    if (busted != null) {
      builder.busted(busted.toPath());
    }
    // the goal verify has the same parameter, and takes several
    if (chosen.equals(Optional.of(SpecRunner.BUSTED)) && !home.isEmpty() && home.get(0) != null) {
      builder.prosody(basedir.toPath().resolve(home.get(0)));
    }
    mistakes.read("prosody.test", test, builder::pattern);
    mistakes.read("prosody.tags", "", text -> builder.tags(given(tags)));
    mistakes.read("prosody.excludeTags", "", text -> builder.excludeTags(given(excludeTags)));
    mistakes.read("prosody.environment", "", text -> builder.environment(given(environment)));
    builder.shuffle(shuffle || seed != null);
    mistakes.readNumber("prosody.seed", seed, builder::seed);
    mistakes.readNumber(
        "prosody.timeout", timeout, number -> builder.timeLimit(Duration.ofSeconds(number)));
    mistakes.readNumber("prosody.memory", memory, builder::memoryLimit);
    if (threads != null) {
      mistakes.readNumber("prosody.threads", threads, builder::threads);
    } else if (concurrency > 1) {
      builder.threads(concurrency);
    }
    if (pom != null && buildDirectory != null) {
      builder.workFolder(buildDirectory.toPath().resolve("prosody-specs"));
    }
  }

  private static List<String> given(List<@Nullable String> texts) {
    return texts.stream()
        .flatMap(Stream::ofNullable)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private Optional<SpecRun> build(ParameterErrors mistakes, SpecRunBuilder builder)
      throws IOException {
    try {
      return Optional.of(builder.build());
    } catch (IllegalArgumentException e) {
      mistakes.add("prosody.runner=" + runner + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private void test(SpecRun run, List<Path> folders)
      throws MojoFailureException, MojoExecutionException, IOException {
    run.remarks().forEach(remark -> getLog().warn(VisibleText.of(remark)));
    if (run.size() == 0 && run.remarks().isEmpty()) {
      ModuleFolders.refuseNone(folders, directories, pom, getLog());
    }
    boolean isWatched = interactive && Terminal.isThere();
    SpecRunPrinter answers = new SpecRunPrinter(run, basedir.toPath(), isWatched, nothing());
    SpecReport report = answers.show();
    Optional<Path> reports = reports();
    if (reports.isPresent()) {
      JUnitReport.write(report, reports.get());
    }
    if (failIfNoSpecifiedTests) {
      answers.checkChosen(report);
    }
    Optional<String> failure =
        SpecText.failure(report)
            .map(text -> text + reports.map(dir -> "; " + dir + " has the reports").orElse(""))
            .map(VisibleText::of);
    if (failure.isPresent() && !testFailureIgnore) {
      throw new MojoFailureException(failure.get());
    }
    failure.ifPresent(getLog()::error);
  }

  /** What is said if there is no test such as the user asks for; empty if nothing is asked. */
  private Optional<String> nothing() {
    if (test != null) {
      return Optional.of("prosody.test: no name of a test holds \"" + test + "\"");
    }
    return tags.isEmpty()
        ? Optional.empty()
        : Optional.of("prosody.tags: no test has the tag " + Joined.commas(given(tags)));
  }

  private Optional<Path> reports() {
    if (reportsDirectory != null) {
      return Optional.of(reportsDirectory.toPath());
    }
    return pom == null || buildDirectory == null
        ? Optional.empty()
        : Optional.of(buildDirectory.toPath().resolve("surefire-reports"));
  }
}
