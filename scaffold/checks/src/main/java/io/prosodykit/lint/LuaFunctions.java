package io.prosodykit.lint;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.lua.LuaVersion;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The standard functions and tables that not every version of Lua has, as Lua 5.1.5, 5.2.4, 5.3.6
 * and 5.4.4 have them when built with the options for Linux.
 */
final class LuaFunctions {
  private static final ImmutableMap<String, ImmutableSet<LuaVersion>> VERSIONS;

  /** What does the same on the versions that lack a function. */
  private static final ImmutableMap<String, String> REPLACEMENTS =
      ImmutableMap.<String, String>builder()
          .put("unpack", "local unpack = table.unpack or unpack")
          .put("table.unpack", "local unpack = table.unpack or unpack")
          .put("table.pack", "local pack = require \"util.table\".pack")
          .put("loadstring", "take load, which reads text since Lua 5.2, or util.envload")
          .put("setfenv", "use the library util.envload")
          .put("getfenv", "use the library util.envload")
          .put("table.getn", "use the operator #")
          .put("table.maxn", "count in a loop over pairs")
          .put("table.foreach", "use a loop over pairs")
          .put("table.foreachi", "use a loop over ipairs")
          .put("math.mod", "use the operator %")
          .put("string.gfind", "use string.gmatch")
          .put("module", "return a table from the file")
          .buildOrThrow();

  static {
    ImmutableMap.Builder<String, ImmutableSet<LuaVersion>> all = ImmutableMap.builder();
    put(all, LuaVersion.V5_1, LuaVersion.V5_1, "debug.getfenv debug.setfenv gcinfo getfenv");
    put(all, LuaVersion.V5_1, LuaVersion.V5_1, "math.mod newproxy setfenv string.gfind");
    put(
        all,
        LuaVersion.V5_1,
        LuaVersion.V5_1,
        "table.foreach table.foreachi table.getn table.setn");
    put(
        all,
        LuaVersion.V5_1,
        LuaVersion.V5_2,
        "loadstring module package.seeall table.maxn unpack");
    put(
        all,
        LuaVersion.V5_2,
        LuaVersion.V5_3,
        "bit32 bit32.arshift bit32.band bit32.bnot bit32.bor");
    put(
        all,
        LuaVersion.V5_2,
        LuaVersion.V5_3,
        "bit32.btest bit32.bxor bit32.extract bit32.lrotate");
    put(
        all,
        LuaVersion.V5_2,
        LuaVersion.V5_3,
        "bit32.lshift bit32.replace bit32.rrotate bit32.rshift");
    put(
        all,
        LuaVersion.V5_2,
        LuaVersion.V5_4,
        "debug.getuservalue debug.setuservalue debug.upvalueid");
    put(all, LuaVersion.V5_2, LuaVersion.V5_4, "debug.upvaluejoin package.searchpath rawlen");
    put(all, LuaVersion.V5_2, LuaVersion.V5_4, "table.pack table.unpack");
    put(all, LuaVersion.V5_3, LuaVersion.V5_4, "coroutine.isyieldable math.tointeger math.type");
    put(
        all,
        LuaVersion.V5_3,
        LuaVersion.V5_4,
        "math.ult string.pack string.packsize string.unpack");
    put(
        all,
        LuaVersion.V5_3,
        LuaVersion.V5_4,
        "table.move utf8 utf8.char utf8.codepoint utf8.codes");
    put(all, LuaVersion.V5_3, LuaVersion.V5_4, "utf8.len utf8.offset");
    put(all, LuaVersion.V5_4, LuaVersion.V5_4, "coroutine.close debug.setcstacklimit warn");
    VERSIONS = all.buildOrThrow();
  }

  private LuaFunctions() {}

  private static void put(
      ImmutableMap.Builder<String, ImmutableSet<LuaVersion>> all,
      LuaVersion first,
      LuaVersion last,
      String names) {
    ImmutableSet<LuaVersion> versions = ImmutableSet.copyOf(EnumSet.range(first, last));
    for (String name : names.split(" ", -1)) {
      all.put(name, versions);
    }
  }

  /** Each name with the versions that have it. */
  static ImmutableMap<String, ImmutableSet<LuaVersion>> all() {
    return VERSIONS;
  }

  /** The versions that lack a function. */
  static ImmutableSet<LuaVersion> lacking(String path) {
    Set<LuaVersion> lacking = EnumSet.noneOf(LuaVersion.class);
    for (LuaVersion version : LuaVersion.values()) {
      if (isMissing(path, version)) {
        lacking.add(version);
      }
    }
    return ImmutableSet.copyOf(lacking);
  }

  static boolean isMissing(String path, LuaVersion version) {
    ImmutableSet<LuaVersion> versions = VERSIONS.get(path);
    return versions != null && !versions.contains(version);
  }

  static boolean isMissingInAll(String path, ImmutableSet<LuaVersion> lua) {
    for (LuaVersion version : lua) {
      if (!isMissing(path, version)) {
        return false;
      }
    }
    return true;
  }

  static Optional<String> replacement(String path) {
    return Optional.ofNullable(REPLACEMENTS.get(path));
  }
}
