package io.prosodykit.packaging;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.ModuleFiles;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a module that its users need, by their paths in the module's folder: not the hidden
 * ones, nor specs, nor what editors and builds leave behind.
 */
final class ModuleContents {
  private static final ImmutableSet<String> LEFT_OUT = ImmutableSet.of("spec", "target");
  private static final ImmutableSet<String> LEFTOVERS =
      ImmutableSet.of("~", ".bak", ".orig", ".rej", ".rock", ".swp", "_spec.lua");
  private static final String ROCKSPEC = ".rockspec";

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final SortedMap<String, Path> rockspecs = new TreeMap<>();

  private ModuleContents() {}

  static ModuleContents read(ModuleFiles module) throws IOException {
    ModuleContents contents = new ModuleContents();
    Optional<Path> folder = module.folder();
    if (folder.isPresent()) {
      contents.walk(folder.get());
    } else {
      contents.files.put("mod_" + module.name() + ".lua", Files.readAllBytes(module.main()));
    }
    return contents;
  }

  private void walk(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            boolean out =
                !inner.equals(folder) && (isHidden(inner) || LEFT_OUT.contains(name(inner)));
            return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isHidden(file) && !isLeftover(file) && attributes.isRegularFile()) {
              add(folder, file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  private void add(Path folder, Path file) throws IOException {
    String path = folder.relativize(file).toString().replace('\\', '/');
    if (name(file).endsWith(ROCKSPEC)) {
      if (!path.contains("/")) {
        rockspecs.put(path, file);
      }
    } else {
      files.put(path, Files.readAllBytes(file));
    }
  }

  private static boolean isHidden(Path path) {
    return name(path).startsWith(".");
  }

  private static boolean isLeftover(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return LEFTOVERS.stream().anyMatch(name::endsWith);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** The bytes by path, rockspecs apart. */
  SortedMap<String, byte[]> files() {
    return files;
  }

  /** The rockspecs directly in the folder, by name. */
  SortedMap<String, Path> rockspecs() {
    return rockspecs;
  }
}
