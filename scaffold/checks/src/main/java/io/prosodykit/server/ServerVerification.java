package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.process.ChildEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs modules in a real Prosody and says what the server says against them.
 *
 * <pre>{@code
 * ServerVerification verification =
 *     ServerVerification.builder(List.of(Path.of("src/main/prosody"))).build();
 * VerifyReport report = verification.run(ProsodyInstallation.in(Path.of("/usr/bin")));
 * System.out.print(report);
 * }</pre>
 *
 * <p>All modules run together in one server, as they do in operation; a complaint names its module.
 * A run makes a throw-away folder with a configuration and data, has {@code prosodyctl about} and
 * {@code prosodyctl check config} look at it, starts the server, waits until it is ready, watches
 * its log, perhaps runs a command against it, and stops it. No server is left behind, nor its
 * folder. The server gets a part of the environment alone, and {@link ProsodyServer} says how much
 * it may print and hold. These are limits, not a sandbox: the modules run with the rights of the
 * user.
 *
 * <p>The configuration holds, in this order: accounts for {@code juliet}, {@code romeo} and the
 * administrator {@code admin} on each virtual host, without encryption, with a password of the
 * run's own that only the run's command is told; the files {@code config/**}{@code /*.cfg.lua} of
 * each module, as scaffolds have them; the user's own lines; and ports that are free, without
 * connections to other servers. Whatever the files say of interfaces, the server listens on the
 * loopback interface alone. The lists {@code modules_enabled}, {@code modules_disabled} and {@code
 * plugin_paths} of all of them are put together. A module that no example enables is enabled on the
 * first virtual host, or {@code localhost}; on a component {@code rooms.…} if it is one for chat
 * rooms; or as a component of its own if its source refuses to be anything else. A module for
 * accounts or storage that nothing asks for is loaded, not used.
 */
public final class ServerVerification {
  private final ImmutableList<Path> folders;
  private final ImmutableList<ModuleUnderTest> modules;
  private final Optional<Path> ownLines;
  private final VerifySettings settings;

  /** How many logs its runs have kept, by their names. */
  private final Map<String, Integer> logs = new ConcurrentHashMap<>();

  private ServerVerification(
      ImmutableList<Path> folders,
      ImmutableList<ModuleUnderTest> modules,
      Optional<Path> ownLines,
      VerifySettings settings) {
    this.folders = folders;
    this.modules = modules;
    this.ownLines = ownLines;
    this.settings = settings;
  }

  /**
   * Begins a verification.
   *
   * @param folders folders of modules, as they would stand in {@code plugin_paths}; files that
   *     Prosody does not find there are left alone
   * @return a builder
   */
  public static Builder builder(List<Path> folders) {
    return new Builder(folders);
  }

  /**
   * Returns how many modules there are to verify.
   *
   * @return the number of modules in the folders
   */
  public int moduleCount() {
    return modules.size();
  }

  /**
   * Returns what a user should know beforehand: which modules have a record that does not state
   * their targets, so that they run in each release.
   *
   * @return a line for each
   */
  public ImmutableList<String> remarks() {
    return modules.stream()
        .flatMap(module -> module.targets().problem().stream())
        .map(problem -> problem + "; the module runs in each Prosody")
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Runs the modules in a release, apart from those that are for other releases.
   *
   * @param installation the release
   * @return what became of them. If no module is for the release, no server is started
   * @throws IOException if the release does not work at all, or the disk fails
   * @throws InterruptedException if the thread is interrupted; no server is left behind
   */
  public VerifyReport run(ProsodyInstallation installation)
      throws IOException, InterruptedException {
    String version = version(installation);
    ReleaseModules chosen = ReleaseModules.of(modules, version);
    if (chosen.included().isEmpty()) {
      return VerifyReport.ofNoModule(version, chosen.omitted());
    }
    ServerConfiguration configuration =
        ServerConfiguration.of(folders, chosen.included(), ownLines);
    return new VerifyRun(installation, version, chosen, configuration, settings, logs).run();
  }

  private String version(ProsodyInstallation installation)
      throws IOException, InterruptedException {
    ServerConfiguration bare =
        ServerConfiguration.of(ImmutableList.of(), ImmutableList.of(), Optional.empty());
    try (ServerFolder folder = ServerFolder.make(bare, false, settings.patience())) {
      return UnpackedProsody.settle(installation, folder.programs())
          .version(
              folder.bareConfiguration(),
              folder.output("about"),
              settings.environment(),
              Deadline.in(settings.timeout()));
    }
  }

  /** What is set of a verification. */
  public static final class Builder {
    private final ImmutableList<Path> folders;
    private TargetChoice targets = TargetChoice.RECORDED;
    private Optional<Path> configuration = Optional.empty();
    private Optional<String> awaited = Optional.empty();
    private Optional<String> command = Optional.empty();
    private Optional<Path> logs = Optional.empty();
    private Path directory = Path.of("");
    private Duration watch = Duration.ofSeconds(2);
    private Duration timeout = Duration.ofSeconds(60);
    private boolean reload;
    private ChildEnvironment environment = ProsodyServer.ENVIRONMENT;

    private Builder(List<Path> folders) {
      this.folders = ImmutableList.copyOf(folders);
    }

    /**
     * Sets how the releases are chosen that each module is for. A module runs in those alone; one
     * of which nobody says what it is for runs in each. Without this the choice is {@link
     * TargetChoice#RECORDED}.
     *
     * @param choice the choice
     * @return this
     */
    public Builder targets(TargetChoice choice) {
      this.targets = choice;
      return this;
    }

    /**
     * Sets a file with lines for the configuration, in Lua, which come after the modules' examples.
     *
     * @param file the file
     * @return this
     */
    public Builder configuration(Path file) {
      this.configuration = Optional.of(file);
      return this;
    }

    /**
     * Sets how long the log is watched once the server is ready; without this 2 seconds.
     *
     * @param time no less than nothing
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public Builder watch(Duration time) {
      if (time.isNegative()) {
        throw new IllegalArgumentException(
            "the log cannot be watched for " + time.toSeconds() + " seconds: write 0 or more");
      }
      this.watch = time;
      return this;
    }

    /**
     * Has the log watched until a line comes, instead of for a time.
     *
     * @param text what the line holds; runs of blanks and tabs in the log count as one blank
     * @return this
     */
    public Builder await(String text) {
      this.awaited = Optional.of(text);
      return this;
    }

    /**
     * Sets a command that runs against the server once it was watched, and has to end with exit
     * code 0. In its environment are {@code PROSODY_HOST}, {@code PROSODY_PASSWORD}, which all
     * users have, {@code PROSODY_C2S_PORT}, {@code PROSODY_HTTP_PORT}, {@code PROSODY_CONFIG},
     * {@code PROSODY_LOG}, and {@code PROSODY_NAME_PORT} for each port that a module listens on.
     * NAME is the prefix of the port's option in capital letters, with {@code _} for whatever is no
     * letter or digit; the option {@code ports} is {@code PROSODY_PORT}.
     *
     * @param line a line for the shell {@code sh}
     * @return this
     */
    public Builder command(String line) {
      this.command = Optional.of(line);
      return this;
    }

    /**
     * Sets the folder that the command runs in; without this the current one.
     *
     * @param folder the folder
     * @return this
     */
    public Builder directory(Path folder) {
      this.directory = folder;
      return this;
    }

    /**
     * Sets whether the modules are reloaded once while the server starts.
     *
     * @param again whether to load them twice
     * @return this
     */
    public Builder reload(boolean again) {
      this.reload = again;
      return this;
    }

    /**
     * Sets how long a run may take, without the stop of the server; without this 60 seconds. A
     * module that does not come to an end of its loading in a third of this gets an error.
     *
     * @param time at least 3 seconds
     * @return this
     * @throws IllegalArgumentException if it is shorter
     */
    public Builder timeout(Duration time) {
      if (time.compareTo(Duration.ofSeconds(3)) < 0) {
        throw new IllegalArgumentException(
            "no server is verified in " + time.toMillis() + " ms: allow 3 seconds at least");
      }
      this.timeout = time;
      return this;
    }

    /**
     * Sets a folder where the log of each run stays, as {@code prosody-VERSION.log}, and as {@code
     * prosody-VERSION-2.log} where the same verification runs in that version a second time.
     *
     * @param folder the folder, which is made if need be
     * @return this
     */
    public Builder logs(Path folder) {
      this.logs = Optional.of(folder);
      return this;
    }

    /**
     * Lets the server and {@code prosodyctl} see more of this process' environment. Without this
     * they see what {@link ProsodyServer} names. The command sees the whole environment.
     *
     * @param names the names of variables, for example {@code JAVA_HOME}, or the beginnings of
     *     names, for example {@code CI_*}; variables that are not set are ignored
     * @return this
     * @throws IllegalArgumentException if one is not of that form
     */
    public Builder environment(Collection<String> names) {
      this.environment = ProsodyServer.ENVIRONMENT.with(names);
      return this;
    }

    /**
     * Reads the modules and puts the configuration together.
     *
     * @return the verification
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if the log is to be watched for longer than a run may take,
     *     or if the configurations of the modules and the user's own do not fit together; the
     *     message has a line for each problem
     */
    public ServerVerification build() throws IOException {
      if (awaited.isEmpty() && watch.compareTo(timeout) >= 0) {
        throw new IllegalArgumentException(
            "the log cannot be watched for %d of %d seconds that a server has: allow it more"
                .formatted(watch.toSeconds(), timeout.toSeconds()));
      }
      ImmutableList<ModuleUnderTest> all = ModuleUnderTest.read(folders, targets);
      // what does not fit together is told before any server runs
      var unused = ServerConfiguration.of(folders, all, configuration);
      return new ServerVerification(
          folders,
          all,
          configuration,
          new VerifySettings(
              awaited, command, directory, logs, watch, timeout, reload, environment));
    }
  }
}
