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
 * Tells a journal that a run of this user left from one that came along: with a checkout, an
 * archive, or from somebody else who may write in the same folder.
 *
 * <p>A checkout belongs to whoever made it, so the owner alone does not tell. The plan therefore
 * names the {@linkplain #seal seal} of the lock, which only the file system can set. Where there
 * are no owners, the seal alone decides.
 */
final class JournalOrigin {
  private JournalOrigin() {}

  /**
   * Returns what the file system notes of a file and no program can choose: its key, which has its
   * inode, and when it last changed (POSIX's {@code ctime}). Nobody can publish a plan that names
   * the right ones. Elsewhere it is the time of creation.
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
   * Checks that paths belong to whoever runs this.
   *
   * @param probe a file to create, whose owner is the one to compare with; it is deleted again
   * @throws IllegalArgumentException if one belongs to somebody else
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
