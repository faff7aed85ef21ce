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
  private static final ImmutableList<String> READMES =
      ImmutableList.of("README.md", "README.markdown", "README.mdown", "README.mdwn", "README");

  static ModuleFolder read(ModuleLayout.ModuleFiles files) {
    List<TreeProblem> problems = new ArrayList<>();
    Map<Path, ModuleFacts> facts = new TreeMap<>();
    facts(files.main(), facts, problems);
    files.parts().forEach(part -> facts(part, facts, problems));
    FrontMatter frontMatter =
        files.folder().map(folder -> frontMatter(folder, problems)).orElse(FrontMatter.NONE);
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
        chunk
            .problems()
            .forEach(
                problem ->
                    problems.add(new TreeProblem(file, problem.position(), problem.message())));
      }
    } catch (IOException e) {
      problems.add(TreeProblem.of(file, "cannot be read: " + e));
    }
  }

  private static FrontMatter frontMatter(Path folder, List<TreeProblem> problems) {
    Optional<Path> readme =
        READMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    if (readme.isEmpty()) {
      return FrontMatter.NONE;
    }
    try {
      byte[] bytes = Files.readAllBytes(readme.get());
      FrontMatter read = FrontMatter.read(new String(bytes, StandardCharsets.UTF_8));
      read.flaw()
          .ifPresent(
              flaw -> problems.add(new TreeProblem(readme.get(), flaw.position(), flaw.message())));
      return read;
    } catch (IOException e) {
      problems.add(TreeProblem.of(readme.get(), "cannot be read: " + e));
      return FrontMatter.NONE;
    }
  }
}
