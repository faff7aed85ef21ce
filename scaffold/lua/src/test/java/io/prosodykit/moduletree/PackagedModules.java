package io.prosodykit.moduletree;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Lua files of the Prosody packages that {@code .ci/prosody-servers} puts at the root. */
public final class PackagedModules {
  private PackagedModules() {}

  /** All Lua files. Without them the test is skipped with the reason, but fails in CI. */
  public static List<Path> all() throws IOException {
    return below(Path.of(System.getProperty("prosodykit.root"), ".servers"));
  }

  /** The Lua files of one release, for example {@code 13.0}. */
  static List<Path> of(String branch) throws IOException {
    return below(Path.of(System.getProperty("prosodykit.root"), ".servers", branch));
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      String reason = "there are no Prosody packages in " + folder + "; run .ci/prosody-servers";
      return Boolean.parseBoolean(System.getenv("CI")) ? fail(reason) : abort(reason);
    }
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return paths.filter(path -> path.toString().endsWith(".lua")).sorted().toList();
    }
  }
}
