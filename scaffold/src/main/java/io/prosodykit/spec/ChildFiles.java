package io.prosodykit.spec;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import party.iroiro.luajava.JFunction;
import party.iroiro.luajava.Lua;

/** Answers the questions of {@code luafilesystem.lua} about files and folders. */
final class ChildFiles implements JFunction {
  private static final int MILLIS = 1000;

  @Override
  public int __call(Lua lua) {
    String operation = lua.toString(1);
    ByteBuffer path = lua.toBuffer(2);
    if (operation == null || path == null) {
      throw new IllegalArgumentException("the path of a file is a string");
    }
    File file = new File(StandardCharsets.UTF_8.decode(path).toString());
    switch (operation) {
      case "attributes" -> {
        return attributes(lua, file);
      }
      case "dir" -> {
        String[] names = file.list();
        if (names == null) {
          lua.pushNil();
        } else {
          lua.push(String.join("/", names));
        }
      }
      case "mkdir" -> lua.push(file.mkdir());
      case "rmdir" -> lua.push(file.isDirectory() && file.delete());
      case "currentdir" -> lua.push(file.getAbsoluteFile().getParent());
      default -> throw new IllegalArgumentException("no such operation: " + operation);
    }
    return 1;
  }

  private static int attributes(Lua lua, File file) {
    if (!file.exists()) {
      lua.pushNil();
      return 1;
    }
    lua.push(file.isDirectory() ? "directory" : file.isFile() ? "file" : "other");
    lua.push(file.length());
    lua.push(file.lastModified() / MILLIS);
    return 3;
  }
}
