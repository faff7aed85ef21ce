package io.prosodykit.packaging;

import com.google.common.collect.ImmutableList;
import io.prosodykit.files.BoundedFile;
import io.prosodykit.files.RefusedFileException;
import io.prosodykit.module.FrontMatter;
import io.prosodykit.module.MetadataProblem;
import io.prosodykit.module.Rockspec;
import io.prosodykit.module.RockspecRules;
import io.prosodykit.moduletree.ModuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads modules for packaging, and collects why some cannot be packaged. */
final class PackageReader {
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
    List<Path> rockspecs = module.rockspecs();
    if (rockspecs.isEmpty()) {
      return new ModulePackage(module.name(), version, derived(module, contents), contents);
    }
    if (rockspecs.size() > 1) {
      problems.add(
          "mod_%s has the rockspecs %s: keep one of them"
              .formatted(
                  module.name(),
                  rockspecs.stream().map(PackageReader::name).collect(Collectors.joining(", "))));
      return null;
    }
    Path file = rockspecs.get(0);
    String text = BoundedFile.readText(file);
    Rockspec rockspec = Rockspec.parse(text);
    ImmutableList<MetadataProblem> wrong =
        RockspecRules.problemsIfNotRun(rockspec, module.name(), name(file));
    for (MetadataProblem problem : wrong) {
      problems.add(
          file + ":" + problem.range().begin() + ": " + problem.message() + ": " + problem.fix());
    }
    return wrong.isEmpty()
        ? new ModulePackage(module.name(), rockspec.version().orElseThrow().text(), text, contents)
        : null;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
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
