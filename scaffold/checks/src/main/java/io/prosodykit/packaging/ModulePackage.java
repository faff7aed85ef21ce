package io.prosodykit.packaging;

import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.files.ZipArchive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A module with everything that is needed to install it. Two packages of the same files and time
 * are equal byte for byte, on every machine.
 *
 * @since 0.1.0
 */
public final class ModulePackage {
  private final String name;
  private final String version;
  private final String rockspec;
  private final ImmutableSortedMap<String, byte[]> files;

  /** The prefix of the paths of the files that Prosody finds. */
  private final String home;

  ModulePackage(String module, String version, String rockspec, ModuleContents contents) {
    this.name = "mod_" + module;
    this.version = version;
    this.rockspec = rockspec;
    this.files = contents.files();
    this.home = contents.home();
  }

  /** {@return the name of the package, for example {@code mod_greeter}} */
  public String name() {
    return name;
  }

  /** {@return the version of the package, in the form of LuaRocks, for example {@code 0.1.0-1}} */
  public String version() {
    return version;
  }

  /** {@return the name of the zip, for example {@code mod_greeter-0.1.0-1.zip}} */
  public String zipName() {
    return name + "-" + version + ".zip";
  }

  /**
   * {@return the name of the rock, which tells LuaRocks that it runs everywhere, for example {@code
   * mod_greeter-0.1.0-1.all.rock}}
   */
  public String rockName() {
    return name + "-" + version + ".all.rock";
  }

  /**
   * Makes a zip of the module's folder, to be unpacked in one of {@code plugin_paths}.
   *
   * @param time the modification time of all files in it, to two seconds, from 1980 to 2099
   * @return the bytes of a zip (APPNOTE.TXT of PKWARE) with uncompressed files
   */
  public byte[] zip(Instant time) {
    return ZipArchive.zip(inFolder(), time);
  }

  /** {@return the files by their paths next to other modules} */
  SortedMap<String, byte[]> inFolder() {
    SortedMap<String, byte[]> paths = new TreeMap<>();
    files.forEach((path, bytes) -> paths.put(name + "/" + path, bytes));
    paths.put(name + "/" + rockspecName(), rockspec.getBytes(StandardCharsets.UTF_8));
    return paths;
  }

  /**
   * Makes a rock for {@code luarocks install} and {@code prosodyctl install}.
   *
   * @param time the modification time of all files in it, to two seconds, from 1980 to 2099
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
    return ZipArchive.zip(paths, time);
  }

  /** {@return whether people read it but Prosody does not} */
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

  /** {@return name and version, separated by a space} */
  @Override
  public String toString() {
    return name + " " + version;
  }
}
