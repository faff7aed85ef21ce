package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.process.ChildEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Makes a {@link ServerVerification}.
 *
 * @since 0.1.0
 */
public final class ServerVerificationBuilder {
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

  ServerVerificationBuilder(List<Path> folders) {
    this.folders = ImmutableList.copyOf(folders);
  }

  /**
   * Sets how the target releases of each module are chosen. A module runs only in those, and a
   * module without targets runs in every release. The default is {@link TargetChoice#RECORDED}.
   *
   * @param choice the choice
   * @return this
   */
  public ServerVerificationBuilder targets(TargetChoice choice) {
    this.targets = choice;
    return this;
  }

  /**
   * Sets a file with lines for the configuration, in Lua, which come after the modules' examples.
   *
   * @param file the file
   * @return this
   */
  public ServerVerificationBuilder configuration(Path file) {
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
  public ServerVerificationBuilder watch(Duration time) {
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
  public ServerVerificationBuilder await(String text) {
    this.awaited = Optional.of(text);
    return this;
  }

  /**
   * Sets a command that runs against the server after the log was watched, and must end with exit
   * code 0. Its environment has {@code PROSODY_HOST}, {@code PROSODY_PASSWORD} (of all users),
   * {@code PROSODY_C2S_PORT}, {@code PROSODY_HTTP_PORT}, {@code PROSODY_CONFIG}, {@code
   * PROSODY_LOG}, and {@code PROSODY_NAME_PORT} for each port that a module listens on. NAME is the
   * prefix of the port's option in capital letters, with {@code _} for everything but letters and
   * digits. The port of the option {@code ports} is {@code PROSODY_PORT}.
   *
   * @param line a line for the shell {@code sh}
   * @return this
   */
  public ServerVerificationBuilder command(String line) {
    this.command = Optional.of(line);
    return this;
  }

  /**
   * Sets the folder that the command runs in. The default is the current folder.
   *
   * @param folder the folder
   * @return this
   */
  public ServerVerificationBuilder directory(Path folder) {
    this.directory = folder;
    return this;
  }

  /**
   * Sets whether the modules are reloaded once while the server starts.
   *
   * @param again whether to load them twice
   * @return this
   */
  public ServerVerificationBuilder reload(boolean again) {
    this.reload = again;
    return this;
  }

  /**
   * Sets how long a run may take, not counting the stop of the server. The default is 60 seconds. A
   * module that is still loading after a third of this time gets an error.
   *
   * @param time at least 3 seconds
   * @return this
   * @throws IllegalArgumentException if it is shorter
   */
  public ServerVerificationBuilder timeout(Duration time) {
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
  public ServerVerificationBuilder logs(Path folder) {
    this.logs = Optional.of(folder);
    return this;
  }

  /**
   * Lets the server and {@code prosodyctl} see more of the environment of this process. By default
   * they see what {@link ProsodyServer} names. The command sees the whole environment.
   *
   * @param names the names of variables, for example {@code JAVA_HOME}, or the beginnings of names,
   *     for example {@code CI_*}; variables that are not set are ignored
   * @return this
   * @throws IllegalArgumentException if one does not have that form
   */
  public ServerVerificationBuilder environment(Collection<String> names) {
    this.environment = ProsodyServer.ENVIRONMENT.with(names);
    return this;
  }

  /**
   * Reads the modules, and combines the configuration.
   *
   * @return the verification
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if the log would be watched for longer than a run may take, or
   *     if the configurations of the modules and the user conflict; the message has a line for each
   *     problem
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
        new VerifySettings(awaited, command, directory, logs, watch, timeout, reload, environment));
  }
}
