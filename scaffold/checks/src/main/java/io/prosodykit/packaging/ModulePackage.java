package io.prosodykit.packaging;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A module with what it takes to install it. Two packages of the same files and time are equal byte
 * for byte, on every machine.
 */
public final class ModulePackage {
  private final String name;
  private final String version;
  private final String rockspec;
  private final ImmutableSortedMap<String, byte[]> files;

  /** Begins the paths of the files that Prosody finds. */
  private final String home;

  ModulePackage(String module, String version, String rockspec, ModuleContents contents) {
    this.name = "mod_" + module;
    this.version = version;
    this.rockspec = rockspec;
    this.files = ImmutableSortedMap.copyOfSorted(contents.files());
    this.home = contents.home();
  }

  /**
   * Returns the name of the package.
   *
   * @return for example {@code mod_greeter}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the version of the package.
   *
   * @return as LuaRocks has it, for example {@code 0.1.0-1}
   */
  public String version() {
    return version;
  }

  /**
   * Returns the name of the zip.
   *
   * @return for example {@code mod_greeter-0.1.0-1.zip}
   */
  public String zipName() {
    return name + "-" + version + ".zip";
  }

  /**
   * Returns the name of the rock, by which LuaRocks knows that it runs everywhere.
   *
   * @return for example {@code mod_greeter-0.1.0-1.all.rock}
   */
  public String rockName() {
    return name + "-" + version + ".all.rock";
  }

  /**
   * Makes a zip of the module's folder, to be unpacked in one of {@code plugin_paths}.
   *
   * @param time the time that all files in it get, to two seconds, from 1980 to 2099
   * @return the bytes of a zip (APPNOTE.TXT of PKWARE) whose files are stored without compression
   */
  public byte[] zip(Instant time) {
    return Archive.zip(inFolder(), time);
  }

  /** The files by their paths beside other modules. */
  SortedMap<String, byte[]> inFolder() {
    SortedMap<String, byte[]> paths = new TreeMap<>();
    files.forEach((path, bytes) -> paths.put(name + "/" + path, bytes));
    paths.put(name + "/" + rockspecName(), rockspec.getBytes(StandardCharsets.UTF_8));
    return paths;
  }

  /**
   * Makes a rock, as {@code luarocks install} and {@code prosodyctl install} take it.
   *
   * @param time the time that all files in it get, to two seconds, from 1980 to 2099
   * @return the bytes of a binary rock (LuaRocks 3) for all platforms
   */
  public byte[] rock(Instant time) {
    SortedMap<String, byte[]> paths = new TreeMap<>();
    files.forEach(
        (path, bytes) -> {
          boolean found = path.startsWith(home) && !isDocumentation(path);
          paths.put(
              found ? "lua/" + name + "/" + path.substring(home.length()) : "doc/" + path, bytes);
        });
    paths.put(rockspecName(), rockspec.getBytes(StandardCharsets.UTF_8));
    paths.put("rock_manifest", RockManifest.of(paths));
    return Archive.zip(paths, time);
  }

  /** Whether people read it and Prosody does not. */
  private static boolean isDocumentation(String path) {
    String upper = path.toUpperCase(Locale.ROOT);
    return upper.startsWith("README")
        || upper.startsWith("LICENSE")
        || upper.startsWith("COPYING")
        || upper.startsWith("CHANGELOG")
        || path.startsWith("config/");
  }

  private String rockspecName() {
    return name + "-" + version + ".rockspec";
  }

  /** Prints name and version. */
  @Override
  public String toString() {
    return name + " " + version;
  }
}
