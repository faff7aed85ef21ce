package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

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

  ServerVerification(
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
  public static ServerVerificationBuilder builder(List<Path> folders) {
    return new ServerVerificationBuilder(folders);
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

  /**
   * Runs the modules in several releases, one after the other, each as {@link
   * #run(ProsodyInstallation)} does.
   *
   * @param installations the releases
   * @param listener gets the report of each as soon as it is done
   * @return all reports
   * @throws InstallationException if one of them does not work at all, or the disk fails; those
   *     after it do not run
   * @throws InterruptedException if the thread is interrupted; no server is left behind
   */
  public VerifyReports run(List<ProsodyInstallation> installations, Consumer<VerifyReport> listener)
      throws InstallationException, InterruptedException {
    ImmutableList.Builder<VerifyReport> reports = ImmutableList.builder();
    for (ProsodyInstallation installation : installations) {
      VerifyReport report;
      try {
        report = run(installation);
      } catch (IOException e) {
        throw new InstallationException(installation, e);
      }
      listener.accept(report);
      reports.add(report);
    }
    return new VerifyReports(reports.build());
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
}
