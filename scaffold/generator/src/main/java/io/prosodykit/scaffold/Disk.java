package io.prosodykit.scaffold;

import io.prosodykit.files.FolderDeletion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Deque;

/** All changes to the disk, in one place so that tests can make each of them fail. */
class Disk {
  void createDirectory(Path directory) throws IOException {
    Files.createDirectory(directory);
  }

  /** Writes a new file and flushes it to the disk. */
  void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
  }

  /** Copies the permissions of a file to another, if the file system has permissions. */
  void copyRights(Path from, Path to) throws IOException {
    PosixFileAttributeView rights = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (rights != null) {
      rights.setPermissions(Files.getPosixFilePermissions(from));
    }
  }

  /** Opens a file to lock it, and creates it if it does not exist. */
  FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
  }

  /** Writes to an open file, from its beginning. */
  void write(FileChannel file, String text) throws IOException {
    file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /** Renames atomically; replaces a file at the target in the same step. */
  void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete(Path path) throws IOException {
    Files.delete(path);
  }

  /** Creates the missing parent directories, and pushes those that were created on a stack. */
  final void createDirectories(Path directory, Deque<Path> created) throws IOException {
    if (!Files.isDirectory(directory)) {
      createParents(directory, created);
      createDirectory(directory);
      created.push(directory);
    }
  }

  final void createParents(Path path, Deque<Path> created) throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      createDirectories(parent, created);
    }
  }

  /** Deletes a tree without following links. */
  final void deleteTree(Path root) throws IOException {
    FolderDeletion.delete(root, this::delete);
  }

  /** {@return whether anything exists at a path, including a dangling link} */
  static boolean occupied(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
