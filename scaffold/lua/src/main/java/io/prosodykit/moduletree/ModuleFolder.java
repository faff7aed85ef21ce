package io.prosodykit.moduletree;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.prosodykit.module.FrontMatter;
import io.prosodykit.module.ModuleFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one module, read.
 *
 * @param source what they say
 * @param problems what is wrong in them
 */
record ModuleFolder(ModuleSource source, ImmutableList<TreeProblem> problems) {
  static ModuleFolder of(ModuleFiles files, ParallelFileReader read) {
    List<TreeProblem> problems = new ArrayList<>();
    Map<Path, ModuleFacts> facts = new TreeMap<>();
    addFacts(files.main(), read, facts, problems);
    for (Path part : files.parts()) {
      addFacts(part, read, facts, problems);
    }
    FrontMatter frontMatter = FrontMatter.NONE;
    if (files.readme().isPresent()) {
      ParallelFileReader.Read<FrontMatter> readme = read.readme(files.readme().get());
      problems.addAll(readme.problems());
      frontMatter = readme.told() == null ? FrontMatter.NONE : readme.told();
    }
    ModuleSource source =
        new ModuleSource(
            files.name(),
            files.main(),
            files.folder(),
            ImmutableSortedMap.copyOf(facts),
            frontMatter.summary(),
            frontMatter.labels(),
            files.isFound());
    return new ModuleFolder(source, ImmutableList.copyOf(problems));
  }

  private static void addFacts(
      Path file,
      ParallelFileReader read,
      Map<Path, ModuleFacts> facts,
      List<TreeProblem> problems) {
    ParallelFileReader.Read<ModuleFacts> code = read.code(file);
    problems.addAll(code.problems());
    if (code.told() != null) {
      facts.put(file, code.told());
    }
  }
}
