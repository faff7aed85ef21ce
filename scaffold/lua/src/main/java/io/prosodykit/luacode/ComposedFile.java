package io.prosodykit.luacode;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lua.LuaChunk;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.lua.LuaVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The text of a file, and the libraries that it requires.
 *
 * @param libraries sorted by name
 */
record ComposedFile(String text, ImmutableList<LuaLibrary> libraries) {
  /**
   * Writes a file.
   *
   * @throws InvalidLuaException with all that is wrong
   */
  static ComposedFile of(TargetRange targets, LuaCode header, LuaCode body) {
    ImmutableSet<LuaVersion> versions = versions(targets);
    RequiredLibraries libraries = RequiredLibraries.of(body, targets, versions);
    CodeWriter writer = new CodeWriter();
    if (!header.isEmpty()) {
      writer.write(header.parts());
      writer.freshLine();
      writer.write(LuaCode.of("\n").parts());
    }
    writer.write(libraries.statements().parts());
    if (!libraries.libraries().isEmpty()) {
      writer.write(LuaCode.of("\n").parts());
    }
    int codeBegins = writer.position().line();
    writer.write(body.parts());
    writer.freshLine();
    String text = writer.toString();
    List<LuaProblem> problems = new ArrayList<>(libraries.problems(writer.uses()));
    LuaChunk chunk = LuaChunk.parse(text);
    problems.addAll(refused(chunk, versions));
    problems.addAll(HiddenLibraries.find(chunk, writer, codeBegins, versions));
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparing(LuaProblem::position));
      throw new InvalidLuaException(text, problems);
    }
    return new ComposedFile(text, libraries.libraries());
  }

  /** The versions of Lua on which the targets run. */
  private static ImmutableSet<LuaVersion> versions(TargetRange targets) {
    return targets.releases().stream()
        .map(Release::lua)
        .flatMap(List::stream)
        .map(LuaVersion::parse)
        .collect(Sets.toImmutableEnumSet());
  }

  /** What the versions refuse; what only others refuse does not matter. */
  private static ImmutableList<LuaProblem> refused(
      LuaChunk chunk, ImmutableSet<LuaVersion> versions) {
    return chunk.problems().stream()
        .filter(problem -> !Sets.intersection(problem.versions(), versions).isEmpty())
        .map(
            problem ->
                new LuaProblem(
                    problem.position(),
                    problem.message(),
                    problem.versions().containsAll(versions)
                        ? ImmutableSet.copyOf(LuaVersion.values())
                        : Sets.intersection(problem.versions(), versions).immutableCopy()))
        .collect(toImmutableList());
  }
}
