package io.prosodykit.packaging;

import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.lua.LuaPosition;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.module.FrontMatter;
import io.prosodykit.module.Rockspec;
import io.prosodykit.moduletree.ModuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads modules for packaging, and collects why some cannot be packaged. */
final class PackageReader {
  private static final LuaPosition BEGINNING = new LuaPosition(1, 1);

  private final String version;
  private final List<String> problems = new ArrayList<>();

  /** Makes a reader with the version of modules that have no rockspec. */
  PackageReader(String version) {
    this.version = RockVersion.of(version);
  }

  List<String> problems() {
    return problems;
  }

  /** Reads a module; adds a problem if it cannot be packaged. */
  @Nullable ModulePackage read(ModuleFiles module) throws IOException {
    ModuleContents contents;
    try {
      contents = ModuleContents.read(module);
    } catch (RefusedFileException e) {
      e.getMessage().lines().forEach(problems::add);
      return null;
    }
    for (String problem : PortableNames.problems(contents.files().keySet())) {
      problems.add("mod_" + module.name() + ": " + problem);
    }
    SortedMap<String, Path> rockspecs = contents.rockspecs();
    if (rockspecs.isEmpty()) {
      return new ModulePackage(module.name(), version, derived(module, contents), contents);
    }
    if (rockspecs.size() > 1) {
      problems.add(
          "mod_%s has the rockspecs %s: keep one of them"
              .formatted(module.name(), String.join(", ", rockspecs.keySet())));
      return null;
    }
    Path file = rockspecs.values().iterator().next();
    String text = BoundedFile.readText(file);
    String stated = stated(module, file, Rockspec.parse(text));
    return stated == null ? null : new ModulePackage(module.name(), stated, text, contents);
  }

  /** Returns the version that a rockspec states, if there is nothing wrong with it. */
  private @Nullable String stated(ModuleFiles module, Path file, Rockspec rockspec) {
    int before = problems.size();
    for (LuaProblem problem : rockspec.problems()) {
      add(file, problem.position(), problem.message());
    }
    String wanted = "mod_" + module.name();
    Optional<Rockspec.Value> name = rockspec.name();
    if (name.isEmpty()) {
      add(file, BEGINNING, "it names no package: write package = \"" + wanted + "\"");
    } else if (!name.get().text().equals(wanted)) {
      add(
          file,
          name.get().position(),
          "the package is named %s, but its module is %s: write package = \"%s\""
              .formatted(name.get().text(), wanted, wanted));
    }
    Optional<Rockspec.Value> stated = rockspec.version();
    if (stated.isEmpty()) {
      add(file, BEGINNING, "it states no version: write version = \"" + version + "\"");
      return null;
    }
    String text = stated.get().text();
    if (!RockVersion.isOne(text)) {
      add(
          file,
          stated.get().position(),
          "LuaRocks does not accept the version \"%s\": write letters, digits and dots, a hyphen and"
                  .formatted(text)
              + " a revision, as in \"1.0-1\"");
    } else if (!String.valueOf(file.getFileName()).equals(wanted + "-" + text + ".rockspec")) {
      add(
          file,
          stated.get().position(),
          "LuaRocks expects this file to be named %s-%s.rockspec: rename it, or correct its version"
              .formatted(wanted, text));
    }
    return problems.size() == before ? text : null;
  }

  private void add(Path file, LuaPosition position, String message) {
    problems.add(file + ":" + position + ": " + message);
  }

  private String derived(ModuleFiles module, ModuleContents contents) throws IOException {
    Optional<Path> readme = module.readme();
    Optional<String> summary =
        readme.isEmpty()
            ? Optional.empty()
            : FrontMatter.read(BoundedFile.readText(readme.get())).summary();
    return DerivedRockspec.text("mod_" + module.name(), version, summary, contents);
  }
}
