package io.prosodykit.server;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.prosodykit.process.PrintedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of modules in one server. */
final class VerifyRun {
  private static final String PROBE = "mod_" + ServerConfiguration.PROBE;
  private static final String READY = PROBE + " info ready";
  private static final String LOADED = "loaded on ";
  private static final int MOST_ENTRIES = 2000;

  /** The given installation; from the beginning of the run, one that can run. */
  private ProsodyInstallation installation;

  private final String version;
  private final ImmutableList<ModuleUnderTest> modules;
  private final ImmutableList<OmittedModule> omitted;
  private final ServerConfiguration configuration;
  private final VerifySettings settings;

  /** How many logs there are, by name without a number. */
  private final Map<String, Integer> logs;

  private final LogClassifier classifier;
  private final Deadline deadline;
  private final Complaints complaints;

  VerifyRun(
      ProsodyInstallation installation,
      String version,
      ReleaseModules chosen,
      ServerConfiguration configuration,
      VerifySettings settings,
      Map<String, Integer> logs) {
    this.installation = installation;
    this.version = version;
    this.modules = chosen.included();
    this.omitted = chosen.omitted();
    this.configuration = configuration;
    this.settings = settings;
    this.logs = logs;
    this.complaints = new Complaints(configuration.hosts());
    this.classifier = new LogClassifier(modules);
    this.deadline = Deadline.in(settings.timeout());
  }

  VerifyReport run() throws IOException, InterruptedException {
    try (ServerFolder folder =
        ServerFolder.make(configuration, settings.reload(), settings.patience())) {
      installation = UnpackedProsody.settle(installation, folder.programs());
      Path log = log(folder);
      Optional<Path> kept = settings.logs().isPresent() ? Optional.of(log) : Optional.empty();
      List<LogEntry> others = ImmutableList.of();
      ConfigurationCheck check = ConfigurationCheck.run(installation, folder, settings, deadline);
      check.objection(classifier).ifPresent(complaints::add);
      if (check.isReadable()) {
        others = serve(folder, log);
      } else {
        kept = Optional.empty();
      }
      return new VerifyReport(
          version, names(), omitted, complaints.list(), ImmutableList.copyOf(others), kept);
    }
  }

  private ImmutableSet<String> names() {
    return modules.stream().map(ModuleUnderTest::name).collect(ImmutableSet.toImmutableSet());
  }

  private Path log(ServerFolder folder) throws IOException {
    if (settings.logs().isEmpty()) {
      return folder.output("prosody");
    }
    String name = "prosody-" + version.replaceAll("[^A-Za-z0-9.+_-]+", "-");
    int number = logs.merge(name, 1, Integer::sum);
    // another installation may be of the same version
    String file = number == 1 ? name + ".log" : name + "-" + number + ".log";
    return Files.createDirectories(settings.logs().get()).resolve(file);
  }

  /** {@return the warnings and errors that are not about the modules} */
  private List<LogEntry> serve(ServerFolder folder, Path file)
      throws IOException, InterruptedException {
    LogExtract log;
    try (ProsodyServer server =
        ProsodyServer.start(
            installation,
            folder.configuration(),
            file,
            folder.ports().c2s(),
            settings.environment(),
            List.of(folder.path()))) {
      if (server.await(READY, deadline.left())) {
        watch(server);
        if (server.isRunning()) {
          command(folder, file);
        }
        if (!server.isRunning()) {
          String what = ended(server, "ended while it was watched");
          complaints.add(classifier.complaint(what, lastLines(server)));
        } else if (!server.stop()) {
          complaints.add(
              classifier.complaint(
                  "Prosody did not end within 10 seconds of SIGTERM, and was killed", ""));
        }
      } else {
        String what =
            server.isRunning()
                ? "Prosody was not ready within " + settings.timeout().toSeconds() + " seconds"
                : ended(server, "ended before it was ready");
        server.kill();
        complaints.add(classifier.complaint(what, lastLines(server)));
      }
      log = server.extract(VerifyRun::isWanted, MOST_ENTRIES);
    }
    if (log.omitted() > 0) {
      complaints.add(
          classifier.complaint(
              "the log has " + log.omitted() + " more warnings and errors, which are not shown",
              ""));
    }
    return classify(log.entries(), folder.ports());
  }

  private static boolean isWanted(LogEntry entry) {
    return entry.isComplaint() || entry.source().equals(PROBE);
  }

  /** Says why the server is gone: it exceeded a limit, or the given reason. */
  private static String ended(ProsodyServer server, String otherwise) {
    return "Prosody " + server.broken().orElse(otherwise);
  }

  private static String lastLines(ProsodyServer server) throws IOException {
    return PrintedText.lastLines(server.output());
  }

  private void watch(ProsodyServer server) throws IOException, InterruptedException {
    Optional<String> awaited = settings.awaited();
    if (awaited.isPresent()) {
      if (!server.await(awaited.get(), deadline.left())) {
        complaints.add(
            classifier.complaint(
                "no line of the log contains \"" + awaited.get() + "\"", lastLines(server)));
      }
      return;
    }
    Deadline end = Deadline.in(settings.watch());
    while (!end.isOver() && !deadline.isOver() && server.isRunning()) {
      end.pause();
    }
  }

  private void command(ServerFolder folder, Path log) throws IOException, InterruptedException {
    if (settings.command().isEmpty()) {
      return;
    }
    ProcessBuilder command = new ProcessBuilder("sh", "-c", settings.command().get());
    command.directory(settings.directory().toAbsolutePath().toFile());
    Map<String, String> environment = command.environment();
    folder
        .ports()
        .variables()
        .forEach((name, port) -> environment.put(name, Integer.toString(port)));
    environment.put("PROSODY_HOST", configuration.host());
    environment.put("PROSODY_PASSWORD", folder.password());
    environment.put("PROSODY_CONFIG", folder.configuration().toString());
    environment.put("PROSODY_LOG", log.toAbsolutePath().toString());
    ProgramRun run = ProgramRun.run(command, folder.output("command"), deadline);
    if (!run.succeeded()) {
      complaints.add(classifier.complaint("the command " + run.outcome(), run.output()));
    }
  }

  private List<LogEntry> classify(List<LogEntry> entries, Ports ports) throws IOException {
    List<LogEntry> others = new ArrayList<>();
    Set<String> loaded = new HashSet<>();
    Set<String> accused = new HashSet<>();
    boolean ready = false;
    for (LogEntry entry : entries) {
      Optional<Complaint> complaint = classifier.classify(entry);
      if (complaint.isPresent()) {
        complaints.add(complaint.get());
        accused.addAll(complaint.get().modules());
      } else if (entry.isComplaint() && !entry.message().contains("Received SIGTERM")) {
        others.add(entry);
      } else if (entry.source().equals(PROBE) && entry.message().startsWith(LOADED)) {
        loaded.add(entry.message().substring(entry.message().indexOf(": ") + 2));
      }
      ready |= entry.source().equals(PROBE) && entry.message().equals("ready");
    }
    if (ready) {
      addMissing(Sets.difference(names(), Sets.union(loaded, accused)));
      refuseTakenPorts(others, ports);
    }
    return others;
  }

  private void addMissing(Set<String> modules) {
    for (String module : modules) {
      complaints.add(
          new Complaint(
              ImmutableSet.of(module),
              "was not loaded: add it to modules_enabled, and remove it from modules_disabled",
              "",
              ImmutableList.of()));
    }
  }

  private static void refuseTakenPorts(List<LogEntry> others, Ports ports) throws IOException {
    for (LogEntry entry : others) {
      for (int port : ports.all()) {
        if (entry.message().contains(" server port " + port + " ")) {
          throw new IOException("another program took a port that had been free: try again");
        }
      }
    }
  }
}
