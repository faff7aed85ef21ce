package io.prosodykit.configuration;

import io.prosodykit.process.ParentWatch;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import party.iroiro.luajava.JFunction;
import party.iroiro.luajava.Lua;
import party.iroiro.luajava.LuaException;
import party.iroiro.luajava.lua51.Lua51;
import party.iroiro.luajava.lua54.Lua54;

/**
 * The main class of the process that evaluates a configuration in Lua. Only it and {@link
 * ChildSources} use luajava. It loads few other classes, so that it starts fast.
 */
final class ConfigurationChild {
  private static final int ARGUMENTS = 3;

  private ConfigurationChild() {}

  /**
   * Evaluates the configuration that standard input describes, in Lua: {@code return { file = … }}.
   *
   * @param args the version of Lua, the file for the result, the id of the parent process, and the
   *     folders that may be read
   */
  public static void main(String[] args) throws IOException {
    ParentWatch.haltWithout(Long.parseLong(args[2]));
    byte[] settings = System.in.readAllBytes();
    List<String> folders = Arrays.asList(args).subList(ARGUMENTS, args.length);
    try (Lua lua = args[0].equals("5.1") ? new Lua51() : new Lua54()) {
      lua.openLibraries();
      load(lua, "evaluate");
      lua.push((JFunction) ConfigurationChild::part);
      lua.load(direct(settings), "=settings");
      lua.pCall(0, 1);
      lua.push(new ChildSources(folders));
      lua.push((JFunction) ConfigurationChild::prepare);
      lua.push((JFunction) called -> finish(called, args[1]));
      lua.pCall(5, 0);
    } catch (LuaException e) {
      System.err.println(e.getMessage());
    }
    Runtime.getRuntime().halt(1);
  }

  private static ByteBuffer direct(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length);
    return buffer.put(bytes).flip();
  }

  private static void load(Lua lua, String name) {
    try (InputStream in = ConfigurationChild.class.getResourceAsStream(name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException("no such resource: " + name + ".lua");
      }
      lua.load(
          direct(in.readAllBytes()),
          "=prosodykit/" + name.substring(name.lastIndexOf('/') + 1) + ".lua");
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the resource " + name + ".lua", e);
    }
  }

  /** Returns what a resource of Lua source returns. */
  private static int part(Lua lua) {
    String name = lua.toString(1);
    if (name == null) {
      throw new IllegalArgumentException("a resource needs a name");
    }
    load(lua, name);
    lua.pCall(0, 1);
    return 1;
  }

  private static int prepare(Lua lua) {
    ByteBuffer name = lua.toBuffer(1);
    try {
      String text = name == null ? "" : StandardCharsets.UTF_8.newDecoder().decode(name).toString();
      HostName.prepare(text).ifPresentOrElse(lua::push, lua::pushNil);
    } catch (CharacterCodingException e) {
      lua.pushNil();
    }
    return 1;
  }

  /** Writes the result and ends the process, from wherever Lua is. */
  private static int finish(Lua lua, String file) {
    ByteBuffer result = lua.toBuffer(1);
    if (result == null) {
      throw new IllegalArgumentException("a result must be a text");
    }
    byte[] bytes = new byte[result.remaining()];
    result.get(bytes);
    try (OutputStream out = new FileOutputStream(file)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write the result", e);
    }
    Runtime.getRuntime().halt(0);
    return 0;
  }
}
