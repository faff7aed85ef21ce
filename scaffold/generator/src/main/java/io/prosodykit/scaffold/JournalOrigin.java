package io.prosodykit.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes a journal that a run of this user left from one that came from elsewhere: a
 * checkout, an archive, or another user who may write to the same folder.
 *
 * <p>A checkout belongs to the user who made it, so the owner alone is not enough. The plan
 * therefore contains the {@linkplain #seal seal} of the lock, which only the file system can set.
 * If the file system has no owners, the seal alone decides.
 */
final class JournalOrigin {
  private JournalOrigin() {}

  /**
   * Returns what the file system records about a file and no program can choose: its key, which
   * includes the inode, and the time of its last change (POSIX's {@code ctime}), so that nobody can
   * publish a plan with the right values. On other systems it is the time of creation.
   */
  static String seal(Path file) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean isUnix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    Object time =
        isUnix
            ? Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
            : attributes.creationTime();
    return attributes.fileKey() + " " + time;
  }

  /**
   * Checks that paths belong to the current user.
   *
   * @param probe a file to create, whose owner is the current user; it is deleted again
   * @throws IllegalArgumentException if a path belongs to another user
   */
  static void requireOwn(Disk disk, Path probe, Path... paths) throws IOException {
    if (Disk.occupied(probe)) {
      disk.deleteTree(probe);
    }
    disk.write(probe, "");
    UserPrincipal own = owner(probe);
    disk.delete(probe);
    for (Path path : paths) {
      UserPrincipal owner = owner(path);
      if (!Objects.equals(owner, own)) {
        throw new IllegalArgumentException("%s belongs to %s".formatted(path, owner));
      }
    }
  }

  private static @Nullable UserPrincipal owner(Path path) throws IOException {
    FileOwnerAttributeView view =
        Files.getFileAttributeView(path, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    return view == null ? null : view.getOwner();
  }
}
