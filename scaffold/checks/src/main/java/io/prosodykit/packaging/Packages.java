package io.prosodykit.packaging;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.files.ZipArchive;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.moduletree.ModuleFiles;
import io.prosodykit.moduletree.ModuleLayout;
import io.prosodykit.process.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The packages of several modules: a zip and a rock for each, and the manifest that makes a folder
 * of rocks a server for {@code prosodyctl install --server=FOLDER}.
 *
 * @since 0.1.0
 */
public final class Packages {
  /** The folder of the rocks, which is the server. */
  public static final String ROCKS = "rocks";

  private final ImmutableList<ModulePackage> modules;

  private Packages(ImmutableList<ModulePackage> modules) {
    this.modules = modules;
  }

  /**
   * Reads the modules in some folders.
   *
   * @param folders the folders, each as in {@code plugin_paths}
   * @param version the version of modules without a rockspec, for example that of a project
   * @return their packages
   * @throws PackagingException if modules cannot be packaged; it lists every problem
   * @throws IOException if a file cannot be read
   */
  public static Packages read(List<Path> folders, String version) throws IOException {
    PackageReader reader = new PackageReader(version);
    List<String> problems = new ArrayList<>();
    Map<String, Path> mains = new HashMap<>();
    SortedMap<String, ModulePackage> modules = new TreeMap<>();
    for (Path folder : folders) {
      ModuleLayout layout = ModuleLayout.find(folder);
      layout.refused().forEach((link, reason) -> problems.add(link + ": " + reason));
      for (ModuleFiles module : layout.modules()) {
        Path other = mains.putIfAbsent(module.name(), module.main());
        if (other != null) {
          problems.add(
              "mod_%s appears twice, as %s and as %s: package one of them"
                  .formatted(module.name(), other, module.main()));
          continue;
        }
        ModulePackage read = reader.read(module);
        if (read != null) {
          modules.put(read.name(), read);
        }
      }
    }
    problems.addAll(reader.problems());
    if (!problems.isEmpty()) {
      throw new PackagingException(ImmutableList.copyOf(problems));
    }
    return new Packages(ImmutableList.copyOf(modules.values()));
  }

  /** {@return the packages, sorted by name} */
  public ImmutableList<ModulePackage> modules() {
    return modules;
  }

  /**
   * Makes one zip of all modules, to be unpacked in one of {@code plugin_paths}.
   *
   * @param time the time that all files in it get, to two seconds, from 1980 to 2099
   * @return the bytes of a zip with uncompressed files
   */
  public byte[] zip(Instant time) {
    SortedMap<String, byte[]> all = new TreeMap<>();
    modules.forEach(module -> all.putAll(module.inFolder()));
    return ZipArchive.zip(all, time);
  }

  /**
   * Makes all files.
   *
   * @param time the time that the files in zips and rocks get
   * @return the bytes by path: a zip for each module, and the folder {@link #ROCKS}
   */
  public ImmutableSortedMap<String, byte[]> files(Instant time) {
    ImmutableSortedMap.Builder<String, byte[]> files = ImmutableSortedMap.naturalOrder();
    for (ModulePackage module : modules) {
      files.put(module.zipName(), module.zip(time));
      files.put(ROCKS + "/" + module.rockName(), module.rock(time));
    }
    byte[] manifest = manifest().getBytes(StandardCharsets.UTF_8);
    files.put(ROCKS + "/manifest", manifest);
    for (LuaVersion lua : LuaVersion.values()) {
      files.put(ROCKS + "/manifest-" + lua, manifest);
    }
    return files.buildOrThrow();
  }

  /** {@return the contents of a rocks server, as LuaRocks 3 reads them} */
  private String manifest() {
    StringBuilder text = new StringBuilder("commands = {}\nmodules = {}\nrepository = {\n");
    for (ModulePackage module : modules) {
      text.append("\t%s = {\n".formatted(module.name()))
          .append("\t\t[\"%s\"] = { { arch = \"all\" } };\n".formatted(module.version()))
          .append("\t};\n");
    }
    return text.append("}\n").toString();
  }

  /**
   * Writes all files into a folder. Each file is first written next to its place and then moved, so
   * that it is never there in part. Other files in the folder stay.
   *
   * @param folder the folder, which is created if it does not exist
   * @param time the time that the files in zips and rocks get
   * @throws IOException if a file cannot be written; some existing files may then have been
   *     replaced already
   */
  public void writeTo(Path folder, Instant time) throws IOException {
    ImmutableSortedMap<String, byte[]> files = files(time);
    Files.createDirectories(folder.resolve(ROCKS));
    try (TemporaryFolder temporary = TemporaryFolder.in(folder, ".packages")) {
      Path staged = temporary.path();
      Files.createDirectories(staged.resolve(ROCKS));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Files.write(staged.resolve(file.getKey()), file.getValue());
      }
      for (String path : files.keySet()) {
        Files.move(staged.resolve(path), folder.resolve(path), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
