package io.prosodykit.server;

import io.prosodykit.files.BoundedFile;
import io.prosodykit.lua.LuaText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Prosody that is not where its programs look for it, as when a package was unpacked but not
 * installed. Copies of the programs run it where it is.
 */
final class UnpackedProsody {
  /** The lines of a program with its folders, as Prosody's build writes them. */
  private static final Pattern FOLDER = Pattern.compile("(?m)^(CFG_[A-Z]+DIR)='(/[^'\\n]*)';");

  private static final String SOURCES = "CFG_SOURCEDIR";

  /** The programs have some hundred lines; anything larger is not a script. */
  private static final int LARGEST_SCRIPT = 1 << 20;

  private UnpackedProsody() {}

  /**
   * Returns an installation that can run: the given one, or copies of its programs.
   *
   * @param folder an existing folder for the copies
   * @throws IOException if Prosody is neither where the programs look for it nor near them
   */
  static ProsodyInstallation settle(ProsodyInstallation installation, Path folder)
      throws IOException {
    return new ProsodyInstallation(
        settle(installation.prosody(), folder), settle(installation.prosodyctl(), folder));
  }

  private static Path settle(Path program, Path folder) throws IOException {
    if (Files.size(program) > LARGEST_SCRIPT) {
      return program;
    }
    // one character for each byte, whatever the encoding
    String script =
        new String(BoundedFile.read(program, LARGEST_SCRIPT), StandardCharsets.ISO_8859_1);
    Optional<String> sources = sources(script);
    if (sources.isEmpty()) {
      return program;
    }
    Optional<Path> root = root(program.toRealPath(), sources.get());
    if (root.isPresent() && root.get().getParent() != null) {
      return copy(program, script, root.get(), folder);
    }
    if (!Files.isDirectory(Path.of(sources.get()))) {
      throw new IOException(
          "it looks for its libraries in "
              + sources.get()
              + ", which does not exist: install that Prosody, or name the folder of a complete one");
    }
    return program;
  }

  private static Optional<String> sources(String script) {
    Matcher folder = FOLDER.matcher(script);
    while (script.startsWith("#!") && folder.find()) {
      if (folder.group(1).equals(SOURCES)) {
        return Optional.of(folder.group(2));
      }
    }
    return Optional.empty();
  }

  /** {@return the folder that stands for {@code /} in the paths of a program} */
  private static Optional<Path> root(Path program, String sources) {
    for (Path above = program.getParent(); above != null; above = above.getParent()) {
      if (Files.isDirectory(above.resolve(sources.substring(1)))) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  private static Path copy(Path program, String script, Path root, Path folder) throws IOException {
    String moved =
        FOLDER
            .matcher(script)
            .replaceAll(
                line -> {
                  String path = root.resolve(line.group(2).substring(1)).toString();
                  String quoted =
                      new String(
                          LuaText.quote(path).getBytes(StandardCharsets.UTF_8),
                          StandardCharsets.ISO_8859_1);
                  return Matcher.quoteReplacement(line.group(1) + "=" + quoted + ";");
                });
    Path copy = folder.resolve(program.getFileName());
    Files.writeString(copy, moved, StandardCharsets.ISO_8859_1);
    return Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
  }
}
