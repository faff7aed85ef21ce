package io.prosodykit.configuration;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import party.iroiro.luajava.JFunction;
import party.iroiro.luajava.Lua;

/**
 * Says in the child process which files a configuration may read: regular ones in its folders,
 * within limits. Links count as what they lead to.
 */
final class ChildSources implements JFunction {
  private static final int MOST_FILES = 10_000;
  private static final long MOST_BYTES = 16 << 20;

  private final List<Path> folders = new ArrayList<>();
  private int files;
  private long bytes;

  ChildSources(List<String> folders) throws IOException {
    for (String folder : folders) {
      this.folders.add(Path.of(folder).toRealPath());
    }
  }

  @Override
  public int __call(Lua lua) {
    String operation = lua.toString(1);
    ByteBuffer text = lua.toBuffer(2);
    String path = text == null ? "" : StandardCharsets.UTF_8.decode(text).toString();
    String answer = "list".equals(operation) ? list(path) : problem(path);
    if (answer == null) {
      lua.pushNil();
    } else {
      lua.push(answer);
    }
    return 1;
  }

  /**
   * {@return the names in a folder, sorted, after a {@code =} and with slashes between them; or why
   * it cannot be read}
   */
  private String list(String path) {
    String[] names;
    try {
      Path folder = Path.of(path);
      String problem = place(path, folder);
      if (problem != null) {
        return problem;
      }
      names = folder.toFile().list();
    } catch (InvalidPathException e) {
      names = null;
    }
    if (names == null) {
      return "cannot open " + path + ": it is not a folder that can be read";
    }
    if (names.length > MOST_FILES) {
      return path + " has more than " + MOST_FILES + " files";
    }
    Arrays.sort(names);
    return "=" + String.join("/", names);
  }

  /** {@return why a file may not be read; null if it may} */
  private @Nullable String problem(String path) {
    try {
      Path file = Path.of(path);
      if (!file.toFile().exists()) {
        return path + ": No such file or directory";
      }
      String problem = place(path, file);
      if (problem != null) {
        return problem;
      }
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return path + " is not a regular file";
      }
      files++;
      bytes += attributes.size();
      if (files > MOST_FILES || bytes > MOST_BYTES) {
        return path + " makes the configuration larger than 10,000 files or 16 MiB";
      }
      return null;
    } catch (InvalidPathException | IOException e) {
      return path + " cannot be read";
    }
  }

  /** {@return why a place may not be looked at; null if it may} */
  private @Nullable String place(String path, Path file) {
    Path real;
    try {
      real = file.toRealPath();
    } catch (IOException e) {
      return path + ": No such file or directory";
    }
    for (Path folder : folders) {
      if (real.startsWith(folder)) {
        return null;
      }
    }
    String outside = path + " is outside the folders that this configuration may read";
    return folders.isEmpty()
        ? outside + ", because it is a text without a folder"
        : outside
            + ": "
            + String.join(File.pathSeparator, folders.stream().map(Path::toString).toList());
  }
}
