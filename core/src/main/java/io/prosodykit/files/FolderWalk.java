package io.prosodykit.files;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files below a folder. Hidden files and folders are skipped. Links are followed if the
 * {@link Enclosure} that contains them allows it.
 */
public final class FolderWalk {
  /** The most files and folders of one walk. */
  public static final int MOST_ENTRIES = 200_000;

  /** The most links of one walk. A few folders full of links to one another make endless paths. */
  public static final int MOST_LINKS = 4_000;

  private FolderWalk() {}

  /** Is notified of the files. */
  public interface Visitor {
    /**
     * {@return whether to enter a folder; true if not overridden}
     *
     * @param folder a folder below the root, not hidden
     */
    default boolean enters(Path folder) {
      return true;
    }

    /**
     * {@return whether the links in a folder must stay in this folder; false if not overridden.
     * Those outside all such folders must stay in the root}
     *
     * @param folder a folder below the root that the walk enters
     */
    default boolean encloses(Path folder) {
      return false;
    }

    /**
     * Takes a file.
     *
     * @param file a regular file, or a link to one that may be followed
     */
    void found(Path file);

    /**
     * Takes a link that must not be followed.
     *
     * @param link the link
     * @param reason what is wrong with it and how to fix it, without its name
     */
    void refused(Path link, String reason);
  }

  private record Enclosed(Path folder, Enclosure enclosure) {}

  /**
   * Walks through a folder.
   *
   * @param root the folder, which may be a link
   * @param visitor is notified of its files, in no particular order
   * @throws RefusedFileException if there are more than {@link #MOST_ENTRIES} or {@link
   *     #MOST_LINKS}
   * @throws IOException if a folder cannot be read
   */
  public static void walk(Path root, Visitor visitor) throws IOException {
    Files.walkFileTree(
        root,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new Walker(root, visitor));
  }

  /**
   * Finds all files below a folder.
   *
   * @param root the folder, which may be a link; links in it must stay in it
   * @param enters which of the folders below it to enter
   * @return the files, sorted; each path begins with the root
   * @throws RefusedFileException with all links that must not be followed, or if there are too many
   *     files
   * @throws IOException if a folder cannot be read
   */
  public static SortedSet<Path> files(Path root, Predicate<Path> enters) throws IOException {
    SortedSet<Path> files = new TreeSet<>();
    SortedMap<Path, String> refused = new TreeMap<>();
    walk(
        root,
        new Visitor() {
          @Override
          public boolean enters(Path folder) {
            return enters.test(folder);
          }

          @Override
          public void found(Path file) {
            files.add(file);
          }

          @Override
          public void refused(Path link, String reason) {
            refused.put(link, reason);
          }
        });
    if (!refused.isEmpty()) {
      throw new RefusedFileException(refused);
    }
    return files;
  }

  private static final class Walker extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Visitor visitor;

    /** The enclosures of the current folders, the innermost first. */
    private final Deque<Enclosed> enclosures = new ArrayDeque<>();

    private int entries;
    private int links;

    Walker(Path root, Visitor visitor) {
      this.root = root;
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      entries = counted(entries, MOST_ENTRIES, "files");
      boolean isRoot = folder.equals(root);
      if (!isRoot && (Enclosure.isHidden(folder) || !visitor.enters(folder) || isRefused(folder))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (isRoot || (enclosures.size() == 1 && visitor.encloses(folder))) {
        enclosures.push(new Enclosed(folder, Enclosure.of(folder)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      if (enclosures.element().folder().equals(folder)) {
        enclosures.pop();
      }
      return super.postVisitDirectory(folder, e);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      entries = counted(entries, MOST_ENTRIES, "files");
      boolean isDead = attributes.isSymbolicLink();
      if ((attributes.isRegularFile() || isDead) && !Enclosure.isHidden(file) && !isRefused(file)) {
        visitor.found(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException) {
        // a link to an enclosing folder, whose files are known
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    private boolean isRefused(Path path) throws IOException {
      if (!Files.isSymbolicLink(path)) {
        return false;
      }
      links = counted(links, MOST_LINKS, "links");
      Optional<String> objection = enclosures.element().enclosure().objection(path);
      objection.ifPresent(reason -> visitor.refused(path, reason));
      return objection.isPresent();
    }

    private int counted(int before, int most, String what) throws IOException {
      if (before == most) {
        throw new RefusedFileException(
            root, "has more than " + most + " " + what + ": name a smaller folder");
      }
      return before + 1;
    }
  }
}
