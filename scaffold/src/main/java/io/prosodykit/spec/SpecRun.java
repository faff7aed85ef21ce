package io.prosodykit.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ProsodyVersion;
import io.prosodykit.catalog.Release;
import io.prosodykit.lua.LuaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the specs of modules: {@code spec/**}{@code /*_spec.lua} in the folder that holds {@code
 * mod_x.lua}, written for busted.
 *
 * <p>Each module runs in a process of its own, whose current folder is that of the module. It may
 * take 60 seconds, 512 MB of memory (on Linux and macOS the native memory as well) and 64 MB of
 * printed text; a module that takes more fails alone. A file {@code .busted} in the folder is read
 * for {@code pattern}, {@code exclude-pattern}, {@code ROOT}, {@code lpath} and {@code helper}.
 *
 * <pre>{@code
 * SpecRun run = SpecRun.builder(List.of(Path.of("src/main/prosody"))).build();
 * SpecReport report = run.run(suite -> System.out.print(SpecText.of(suite, Path.of(""))));
 * JUnitReport.write(report, Path.of("target/surefire-reports"));
 * }</pre>
 */
public final class SpecRun {
  private static final long MIB = 1024L * 1024;
  private static final long MOST_OUTPUT = 64 * MIB;

  private final ImmutableList<SpecFolder> folders;
  private final ImmutableSet<LuaVersion> lua;
  private final SpecProgram program;
  private final SpecOptions options;
  private final Limits limits;
  private final int threads;
  private final Optional<Path> workFolder;

  private SpecRun(Builder builder, SpecProgram program, SpecOptions options) throws IOException {
    this.folders = SpecFolder.find(builder.directories);
    this.lua = builder.lua;
    this.program = program;
    this.options = options;
    this.limits = new Limits(builder.timeLimit, builder.memoryLimit * MIB, MOST_OUTPUT);
    this.threads = builder.threads;
    this.workFolder = builder.workFolder;
  }

  /**
   * Begins a run.
   *
   * @param directories the folders of modules, each as it would stand in {@code plugin_paths}, or a
   *     module's own
   * @return a builder
   */
  public static Builder builder(List<Path> directories) {
    return new Builder(directories);
  }

  /**
   * Chooses the versions of Lua for modules: for each release of Prosody 5.4 if it runs on that,
   * and 5.1 if not.
   *
   * @param targets the releases that modules are for; trunk is like the newest branch
   * @return 5.1, 5.4 or both
   */
  public static ImmutableSet<LuaVersion> luaFor(Collection<ProsodyVersion> targets) {
    TreeSet<LuaVersion> versions = new TreeSet<>();
    for (ProsodyVersion target : targets) {
      Optional<Release> release = Release.find(target);
      boolean old =
          release.isPresent() && !release.get().lua().contains(LuaVersion.V5_4.toString());
      versions.add(old ? LuaVersion.V5_1 : LuaVersion.V5_4);
    }
    return ImmutableSet.copyOf(versions);
  }

  /**
   * Returns the modules that have specs.
   *
   * @return their names, {@code mod_greeter}, in the order in which they run
   */
  public ImmutableList<String> modules() {
    ImmutableList.Builder<String> modules = ImmutableList.builder();
    for (SpecFolder folder : folders) {
      if (!folder.files().isEmpty()) {
        modules.add(folder.module());
      }
    }
    return modules.build();
  }

  /**
   * Returns how many suites there will be: one for each module and Lua.
   *
   * @return how many
   */
  public int size() {
    return modules().size() * lua.size();
  }

  /**
   * Returns what a user should know beforehand: which modules have no specs, and what of a file
   * {@code .busted} is not read.
   *
   * @return a line for each
   */
  public ImmutableList<String> remarks() {
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    for (SpecFolder folder : folders) {
      if (folder.files().isEmpty()) {
        remarks.add(folder.module() + " is not tested: it has no spec/**/*_spec.lua");
      }
      if (program instanceof EmbeddedLua) {
        for (String remark : folder.busted().remarks()) {
          remarks.add(folder.module() + "/.busted: " + remark);
        }
      }
    }
    return remarks.build();
  }

  /**
   * Runs the specs, several modules at once.
   *
   * @param listener gets what came of each module and Lua as soon as it and all before it are done
   * @return what came of all
   * @throws IOException if a process cannot be started, or its files cannot be written or read
   * @throws InterruptedException if the thread is interrupted; the processes are ended
   */
  public SpecReport run(Consumer<SpecSuite> listener) throws IOException, InterruptedException {
    Path work = work();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<SpecSuite>> runs = new ArrayList<>();
      for (SpecFolder folder : folders) {
        for (LuaVersion version : folder.files().isEmpty() ? ImmutableSet.<LuaVersion>of() : lua) {
          runs.add(executor.submit(new ModuleRun(program, folder, version, options, limits, work)));
        }
      }
      ImmutableList.Builder<SpecSuite> suites = ImmutableList.builder();
      for (Future<SpecSuite> run : runs) {
        SpecSuite suite = run.get();
        listener.accept(suite);
        suites.add(suite);
      }
      return new SpecReport(suites.build());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      executor.shutdownNow();
      boolean unused = executor.awaitTermination(1, TimeUnit.MINUTES);
      if (workFolder.isEmpty()) {
        ModuleRun.delete(work);
      }
    }
  }

  private Path work() throws IOException {
    return workFolder.isPresent()
        ? Files.createDirectories(workFolder.get().toAbsolutePath())
        : Files.createTempDirectory("prosody-spec-");
  }

  /** Makes a run. */
  public static final class Builder {
    private final ImmutableList<Path> directories;
    private ImmutableSet<LuaVersion> lua = ImmutableSet.of(LuaVersion.V5_4);
    private SpecRunner runner = SpecRunner.EMBEDDED;
    private Optional<Path> busted = Optional.empty();
    private Optional<Path> prosody = Optional.empty();
    private Optional<String> pattern = Optional.empty();
    private boolean shuffle;
    private OptionalLong seed = OptionalLong.empty();
    private Duration timeLimit = Duration.ofSeconds(60);
    private int memoryLimit = 512;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Optional<Path> workFolder = Optional.empty();

    private Builder(List<Path> directories) {
      this.directories = ImmutableList.copyOf(directories);
    }

    /**
     * Sets the versions of Lua, each of which runs all specs. Without this it is 5.4.
     *
     * @param versions at least one; the embedded runner has 5.1 and 5.4
     * @return this builder
     */
    public Builder lua(Collection<LuaVersion> versions) {
      lua = ImmutableSet.copyOf(new TreeSet<>(versions));
      return this;
    }

    /**
     * Sets what runs the specs. Without this it is the embedded Lua.
     *
     * @param value the runner
     * @return this builder
     */
    public Builder runner(SpecRunner value) {
      runner = value;
      return this;
    }

    /**
     * Sets the program busted. Without this it is the one on the {@code PATH}.
     *
     * @param program a file
     * @return this builder
     */
    public Builder busted(Path program) {
      busted = Optional.of(program);
      return this;
    }

    /**
     * Gives the specs the libraries of a Prosody, which busted alone can, for many are in C.
     *
     * @param home the folder that holds Prosody's {@code util} and {@code core}, for example {@code
     *     /usr/lib/prosody}
     * @return this builder
     */
    public Builder prosody(Path home) {
      prosody = Optional.of(home);
      return this;
    }

    /**
     * Runs those tests only whose names hold a pattern.
     *
     * @param luaPattern a pattern of Lua, for example {@code answers%s}; a name is that of the
     *     blocks around the test and its own, with spaces between
     * @return this builder
     * @throws IllegalArgumentException if it is no pattern
     */
    public Builder pattern(String luaPattern) {
      pattern = Optional.of(LuaPattern.check(luaPattern));
      return this;
    }

    /**
     * Sets whether the order of the tests is by chance.
     *
     * @param value whether it is
     * @return this builder
     */
    public Builder shuffle(boolean value) {
      shuffle = value;
      return this;
    }

    /**
     * Sets what chance begins with, so that an order comes again.
     *
     * @param value a number, from 0 to 2<sup>31</sup>-1
     * @return this builder
     * @throws IllegalArgumentException for another number
     */
    public Builder seed(long value) {
      seed = OptionalLong.of(Checks.between("a seed", value, 0, Integer.MAX_VALUE));
      return this;
    }

    /**
     * Sets how long a module's process may run. Without this it is a minute.
     *
     * @param value one second at least
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder timeLimit(Duration value) {
      Checks.between("the time limit in seconds", value.toSeconds(), 1, Integer.MAX_VALUE);
      timeLimit = value;
      return this;
    }

    /**
     * Sets how much memory a module's process may hold. Without this it is 512 MB. The process
     * itself takes about 50 MB of it.
     *
     * @param megabytes a number of 2<sup>20</sup> bytes, 128 at least
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder memoryLimit(int megabytes) {
      memoryLimit =
          (int) Checks.between("the memory limit in MB", megabytes, 128, Integer.MAX_VALUE);
      return this;
    }

    /**
     * Sets how many modules run at once. Without this it is one for each processor.
     *
     * @param value one at least
     * @return this builder
     * @throws IllegalArgumentException if it is less
     */
    public Builder threads(int value) {
      threads = (int) Checks.between("the number of threads", value, 1, 1000);
      return this;
    }

    /**
     * Sets the folder for what the processes need: the library of Lua is unpacked there. It is made
     * if need be, and what was put there is removed. Without this it is a temporary folder that
     * only this user can read.
     *
     * @param folder the folder, for example {@code target/specs}
     * @return this builder
     */
    public Builder workFolder(Path folder) {
      workFolder = Optional.of(folder);
      return this;
    }

    /**
     * Makes the run, and finds the specs.
     *
     * @return a run
     * @throws IOException if a folder cannot be read
     * @throws IllegalArgumentException if something that the runner needs is not there, or it does
     *     not take what is set; the message says what to do
     * @throws IllegalStateException if the class path lacks luajava, which is optional
     */
    public SpecRun build() throws IOException {
      if (lua.isEmpty()) {
        throw new IllegalArgumentException("no version of Lua is named");
      }
      SpecOptions options = new SpecOptions(pattern, shuffle, seed);
      return new SpecRun(this, program(options), options);
    }

    private SpecProgram program(SpecOptions options) throws IOException {
      if (runner == SpecRunner.BUSTED) {
        Busted program = new Busted(options, busted, prosody);
        lua.forEach(program::check);
        return program;
      }
      if (busted.isPresent() || prosody.isPresent()) {
        throw new IllegalArgumentException(
            "the embedded runner takes no "
                + (busted.isPresent() ? "program" : "Prosody")
                + ": choose the runner busted for it");
      }
      for (LuaVersion version : lua) {
        if (version != LuaVersion.V5_1 && version != LuaVersion.V5_4) {
          throw new IllegalArgumentException(
              "the embedded runner has Lua 5.1 and 5.4, and no Lua "
                  + version
                  + ": choose among these, or the runner busted");
        }
      }
      return new EmbeddedLua(options);
    }
  }
}
