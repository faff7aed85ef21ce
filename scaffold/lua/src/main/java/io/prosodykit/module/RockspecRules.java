package io.prosodykit.module;

import com.google.common.collect.ImmutableList;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.lua.LuaRange;
import io.prosodykit.text.VisibleText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What LuaRocks demands of the rockspec of a module: that it is Lua, and that package, version and
 * the name of the file agree. Which files it installs is not checked here.
 *
 * @since 0.1.0
 */
public final class RockspecRules {
  /** As in LuaRocks 3, {@code luarocks.type.rockspec}. */
  private static final Pattern ROCK_VERSION = Pattern.compile("[A-Za-z0-9.]+-[0-9]+");

  private static final String EXAMPLE = "1.0-1";

  /** The most characters of a name in a message. */
  private static final int LONGEST = 160;

  private final Rockspec rockspec;
  private final String wanted;
  private final String fileName;
  private final ImmutableList.Builder<MetadataProblem> problems = ImmutableList.builder();

  private RockspecRules(Rockspec rockspec, String module, String fileName) {
    this.rockspec = rockspec;
    this.wanted = "mod_" + module;
    this.fileName = fileName;
  }

  /**
   * {@return whether LuaRocks accepts a version: letters, digits and dots, a hyphen, and the number
   * of a revision}
   *
   * @param text for example {@code 1.0-1}
   */
  public static boolean isVersion(String text) {
    return ROCK_VERSION.matcher(text).matches();
  }

  /**
   * Checks a rockspec. A package or version that is {@linkplain Rockspec#computed computed} is not
   * known, and taken to be right.
   *
   * @param rockspec the rockspec
   * @param module the name of its module, without {@code mod_}
   * @param fileName the name of its file
   * @return why {@code luarocks make} refuses it or installs something else; empty if it does not
   */
  public static ImmutableList<MetadataProblem> problems(
      Rockspec rockspec, String module, String fileName) {
    RockspecRules rules = new RockspecRules(rockspec, module, fileName);
    rules.check();
    return rules.problems.build();
  }

  /**
   * Checks a rockspec that has to state its package and version in plain strings, because it is not
   * run.
   *
   * @param rockspec the rockspec
   * @param module the name of its module, without {@code mod_}
   * @param fileName the name of its file
   * @return {@link #problems}, and what is computed
   */
  public static ImmutableList<MetadataProblem> problemsIfNotRun(
      Rockspec rockspec, String module, String fileName) {
    RockspecRules rules = new RockspecRules(rockspec, module, fileName);
    rules.check();
    rules.checkPlain();
    return rules.problems.build();
  }

  private void check() {
    checkSyntax();
    checkPackage();
    checkVersion();
  }

  private void checkPlain() {
    for (String field : rockspec.computed()) {
      add(
          LuaPosition.BEGINNING,
          "its " + field + " is not a plain string",
          field.equals(Rockspec.PACKAGE) ? writePackage() : writeVersion());
    }
  }

  private void checkSyntax() {
    for (LuaProblem problem : rockspec.syntax()) {
      add(
          problem.position(),
          problem.message(),
          "LuaRocks cannot load the file until this is fixed");
    }
  }

  private void checkPackage() {
    Optional<Rockspec.Value> name = rockspec.name();
    if (name.isPresent() && !name.get().text().equals(wanted)) {
      add(
          name.get().position(),
          "the package is named " + brief(name.get().text()) + ", but its module is " + wanted,
          writePackage());
    } else if (name.isEmpty() && !rockspec.computed().contains(Rockspec.PACKAGE)) {
      add(LuaPosition.BEGINNING, "it names no package", writePackage());
    }
  }

  private void checkVersion() {
    Optional<Rockspec.Value> version = rockspec.version();
    if (version.isEmpty()) {
      if (!rockspec.computed().contains(Rockspec.VERSION)) {
        add(LuaPosition.BEGINNING, "it states no version", writeVersion());
      }
      return;
    }
    String text = version.get().text();
    String expected = wanted + "-" + text + ".rockspec";
    if (!isVersion(text)) {
      add(
          version.get().position(),
          "LuaRocks does not accept the version \"" + brief(text) + "\"",
          "write letters, digits and dots, a hyphen and a revision, as in \"" + EXAMPLE + "\"");
    } else if (!fileName.equals(expected)) {
      add(
          version.get().position(),
          "LuaRocks expects this file to be named " + brief(expected),
          "rename it, or correct its version");
    }
  }

  private String writePackage() {
    return "write package = \"" + wanted + "\"";
  }

  /** Suggests the version in the name of the file, if there is one. */
  private String writeVersion() {
    String begin = wanted + "-";
    String end = ".rockspec";
    String named =
        fileName.startsWith(begin) && fileName.endsWith(end) && fileName.length() > begin.length()
            ? fileName.substring(begin.length(), fileName.length() - end.length())
            : "";
    return "write version = \"" + (isVersion(named) ? named : EXAMPLE) + "\"";
  }

  private static String brief(String text) {
    return VisibleText.brief(text, LONGEST);
  }

  private void add(LuaPosition position, String message, String fix) {
    problems.add(new MetadataProblem(LuaRange.at(position), message, fix));
  }
}
