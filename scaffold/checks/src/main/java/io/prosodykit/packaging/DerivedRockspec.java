package io.prosodykit.packaging;

import io.prosodykit.lua.LuaText;
import io.prosodykit.moduletree.ModuleFiles;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rockspec of a module that has none. */
final class DerivedRockspec {
  private static final String LUA = ".lua";

  private DerivedRockspec() {}

  /**
   * Writes a rockspec with which {@code luarocks make} installs the Lua files of the module, where
   * Prosody 0.12 and later find them: {@code helper.lib.lua} as {@code mod_x/helper.lua}, because a
   * name in a rockspec cannot contain a dot.
   *
   * @param name the name of the module with {@code mod_}
   * @param summary what the module does, if its README says so
   */
  static String text(
      String name, String version, Optional<String> summary, ModuleContents contents) {
    return """
        package = %1$s
        version = %2$s
        source = {
        	url = "file://.";
        }
        description = {
        	summary = %3$s;
        }
        dependencies = {
        	"lua >= 5.1, < 5.5";
        }
        build = {
        	type = "builtin";
        	modules = {
        %4$s	};
        }
        """
        .formatted(
            LuaText.quote(name),
            LuaText.quote(version),
            LuaText.quote(summary.orElse("Prosody module " + name)),
            modules(name, contents));
  }

  /** {@return a line for each file} */
  private static String modules(String name, ModuleContents contents) {
    Map<String, String> modules = new TreeMap<>();
    for (String file : contents.files().keySet()) {
      if (file.startsWith(contents.home())) {
        String key = key(file.substring(contents.home().length()));
        if (!key.isEmpty()) {
          // module:require prefers a file .lib.lua to one that only ends in .lua
          modules.merge(name + "." + key, file, (one, other) -> isLibrary(one) ? one : other);
        }
      }
    }
    StringBuilder lines = new StringBuilder();
    modules.forEach(
        (key, file) ->
            lines.append("\t\t[%s] = %s;\n".formatted(LuaText.quote(key), LuaText.quote(file))));
    return lines.toString();
  }

  /** {@return the name by which a Lua file is loaded; empty if it has none} */
  private static String key(String file) {
    String ending = isLibrary(file) ? ModuleFiles.LIBRARY : LUA;
    String stem = file.endsWith(ending) ? file.substring(0, file.length() - ending.length()) : ".";
    return stem.contains(".") ? "" : stem.replace('/', '.');
  }

  private static boolean isLibrary(String file) {
    return file.endsWith(ModuleFiles.LIBRARY);
  }
}
