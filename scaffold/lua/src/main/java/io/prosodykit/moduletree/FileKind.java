package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/** What a file below a folder of modules is, by its name alone. */
enum FileKind {
  /** {@code mod_x.lua}, which Prosody loads as a module. */
  MAIN,
  /** Any other Lua, which modules load. Neither specs nor configuration are code of a module. */
  PART,
  /** A README. */
  README,
  /** A rockspec. */
  ROCKSPEC,
  /** Something else. */
  OTHER;

  /** What the name of a main file begins with. */
  static final String PREFIX = "mod_";

  /** What the name of a main file ends with. */
  static final String SUFFIX = ".lua";

  /** The names of READMEs; the first that exists counts. */
  static final ImmutableList<String> READMES =
      ImmutableList.of("README.md", "README.markdown", "README.mdown", "README.mdwn", "README");

  private static final String SPEC = "_spec.lua";
  private static final String CONFIGURATION = ".cfg.lua";

  static FileKind of(Path file) {
    String name = fileName(file);
    if (name.endsWith(".rockspec")) {
      return ROCKSPEC;
    }
    if (READMES.contains(name)) {
      return README;
    }
    if (!name.endsWith(SUFFIX) || name.endsWith(SPEC) || name.endsWith(CONFIGURATION)) {
      return OTHER;
    }
    return name.startsWith(PREFIX) && !name.endsWith(ModuleFiles.LIBRARY) ? MAIN : PART;
  }

  /** {@return whether a part is a library for {@code module:require}} */
  static boolean isLibrary(Path file) {
    return of(file) == PART && fileName(file).endsWith(ModuleFiles.LIBRARY);
  }

  static boolean isConfiguration(Path file) {
    return fileName(file).endsWith(CONFIGURATION);
  }

  /** {@return the module's name in the name of a main file; it need not be a valid name} */
  static String moduleName(Path main) {
    String name = fileName(main);
    return name.substring(PREFIX.length(), name.length() - SUFFIX.length());
  }

  static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
