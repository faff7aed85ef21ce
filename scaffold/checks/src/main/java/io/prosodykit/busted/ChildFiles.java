package io.prosodykit.busted;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import party.iroiro.luajava.JFunction;
import party.iroiro.luajava.Lua;

/** Carries out the file operations of {@code luafilesystem.lua}. */
final class ChildFiles implements JFunction {
  private static final String UNIX = "unix";
  private static final String MODIFIED = "lastModifiedTime";
  private static final String[] NUMBERS = {"size", "dev", "ino", "nlink", "uid", "gid", "rdev"};

  /** The kinds of files, by the bits of {@code st_mode} (POSIX {@code sys/stat.h}). */
  private static final Map<Integer, String> KINDS =
      Map.of(
          0010000, "named pipe",
          0020000, "char device",
          0040000, "directory",
          0060000, "block device",
          0100000, "file",
          0120000, "link",
          0140000, "socket");

  private static final int KIND = 0170000;
  private static final String PERMISSIONS = "rwxrwxrwx";

  @Override
  public int __call(Lua lua) {
    String operation = lua.toString(1);
    ByteBuffer path = lua.toBuffer(2);
    if (operation == null || path == null) {
      throw new IllegalArgumentException("the path of a file must be a string");
    }
    File file = new File(StandardCharsets.UTF_8.decode(path).toString());
    switch (operation) {
      case "attributes" -> answer(lua, attributes(file.toPath()));
      case "symlinkattributes" -> answer(lua, attributes(file.toPath(), LinkOption.NOFOLLOW_LINKS));
      case "dir" -> {
        String[] names = file.list();
        answer(lua, names == null ? null : String.join("/", names));
      }
      case "mkdir" -> lua.push(file.mkdir());
      case "rmdir" -> lua.push(file.isDirectory() && file.delete());
      case "touch" -> lua.push(touch(file.toPath(), seconds(lua, 3), seconds(lua, 4)));
      case "currentdir" -> lua.push(file.getAbsoluteFile().getParent());
      default -> throw new IllegalArgumentException("no such operation: " + operation);
    }
    return 1;
  }

  private static void answer(Lua lua, @Nullable String text) {
    if (text == null) {
      lua.pushNil();
    } else {
      lua.push(text);
    }
  }

  /** {@return lines {@code name=value}; null if there is no such file} */
  private static @Nullable String attributes(Path file, LinkOption... options) {
    boolean isUnix = FileSystems.getDefault().supportedFileAttributeViews().contains(UNIX);
    Map<String, Object> found;
    String target;
    try {
      found = Files.readAttributes(file, isUnix ? UNIX + ":*" : "*", options);
      boolean isLink = options.length > 0 && Files.isSymbolicLink(file);
      target = isLink ? Files.readSymbolicLink(file).toString() : "";
    } catch (IOException e) {
      return null;
    }
    StringBuilder lines = new StringBuilder();
    for (String name : NUMBERS) {
      add(lines, name, found.get(name));
    }
    add(lines, "modification", seconds(found, MODIFIED));
    add(lines, "access", seconds(found, "lastAccessTime"));
    add(lines, "change", seconds(found, found.containsKey("ctime") ? "ctime" : MODIFIED));
    if (found.get("mode") instanceof Integer bits) {
      add(lines, "mode", KINDS.getOrDefault(bits & KIND, "other"));
      add(lines, "permissions", permissions(bits));
    } else {
      boolean isDirectory = Boolean.TRUE.equals(found.get("isDirectory"));
      add(lines, "mode", isDirectory ? "directory" : target.isEmpty() ? "file" : "link");
    }
    add(lines, "target", target.isEmpty() ? null : target);
    return lines.toString();
  }

  private static void add(StringBuilder lines, String name, @Nullable Object value) {
    if (value != null) {
      lines.append(name).append('=').append(value).append('\n');
    }
  }

  private static @Nullable Long seconds(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof FileTime time ? time.to(TimeUnit.SECONDS) : null;
  }

  private static String permissions(int bits) {
    StringBuilder text = new StringBuilder(PERMISSIONS);
    for (int i = 0; i < PERMISSIONS.length(); i++) {
      if ((bits & 1 << (PERMISSIONS.length() - 1 - i)) == 0) {
        text.setCharAt(i, '-');
      }
    }
    return text.toString();
  }

  /** {@return an argument in seconds; null if it is not given} */
  private static @Nullable FileTime seconds(Lua lua, int argument) {
    return lua.isNumber(argument)
        ? FileTime.from((long) lua.toNumber(argument), TimeUnit.SECONDS)
        : null;
  }

  private static boolean touch(Path file, @Nullable FileTime access, @Nullable FileTime modified) {
    FileTime now = FileTime.from(System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    FileTime last = modified != null ? modified : access != null ? access : now;
    try {
      Files.setAttribute(file, "lastAccessTime", access != null ? access : now);
      Files.setAttribute(file, MODIFIED, last);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
