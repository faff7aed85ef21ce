package io.prosodykit.maven;

import io.prosodykit.busted.SpecRun;
import io.prosodykit.busted.SpecRunBuilder;
import io.prosodykit.busted.SpecRunner;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.text.Joined;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Which specs run, where, and within which limits. */
abstract class SpecRunMojo extends ModulesMojo {
  /**
   * The versions of Lua that run the specs, instead of those that follow from the targets. Without
   * this, specs run on Lua 5.4, and on Lua 5.1 if they are for a release that does not run on 5.4,
   * such as 0.11. The embedded runner has <code>5.1
   * </code> and <code>5.4</code>; with busted <code>5.2</code> and <code>5.3
   * </code> as well. Example: <code>-Dprosody.lua=5.1,5.4</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.lua")
  private List<@Nullable String> lua = List.of();

  /**
   * The runner of the specs: <code>embedded</code>, the Lua that comes with the plugin, or <code>
   * busted</code>, which has to be installed. Example: <code>-Dprosody.runner=busted</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.runner", defaultValue = "embedded")
  private String runner;

  /**
   * The path of busted, if it is not on the <code>PATH</code>. Example: <code>
   * -Dprosody.runner=busted -Dprosody.busted=/opt/luarocks/bin/busted</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.busted")
  private @Nullable File busted;

  /**
   * The Prosody that specs load Lua libraries from, with the runner busted: the folder that
   * contains <code>util</code> and <code>core</code>, or one that <code>verify</code> accepts. Only
   * the first of several is used. Example: <code>
   * -Dprosody.runner=busted -Dprosody.home=/usr/lib/prosody</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.home")
  private List<@Nullable String> home = List.of();

  /**
   * A Lua pattern: only tests with a matching name run. The full name of a test begins with the
   * names of the blocks around it, separated by spaces. Example: <code>
   * -Dprosody.test=mod_greeter.*answers
   * </code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.test")
  private @Nullable String test;

  /**
   * Tags: only tests run that have one of them after a <code>#</code> in their name, or in the name
   * of a block around them. The default is the choice of the module's <code>.busted</code>.
   * Example: <code>
   * -Dprosody.tags=slow,network</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.tags")
  private List<@Nullable String> tags = List.of();

  /**
   * Tags of tests that do not run, in the same form. The default is the choice of the module's
   * <code>.busted</code>. Example: <code>-Dprosody.excludeTags=slow</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.excludeTags")
  private List<@Nullable String> excludeTags = List.of();

  /**
   * Whether the tests run in a random order. Example: <code>-Dprosody.shuffle</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.shuffle", defaultValue = "false")
  private boolean shuffle;

  /**
   * The seed from an earlier report, to repeat its random order. Example: <code>
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
   * How many megabytes of memory the specs of one module may use. Example: <code>
   * -Dprosody.memory=1024</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.memory", defaultValue = "512")
  private String memory;

  /**
   * The environment variables that specs see in addition to <code>PATH</code>, <code>HOME</code>,
   * <code>
   * LANG</code>, <code>TMPDIR</code>, <code>LC_*</code> and <code>LUA_*</code>; a <code>*</code> at
   * the end of a name matches any ending. Example: <code>
   * -Dprosody.environment=DATABASE_URL,CI_*</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.environment")
  private List<@Nullable String> environment = List.of();

  /**
   * How many modules run at once. The default is the number of threads of <code>mvn -T</code>, or
   * of processors. Example: <code>-Dprosody.threads=1</code>
   *
   * @since 0.1.0
   */
  @Parameter(property = "prosody.threads")
  private @Nullable String threads;

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  @Nullable File buildDirectory;

  @Parameter(defaultValue = "${session.request.degreeOfConcurrency}", readonly = true)
  private int concurrency;

  /** Reads the parameters. */
  final SpecRunBuilder read(ParameterErrors errors, List<Path> folders)
      throws MojoFailureException, IOException {
    SpecRunBuilder builder = SpecRun.builder(folders);
    builder.targets(targets(errors, server().knowledge()));
    if (!lua.isEmpty()) {
      List<LuaVersion> versions = errors.readSome("prosody.lua", lua, "5.1,5.4", LuaVersion::parse);
      if (!versions.isEmpty()) {
        builder.lua(versions);
      }
    }
    Optional<SpecRunner> chosen = errors.read("prosody.runner", runner, SpecRunner::parse);
    chosen.ifPresent(builder::runner);
    if (busted != null) {
      builder.busted(busted.toPath());
    }
    // the goal verify has the same parameter, and takes several
    if (chosen.equals(Optional.of(SpecRunner.BUSTED)) && !home.isEmpty() && home.get(0) != null) {
      builder.prosody(basedir.toPath().resolve(home.get(0)));
    }
    errors.read("prosody.test", test, builder::pattern);
    errors.read("prosody.tags", "", text -> builder.tags(ParameterErrors.given(tags)));
    errors.read(
        "prosody.excludeTags", "", text -> builder.excludeTags(ParameterErrors.given(excludeTags)));
    errors.read(
        "prosody.environment", "", text -> builder.environment(ParameterErrors.given(environment)));
    builder.shuffle(shuffle || seed != null);
    errors.readNumber("prosody.seed", seed, builder::seed);
    errors.readNumber(
        "prosody.timeout", timeout, number -> builder.timeLimit(Duration.ofSeconds(number)));
    errors.readNumber("prosody.memory", memory, builder::memoryLimit);
    if (threads != null) {
      errors.readNumber("prosody.threads", threads, builder::threads);
    } else if (concurrency > 1) {
      builder.threads(concurrency);
    }
    if (pom != null && buildDirectory != null) {
      builder.workFolder(buildDirectory.toPath().resolve("prosody-specs"));
    }
    return builder;
  }

  /** Finds the specs to run; empty if the runner cannot run them, which is an error. */
  final Optional<SpecRun> build(ParameterErrors errors, SpecRunBuilder builder) throws IOException {
    try {
      return Optional.of(builder.build());
    } catch (IllegalArgumentException e) {
      errors.add("prosody.runner=" + runner + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The message if no test has the name or the tag asked for; empty if all tests are to run. */
  final Optional<String> nothing() {
    if (test != null) {
      return Optional.of("prosody.test: no test name contains \"" + test + "\"");
    }
    return tags.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "prosody.tags: no test has the tag " + Joined.commas(ParameterErrors.given(tags)));
  }
}
