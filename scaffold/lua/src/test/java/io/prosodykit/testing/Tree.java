package io.prosodykit.testing;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Whole folders as values. */
public final class Tree {
  private Tree() {}

  /** Reads all text files below a folder, by their paths with slashes. */
  public static ImmutableSortedMap<String, String> texts(Path root) throws IOException {
    ImmutableSortedMap.Builder<String, String> texts = ImmutableSortedMap.naturalOrder();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        texts.put(name(root, path), Files.readString(path));
      }
    }
    return texts.buildOrThrow();
  }

  /** Describes everything below a folder: folders, links with their targets, files' contents. */
  public static ImmutableSortedMap<String, String> everything(Path root) throws IOException {
    ImmutableSortedMap.Builder<String, String> entries = ImmutableSortedMap.naturalOrder();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.toList()) {
        entries.put(name(root, path), describe(path));
      }
    }
    return entries.buildOrThrow();
  }

  private static String describe(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + Files.readSymbolicLink(path);
    }
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        ? "folder"
        : "file " + Hashing.sha256().hashBytes(Files.readAllBytes(path));
  }

  private static String name(Path root, Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }

  /** Writes text files below a folder. */
  public static void write(Path root, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = root.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, text.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }
}
