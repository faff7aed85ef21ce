package io.prosodykit.lua;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of one module, read.
 *
 * @param source what they tell
 * @param problems what is wrong in them
 */
record ModuleFolder(ModuleSource source, ImmutableList<TreeProblem> problems) {
  static ModuleFolder read(ModuleFiles files) {
    List<TreeProblem> problems = new ArrayList<>();
    Map<Path, ModuleFacts> facts = new TreeMap<>();
    facts(files.main(), facts, problems);
    for (Path part : files.parts()) {
      facts(part, facts, problems);
    }
    Optional<Path> readme = files.readme();
    FrontMatter frontMatter =
        readme.isPresent() ? readFrontMatter(readme.get(), problems) : FrontMatter.NONE;
    ModuleSource source =
        new ModuleSource(
            files.name(),
            files.main(),
            ImmutableSortedMap.copyOf(facts),
            frontMatter.summary(),
            frontMatter.labels(),
            files.isFound());
    return new ModuleFolder(source, ImmutableList.copyOf(problems));
  }

  private static void facts(Path file, Map<Path, ModuleFacts> facts, List<TreeProblem> problems) {
    try {
      LuaChunk chunk = LuaChunk.read(file);
      facts.put(file, ModuleFacts.of(chunk));
      if (chunk.versions().isEmpty()) {
        for (LuaProblem problem : chunk.problems()) {
          problems.add(new TreeProblem(file, problem.position(), problem.message()));
        }
      }
    } catch (IOException e) {
      problems.add(TreeProblem.of(file, "cannot be read: " + e));
    }
  }

  private static FrontMatter readFrontMatter(Path readme, List<TreeProblem> problems) {
    try {
      byte[] bytes = Files.readAllBytes(readme);
      FrontMatter read = FrontMatter.read(new String(bytes, StandardCharsets.UTF_8));
      if (read.flaw().isPresent()) {
        FrontMatter.Flaw flaw = read.flaw().get();
        problems.add(new TreeProblem(readme, flaw.position(), flaw.message()));
      }
      return read;
    } catch (IOException e) {
      problems.add(TreeProblem.of(readme, "cannot be read: " + e));
      return FrontMatter.NONE;
    }
  }
}
