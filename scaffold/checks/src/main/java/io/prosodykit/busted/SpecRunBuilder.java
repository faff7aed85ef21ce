package io.prosodykit.busted;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.moduletree.TargetChoice;
import io.prosodykit.process.ChildEnvironment;
import io.prosodykit.process.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Makes a {@link SpecRun}.
 *
 * @since 0.1.0
 */
public final class SpecRunBuilder {
  private static final long MIB = 1024L * 1024;

  private final ImmutableList<Path> directories;
  private TargetChoice targets = TargetChoice.RECORDED;
  private Optional<ImmutableSet<LuaVersion>> lua = Optional.empty();
  private SpecRunner runner = SpecRunner.EMBEDDED;
  private Optional<Path> busted = Optional.empty();
  private Optional<Path> prosody = Optional.empty();
  private Optional<String> pattern = Optional.empty();
  private ImmutableList<String> tags = ImmutableList.of();
  private ImmutableList<String> excludeTags = ImmutableList.of();
  private boolean shuffle;
  private OptionalLong seed = OptionalLong.empty();
  private Duration timeLimit = Duration.ofSeconds(60);
  private int memoryLimit = 512;
  private int threads = Runtime.getRuntime().availableProcessors();
  private Optional<Path> workFolder = Optional.empty();
  private ChildEnvironment environment = ChildEnvironment.USUAL;

  SpecRunBuilder(List<Path> directories) {
    this.directories = ImmutableList.copyOf(directories);
  }

  /**
   * Sets how the target releases of each module are chosen. Specs run on Lua 5.4 for the releases
   * that run on it, and on 5.1 for the others. The default is {@link TargetChoice#RECORDED}.
   *
   * @param choice the choice
   * @return this builder
   */
  public SpecRunBuilder targets(TargetChoice choice) {
    targets = choice;
    return this;
  }

  /**
   * Sets the versions of Lua, each of which runs all specs. By default they follow from the targets
   * of each module.
   *
   * @param versions at least one; the embedded runner has 5.1 and 5.4
   * @return this builder
   * @throws IllegalArgumentException if there is none
   */
  public SpecRunBuilder lua(Collection<LuaVersion> versions) {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("no version of Lua given");
    }
    lua = Optional.of(ImmutableSet.copyOf(new TreeSet<>(versions)));
    return this;
  }

  /**
   * Sets what runs the specs. The default is the embedded Lua.
   *
   * @param value the runner
   * @return this builder
   */
  public SpecRunBuilder runner(SpecRunner value) {
    runner = value;
    return this;
  }

  /**
   * Sets the program busted. The default is the one on the {@code PATH}.
   *
   * @param program a file
   * @return this builder
   */
  public SpecRunBuilder busted(Path program) {
    busted = Optional.of(program);
    return this;
  }

  /**
   * Gives the specs the libraries of a Prosody. Only the runner busted supports this, because many
   * libraries are in C.
   *
   * @param home the folder that contains Prosody's {@code util} and {@code core}, for example
   *     {@code /usr/lib/prosody}
   * @return this builder
   */
  public SpecRunBuilder prosody(Path home) {
    prosody = Optional.of(home);
    return this;
  }

  /**
   * Runs only tests with names that match a pattern somewhere.
   *
   * @param luaPattern a Lua pattern, for example {@code answers%s}; a name consists of the names of
   *     the blocks around the test and its own, separated by spaces
   * @return this builder
   * @throws IllegalArgumentException if it is not a pattern
   */
  public SpecRunBuilder pattern(String luaPattern) {
    pattern = Optional.of(LuaPattern.check(luaPattern));
    return this;
  }

  /**
   * Runs only tests with a tag in their names, such as {@code #slow}. If this is not called, the
   * tags of a file {@code .busted} apply.
   *
   * @param words tags with or without {@code #}, as Lua patterns; a test needs one of them in its
   *     own name or in that of a block around it
   * @return this builder
   * @throws IllegalArgumentException if one is not a pattern, or is also excluded
   */
  public SpecRunBuilder tags(Collection<String> words) {
    tags = SpecOptions.tags(words, excludeTags);
    return this;
  }

  /**
   * Excludes tests and blocks with a tag in their names, such as {@code #slow}. If this is not
   * called, the tags of a file {@code .busted} apply.
   *
   * @param words tags with or without {@code #}, as Lua patterns, each of which excludes tests
   * @return this builder
   * @throws IllegalArgumentException if one is not a pattern, or is also among the tags to run
   */
  public SpecRunBuilder excludeTags(Collection<String> words) {
    excludeTags = SpecOptions.tags(words, tags);
    return this;
  }

  /**
   * Sets whether the order of the tests is random.
   *
   * @param value true for a random order
   * @return this builder
   */
  public SpecRunBuilder shuffle(boolean value) {
    shuffle = value;
    return this;
  }

  /**
   * Sets the seed of the random order, so that an order can be repeated.
   *
   * @param value a number, from 0 to 2<sup>31</sup>-1
   * @return this builder
   * @throws IllegalArgumentException for another number
   */
  public SpecRunBuilder seed(long value) {
    seed = OptionalLong.of(Ranges.between("a seed", value, 0, Integer.MAX_VALUE));
    return this;
  }

  /**
   * Sets how long a module's process may run. The default is a minute.
   *
   * @param value at least one second
   * @return this builder
   * @throws IllegalArgumentException if it is less
   */
  public SpecRunBuilder timeLimit(Duration value) {
    Ranges.between("the time limit in seconds", value.toSeconds(), 1, Integer.MAX_VALUE);
    timeLimit = value;
    return this;
  }

  /**
   * Sets how much memory a module's process may use. The default is 512 MB, of which the process
   * itself needs about 50 MB.
   *
   * @param megabytes in units of 2<sup>20</sup> bytes, at least 128
   * @return this builder
   * @throws IllegalArgumentException if it is less
   */
  public SpecRunBuilder memoryLimit(int megabytes) {
    memoryLimit = (int) Ranges.between("the memory limit in MB", megabytes, 128, Integer.MAX_VALUE);
    return this;
  }

  /**
   * Sets how many modules run at once. The default is one for each processor.
   *
   * @param value at least one
   * @return this builder
   * @throws IllegalArgumentException if it is less
   */
  public SpecRunBuilder threads(int value) {
    threads = (int) Ranges.between("the number of threads", value, 1, 1000);
    return this;
  }

  /**
   * Sets the folder for the files of the processes, such as the unpacked library of Lua. It is
   * created if it does not exist, and the files put there are removed. The default is a temporary
   * folder that only this user can read.
   *
   * @param folder the folder, for example {@code target/specs}
   * @return this builder
   */
  public SpecRunBuilder workFolder(Path folder) {
    workFolder = Optional.of(folder);
    return this;
  }

  /**
   * Lets the specs see more of the environment of this process. By default they see {@code PATH},
   * {@code HOME}, {@code LANG}, {@code TMPDIR}, {@code LC_*} and {@code LUA_*}, and on Windows also
   * what programs need there. With the embedded runner, they do not see the variables that tell Lua
   * where libraries are.
   *
   * @param names the names of variables, for example {@code JAVA_HOME}, or the beginnings of names,
   *     for example {@code CI_*}; variables that are not set are ignored
   * @return this builder
   * @throws IllegalArgumentException if one does not have that form
   */
  public SpecRunBuilder environment(Collection<String> names) {
    environment = ChildEnvironment.USUAL.with(names);
    return this;
  }

  /**
   * Finds the specs, and makes the run.
   *
   * @return a run
   * @throws IOException if a folder cannot be read
   * @throws IllegalArgumentException if something that the runner needs is missing, or the runner
   *     does not support what is set; the message says what to do
   * @throws IllegalStateException if the class path lacks luajava, which is optional
   */
  public SpecRun build() throws IOException {
    SpecOptions options = new SpecOptions(pattern, tags, excludeTags, shuffle, seed);
    Limits limits = new Limits(timeLimit, memoryLimit * MIB, Limits.OUTPUT);
    ImmutableList<SpecFolder> folders = SpecFolder.find(directories, targets);
    LuaChoice versions = new LuaChoice(lua);
    SpecProgram program = program(options);
    versions.of(folders).forEach(program::check);
    return new SpecRun(folders, versions, program, options, limits, threads, workFolder);
  }

  private SpecProgram program(SpecOptions options) throws IOException {
    if (runner == SpecRunner.BUSTED) {
      return new Busted(options, environment, busted, prosody);
    }
    if (busted.isPresent() || prosody.isPresent()) {
      throw new IllegalArgumentException(
          "the embedded runner does not use a "
              + (busted.isPresent() ? "program" : "Prosody")
              + ": choose the runner busted instead");
    }
    return new EmbeddedLua(options, environment);
  }
}
