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
 * Runs modules in a real Prosody, and reports what the server complains about.
 *
 * <pre>{@code
 * ServerVerification verification =
 *     ServerVerification.builder(List.of(Path.of("src/main/prosody"))).build();
 * VerifyReport report = verification.run(ProsodyInstallation.in(Path.of("/usr/bin")));
 * System.out.print(report);
 * }</pre>
 *
 * <p>All modules run together in one server, as they do in operation; a complaint names its module.
 * A run makes a temporary folder with a configuration and data, runs {@code prosodyctl about} and
 * {@code prosodyctl check config} on it, starts the server, waits until it is ready, watches its
 * log, optionally runs a command against it, and stops it. It leaves neither the server nor its
 * folder behind. The server gets only a part of the environment, and {@link ProsodyServer} says how
 * much it may print and how much memory it may use. These are limits, not a sandbox: the modules
 * run with the rights of the user.
 *
 * <p>The configuration contains, in this order: accounts for {@code juliet}, {@code romeo} and the
 * administrator {@code admin} on each virtual host, without encryption, with a password that is new
 * in each run and that only the run's command gets; the files {@code config/**}{@code /*.cfg.lua}
 * of each module, as in scaffolds; the user's own lines; and free ports, without connections to
 * other servers. Whatever the files say about interfaces, the server listens only on the loopback
 * interface. The lists {@code modules_enabled}, {@code modules_disabled} and {@code plugin_paths}
 * of all of them are combined. A module that no example enables is enabled on the first virtual
 * host, or {@code localhost}; on a component {@code rooms.…} if it is for chat rooms; or as a
 * component of its own if its source refuses to be anything else. A module for accounts or storage
 * that no configuration selects is loaded but not used.
 *
 * @since 0.1.0
 */
public final class ServerVerification {
  private final ImmutableList<Path> folders;
  private final ImmutableList<ModuleUnderTest> modules;
  private final Optional<Path> ownLines;
  private final VerifySettings settings;

  /** How many logs its runs have kept, by name. */
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
   * @param folders folders of modules, as in {@code plugin_paths}; files that Prosody does not find
   *     there are ignored
   * @return a builder
   */
  public static Builder builder(List<Path> folders) {
    return new Builder(folders);
  }

  /** {@return the number of modules to verify} */
  public int moduleCount() {
    return modules.size();
  }

  /**
   * {@return lines that tell a user before a run which modules have a record that does not state
   * their targets, so that they run in every release}
   */
  public ImmutableList<String> remarks() {
    return modules.stream()
        .flatMap(module -> module.targets().problem().stream())
        .map(problem -> problem + "; the module runs in every Prosody")
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Runs the modules in a release, except those that are for other releases.
   *
   * @param installation the release
   * @return the results; if no module is for the release, no server is started
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

  /** Makes a verification. */
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
     * Sets how the target releases of each module are chosen. A module runs only in those, and a
     * module without targets runs in every release. The default is {@link TargetChoice#RECORDED}.
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
     * Sets how long the log is watched after the server is ready. The default is 2 seconds.
     *
     * @param time zero or more
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
     * Watches the log until a line appears, instead of for some time.
     *
     * @param text what the line contains; a run of spaces and tabs in the log counts as one space
     * @return this
     */
    public Builder await(String text) {
      this.awaited = Optional.of(text);
      return this;
    }

    /**
     * Sets a command that runs against the server after the log was watched, and must end with exit
     * code 0. Its environment has {@code PROSODY_HOST}, {@code PROSODY_PASSWORD} (of all users),
     * {@code PROSODY_C2S_PORT}, {@code PROSODY_HTTP_PORT}, {@code PROSODY_CONFIG}, {@code
     * PROSODY_LOG}, and {@code PROSODY_NAME_PORT} for each port that a module listens on. NAME is
     * the prefix of the port's option in capital letters, with {@code _} for everything but letters
     * and digits. The port of the option {@code ports} is {@code PROSODY_PORT}.
     *
     * @param line a line for the shell {@code sh}
     * @return this
     */
    public Builder command(String line) {
      this.command = Optional.of(line);
      return this;
    }

    /**
     * Sets the folder that the command runs in. The default is the current folder.
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
     * Sets how long a run may take, not counting the stop of the server. The default is 60 seconds.
     * A module that is still loading after a third of this time gets an error.
     *
     * @param time at least 3 seconds
     * @return this
     * @throws IllegalArgumentException if it is shorter
     */
    public Builder timeout(Duration time) {
      if (time.compareTo(Duration.ofSeconds(3)) < 0) {
        throw new IllegalArgumentException(
            "a run cannot finish in " + time.toMillis() + " ms: allow at least 3 seconds");
      }
      this.timeout = time;
      return this;
    }

    /**
     * Sets a folder in which the log of each run is kept, as {@code prosody-VERSION.log}, and as
     * {@code prosody-VERSION-2.log} if the same verification runs in that version a second time.
     *
     * @param folder the folder, which is created if it does not exist
     * @return this
     */
    public Builder logs(Path folder) {
      this.logs = Optional.of(folder);
      return this;
    }

    /**
     * Lets the server and {@code prosodyctl} see more of the environment of this process. By
     * default they see what {@link ProsodyServer} names. The command sees the whole environment.
     *
     * @param names the names of variables, for example {@code JAVA_HOME}, or the beginnings of
     *     names, for example {@code CI_*}; variables that are not set are ignored
     * @return this
     * @throws IllegalArgumentException if one does not have that form
     */
    public Builder environment(Collection<String> names) {
      this.environment = ProsodyServer.ENVIRONMENT.with(names);
      return this;
    }

    /**
     * Reads the modules, and combines the configuration.
     *
     * @return the verification
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if the log would be watched for longer than a run may take,
     *     or if the configurations of the modules and the user conflict; the message has a line for
     *     each problem
     */
    public ServerVerification build() throws IOException {
      if (awaited.isEmpty() && watch.compareTo(timeout) >= 0) {
        throw new IllegalArgumentException(
            "the log cannot be watched for %d of the %d seconds of a run: allow more time"
                .formatted(watch.toSeconds(), timeout.toSeconds()));
      }
      ImmutableList<ModuleUnderTest> all = ModuleUnderTest.read(folders, targets);
      // conflicts are reported before any server runs
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
