package io.prosodykit.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.SourceProblem;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file of Prosody's configuration, read without running it: the sections that it opens and the
 * options that it sets in them, including those of the files that it includes. Conditions, loops
 * and functions are ignored.
 *
 * @param file the file itself
 * @param sections the sections in the order in which they are opened; one may appear more than once
 * @param options the options that it sets, in order
 * @param computed where lists are set whose names cannot be read from the source
 * @param named the names of all variables that appear anywhere, also in conditions and functions
 * @param unread the files that cannot be read, with the reasons, where they are named
 * @since 0.1.0
 */
public record ConfigFile(
    Path file,
    ImmutableList<ConfigSection> sections,
    ImmutableList<ConfigOption> options,
    ImmutableList<ComputedList> computed,
    ImmutableSet<String> named,
    ImmutableList<SourceProblem> unread) {
  /**
   * The lists that have to be merged from all files, because a later one would replace an earlier
   * one.
   */
  public static final ImmutableList<String> LISTS =
      ImmutableList.of("modules_enabled", "modules_disabled", "plugin_paths");

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its contents
   * @throws IOException if it cannot be read. An included file that cannot be read is among {@link
   *     #unread}
   */
  public static ConfigFile read(Path file) throws IOException {
    return ConfigFileReader.read(file, new Includes());
  }
}
