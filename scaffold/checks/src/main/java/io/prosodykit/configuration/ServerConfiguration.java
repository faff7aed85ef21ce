package io.prosodykit.configuration;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.SlashedPath;
import io.prosodykit.json.Json;
import io.prosodykit.version.ProsodyVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of a server as a release of Prosody reads it: evaluated in the Lua that comes
 * with the library, by the rules of that release's own configuration manager.
 *
 * <p>It runs in a process that may use 20 seconds and 512 MB of memory, of which Lua may use 5
 * seconds, 256 MB and 20 million instructions. What it sees of the machine is the variables that it
 * is given, and the files in its own folder and those of the {@link ServerEnvironment}: up to
 * 10,000 files and 16 MiB, 50 levels of {@code Include}. There are no {@code io}, {@code package}
 * and {@code debug}, nothing of {@code os} but {@code getenv} and times, and no compiled code; a
 * configuration that uses them gets an error, although a server would read it. Options may have
 * 100,000 values and 4 MiB of text in all, and tables 50 levels deep. Prosody reads files that a
 * pattern includes in the order in which the disk lists them; here it is that of their names. 0.11
 * runs on Lua 5.1 and 5.2, and is evaluated in 5.1; the others in 5.4.
 *
 * @param file the main file
 * @param release whose rules counted
 * @param sections the sections in the order in which they began, the global one first
 * @param errors why the release does not start with it, or why it cannot be evaluated; empty if it
 *     starts. With an error, the sections are what was set until then
 * @param warnings what the release warns of, up to 1000
 * @param remarks what the library warns of besides
 * @param files the files that were evaluated, each once, in the order in which they began
 * @param asked the names of the environment variables that it asked for, sorted
 * @since 0.1.0
 */
public record ServerConfiguration(
    Path file,
    ProsodyVersion release,
    ImmutableList<EffectiveSection> sections,
    ImmutableList<ConfigurationMessage> errors,
    ImmutableList<ConfigurationMessage> warnings,
    ImmutableList<ConfigurationMessage> remarks,
    ImmutableList<Path> files,
    ImmutableSet<String> asked) {
  /** The name of a configuration that is not in a file. */
  private static final Path UNNAMED = Path.of("prosody.cfg.lua");

  /**
   * Evaluates a configuration.
   *
   * @param file for example {@code /etc/prosody/prosody.cfg.lua}
   * @param release a release, or a branch, which stands for its newest release
   * @param environment what it finds on the server
   * @return the configuration; what is wrong with it is among its {@link #errors}
   * @throws IOException if it cannot be read, is not a regular file, or no process can be started
   * @throws InterruptedException if the thread is interrupted; the process is ended
   * @throws IllegalArgumentException if the release is older than 0.11
   * @throws IllegalStateException if the class path lacks luajava, which is optional
   */
  public static ServerConfiguration read(
      Path file, ProsodyVersion release, ServerEnvironment environment)
      throws IOException, InterruptedException {
    Path absolute = file.toAbsolutePath().normalize();
    byte[] unused = BoundedFile.read(absolute, BoundedFile.TEXT_LIMIT);
    return new Evaluation(absolute, Optional.empty(), release, environment).run();
  }

  /**
   * Evaluates a text. It can read files only in the folders of the environment.
   *
   * @param text a configuration
   * @param release a release, or a branch, which stands for its newest release
   * @param environment what it finds on the server
   * @return the configuration; its file is named {@code prosody.cfg.lua}
   * @throws IOException if no process can be started
   * @throws InterruptedException if the thread is interrupted; the process is ended
   * @throws IllegalArgumentException if the release is older than 0.11, or the text contains an
   *     unpaired surrogate
   * @throws IllegalStateException if the class path lacks luajava, which is optional
   */
  public static ServerConfiguration parse(
      String text, ProsodyVersion release, ServerEnvironment environment)
      throws IOException, InterruptedException {
    return new Evaluation(UNNAMED, Optional.of(text), release, environment).run();
  }

  /**
   * Checks that the rules of a release are known.
   *
   * @param release a release or a branch
   * @return the same
   * @throws IllegalArgumentException if the release is older than 0.11
   */
  public static ProsodyVersion checkRelease(ProsodyVersion release) {
    ReleaseRules unused = ReleaseRules.of(release);
    return release;
  }

  static ServerConfiguration failed(Path file, ProsodyVersion release, ConfigurationMessage error) {
    return new ServerConfiguration(
        file,
        release,
        ImmutableList.of(),
        ImmutableList.of(error),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableSet.of());
  }

  /** {@return whether the release starts with it, as far as its configuration is concerned} */
  public boolean starts() {
    return errors.isEmpty();
  }

  /**
   * {@return a section}
   *
   * @param host the name of its host, as {@link EffectiveSection#host} has it; {@code *} for the
   *     global one
   */
  public Optional<EffectiveSection> section(String host) {
    return sections.stream().filter(section -> section.host().equals(host)).findFirst();
  }

  /**
   * {@return the option that counts for a host: its own, or else that of the global section}
   *
   * @param host the name of the host
   * @param name the name of the option
   */
  public Optional<EffectiveOption> option(String host, String name) {
    return section(host)
        .flatMap(section -> section.option(name))
        .or(() -> section(EffectiveSection.GLOBAL).flatMap(section -> section.option(name)));
  }

  /**
   * {@return the modules that the release loads on each host that is enabled, in the order of the
   * sections; none if it does not start}
   */
  public ImmutableList<HostModules> modules() {
    return modules(ModuleCatalog.complete());
  }

  /**
   * {@return the modules that the release loads on each host that is enabled}
   *
   * @param catalog what is known about modules, and what they load themselves
   */
  public ImmutableList<HostModules> modules(ModuleCatalog catalog) {
    LoadingRules rules = new LoadingRules(catalog, release);
    ImmutableList.Builder<HostModules> hosts = ImmutableList.builder();
    hostOptions().forEach(host -> hosts.add(new HostLoader(host, rules).load()));
    return hosts.build();
  }

  /** {@return the options of each host that is enabled; none if the release does not start} */
  ImmutableList<HostOptions> hostOptions() {
    if (!starts()) {
      return ImmutableList.of();
    }
    Map<String, EffectiveOption> global =
        section(EffectiveSection.GLOBAL).map(HostOptions::byName).orElse(Map.of());
    return sections.stream()
        .filter(section -> section.enabled() && !section.isGlobal())
        .map(section -> HostOptions.of(this, section, global))
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return a file and line, relative to the folder of the main file if it is below it} */
  String place(EffectiveOption option) {
    Path folder = file.resolveSibling("");
    Path from = option.file().startsWith(folder) ? folder.relativize(option.file()) : option.file();
    return SlashedPath.of(from) + ":" + option.line();
  }

  /** {@return the configuration as a JSON document} */
  public String toJson() {
    return Json.write(document());
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("file", SlashedPath.of(file));
    fields.put("release", release.toString());
    fields.put("starts", starts());
    fields.put("errors", Lists.transform(errors, ConfigurationMessage::document));
    fields.put("warnings", Lists.transform(warnings, ConfigurationMessage::document));
    fields.put("remarks", Lists.transform(remarks, ConfigurationMessage::document));
    fields.put("files", Lists.transform(files, SlashedPath::of));
    fields.put("asked", asked);
    fields.put("sections", Lists.transform(sections, EffectiveSection::document));
    fields.put("modules", Lists.transform(modules(), HostModules::document));
    return fields.buildOrThrow();
  }
}
