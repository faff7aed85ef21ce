package io.prosodykit.busted;

import io.prosodykit.process.ParentWatch;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import party.iroiro.luajava.JFunction;
import party.iroiro.luajava.Lua;
import party.iroiro.luajava.LuaException;
import party.iroiro.luajava.lua51.Lua51;
import party.iroiro.luajava.lua54.Lua54;

/**
 * The main class of the process that runs specs in Lua. Only it and {@link ChildFiles} use luajava.
 * It loads few other classes, so that it starts fast.
 */
final class SpecChild {
  /** The first argument that {@link EmbeddedLua} passes for Lua 5.1. */
  static final String LUA_5_1 = "5.1";

  private SpecChild() {}

  /**
   * Runs the specs that standard input describes, in Lua: {@code return { root = … }}.
   *
   * @param args the version of Lua, the file for the events, the file that is standard output, and
   *     the id of the parent process
   */
  public static void main(String[] args) throws IOException {
    ParentWatch.haltWithout(Long.parseLong(args[3]));
    byte[] settings = System.in.readAllBytes();
    try (OutputStream events = new FileOutputStream(args[1])) {
      Lua lua = args[0].equals(LUA_5_1) ? new Lua51() : new Lua54();
      lua.openLibraries();
      Resources resources = new Resources();
      resources.load(lua, "child");
      lua.push(resources);
      lua.load(direct(settings), "=settings");
      lua.pCall(0, 1);
      lua.push(new Events(events, new File(args[2])));
      lua.push(new ChildFiles());
      lua.push(new Clock());
      lua.pCall(5, 0);
    } catch (LuaException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static ByteBuffer direct(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length);
    return buffer.put(bytes).flip();
  }

  /** Returns what a resource of Lua source returns. It may get an argument. */
  private static final class Resources implements JFunction {
    @Override
    public int __call(Lua lua) {
      lua.setTop(2);
      load(lua, lua.toString(1));
      lua.insert(2);
      lua.pCall(1, 1);
      return 1;
    }

    void load(Lua lua, String name) {
      try (InputStream in = SpecChild.class.getResourceAsStream(name + ".lua")) {
        if (in == null) {
          throw new IllegalStateException("no such resource: " + name + ".lua");
        }
        lua.load(direct(in.readAllBytes()), "=prosodykit/" + name + ".lua");
      } catch (IOException e) {
        throw new IllegalStateException("cannot read the resource " + name + ".lua", e);
      }
    }
  }

  /**
   * Returns the seconds since 1970, which never go back. Given a number of seconds, waits for that
   * long first.
   */
  private static final class Clock implements JFunction {
    private static final double MILLIS = 1e3;
    private static final double NANOS = 1e9;

    private final double start = System.currentTimeMillis() / MILLIS - System.nanoTime() / NANOS;

    @Override
    public int __call(Lua lua) {
      if (lua.isNumber(1)) {
        try {
          Thread.sleep((long) (lua.toNumber(1) * MILLIS));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return 0;
      }
      lua.push(start + System.nanoTime() / NANOS);
      return 1;
    }
  }

  /** Writes an event, with the number of bytes printed before it. */
  private static final class Events implements JFunction {
    private final OutputStream events;
    private final File output;

    Events(OutputStream events, File output) {
      this.events = events;
      this.output = output;
    }

    @Override
    public int __call(Lua lua) {
      // a string of Lua is bytes, which toString would decode with another encoding than UTF-8
      ByteBuffer event = lua.toBuffer(1);
      if (event == null) {
        throw new IllegalArgumentException("an event must be a string");
      }
      byte[] begin = (output.length() + " ").getBytes(StandardCharsets.US_ASCII);
      byte[] line = new byte[begin.length + event.remaining() + 1];
      System.arraycopy(begin, 0, line, 0, begin.length);
      event.get(line, begin.length, event.remaining());
      line[line.length - 1] = '\n';
      try {
        events.write(line);
      } catch (IOException e) {
        throw new IllegalStateException("cannot write the file of events", e);
      }
      return 0;
    }
  }
}
