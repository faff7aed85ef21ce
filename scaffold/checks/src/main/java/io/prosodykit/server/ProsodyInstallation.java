package io.prosodykit.server;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.process.ChildEnvironment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a release of Prosody is installed.
 *
 * @param prosody the server's program
 * @param prosodyctl the program that administers it
 * @since 0.1.0
 */
public record ProsodyInstallation(Path prosody, Path prosodyctl) {
  private static final ImmutableList<String> PLACES = ImmutableList.of("", "bin", "usr/bin");
  private static final Pattern VERSION =
      Pattern.compile("(?m)^Prosody (\\S.*)\\R+# Prosody directories");

  /**
   * Finds the release in a folder.
   *
   * @param folder the folder with the programs {@code prosody} and {@code prosodyctl} in it, in its
   *     {@code bin} or in its {@code usr/bin}
   * @return the release
   * @throws IllegalArgumentException if they do not exist, or are not executable
   */
  public static ProsodyInstallation in(Path folder) {
    for (String place : PLACES) {
      Optional<ProsodyInstallation> found = look(folder.resolve(place));
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalArgumentException(
        "no programs prosody and prosodyctl found in "
            + folder
            + ", its bin or its usr/bin: name the folder that contains them");
  }

  /**
   * Finds the release that a shell would start.
   *
   * @param path folders as in the environment's {@code PATH}
   * @return the release in the first folder that has both programs; empty if there is none
   */
  public static Optional<ProsodyInstallation> onPath(String path) {
    for (String folder : Splitter.on(File.pathSeparatorChar).omitEmptyStrings().split(path)) {
      try {
        Optional<ProsodyInstallation> found = look(Path.of(folder));
        if (found.isPresent()) {
          return found;
        }
      } catch (InvalidPathException e) {
        // not a folder, so a shell finds nothing there either
      }
    }
    return Optional.empty();
  }

  private static Optional<ProsodyInstallation> look(Path folder) {
    Path prosody = folder.resolve("prosody").toAbsolutePath();
    Path prosodyctl = folder.resolve("prosodyctl").toAbsolutePath();
    return isProgram(prosody) && isProgram(prosodyctl)
        ? Optional.of(new ProsodyInstallation(prosody, prosodyctl))
        : Optional.empty();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /** Runs {@code prosodyctl} with a configuration. */
  ProgramRun control(
      Path configuration,
      Path output,
      ChildEnvironment environment,
      Deadline deadline,
      String... arguments)
      throws IOException, InterruptedException {
    ImmutableList<String> command =
        ImmutableList.<String>builder()
            .add(prosodyctl.toString(), "--config", configuration.toString())
            .add(arguments)
            .build();
    return ProgramRun.run(environment.restrict(new ProcessBuilder(command)), output, deadline);
  }

  /**
   * Returns the release that {@code prosodyctl about} prints, for example {@code 0.12.3}.
   *
   * @throws RefusedFileException if it does not print one; the message has what it printed
   */
  String version(Path configuration, Path output, ChildEnvironment environment, Deadline deadline)
      throws IOException, InterruptedException {
    ProgramRun about = control(configuration, output, environment, deadline, "about");
    Matcher version = VERSION.matcher(about.output());
    if (!about.succeeded() || !version.find()) {
      StringBuilder message =
          new StringBuilder("this program does not print its release: with \"about\", it ")
              .append(about.outcome());
      BriefText.lines(about.output().strip()).forEach(line -> message.append("\n  ").append(line));
      throw new RefusedFileException(prosodyctl, message.toString());
    }
    return version.group(1).strip();
  }
}
