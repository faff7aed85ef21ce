package io.prosodykit.luacode;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Release;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.lua.LuaProblem;
import io.prosodykit.lua.LuaVersion;
import io.prosodykit.text.NearestNames;
import io.prosodykit.version.ProsodyVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The libraries that code names.
 *
 * @param libraries each once, sorted by name
 * @param targets where the code runs
 * @param versions the versions of Lua on the targets
 */
record RequiredLibraries(
    ImmutableList<LuaLibrary> libraries, TargetRange targets, ImmutableSet<LuaVersion> versions) {
  static RequiredLibraries of(
      LuaCode code, TargetRange targets, ImmutableSet<LuaVersion> versions) {
    return new RequiredLibraries(
        code.parts().stream()
            .filter(CodePart.Library.class::isInstance)
            .map(part -> ((CodePart.Library) part).library())
            .distinct()
            .sorted(Comparator.comparing(LuaLibrary::name).thenComparing(LuaLibrary::local))
            .collect(toImmutableList()),
        targets,
        versions);
  }

  /** The statements that require them. */
  LuaCode statements() {
    LuaCodeBuilder code = LuaCode.builder();
    for (LuaLibrary library : libraries) {
      code.addStatement("local $N = require $S", library.local(), requiredName(library.name()));
    }
    return code.build();
  }

  /** The prefix that all targets have for a library of Prosody's, and the name. */
  private String requiredName(String library) {
    Set<String> prefixes = new HashSet<>();
    for (Release release : targets.releases()) {
      prefixes.add(release.libraries().contains(library) ? release.libraryPrefix().orElse("") : "");
    }
    return prefixes.size() == 1 ? prefixes.iterator().next() + library : library;
  }

  /** What is wrong with the libraries, at the first use of each. */
  List<LuaProblem> problems(List<CodeWriter.Use> uses) {
    List<LuaProblem> problems = new ArrayList<>();
    Map<String, LuaLibrary> byLocal = new HashMap<>();
    Map<String, LuaLibrary> byName = new HashMap<>();
    Set<LuaLibrary> seen = new HashSet<>();
    for (CodeWriter.Use use : uses) {
      LuaLibrary library = use.library();
      if (seen.add(library)) {
        Optional.ofNullable(byLocal.putIfAbsent(library.local(), library))
            .map(other -> sameLocal(other, library))
            .or(
                () ->
                    Optional.ofNullable(byName.putIfAbsent(library.name(), library))
                        .map(other -> sameName(other, library)))
            .or(() -> missing(library.name()))
            .ifPresent(message -> problems.add(new LuaProblem(use.position(), message, versions)));
      }
    }
    return problems;
  }

  private static String sameLocal(LuaLibrary one, LuaLibrary other) {
    return "%s is the variable of both %s and %s; write LuaLibrary.of(\"%s\").as(…) with another name"
        .formatted(one.local(), one.name(), other.name(), other.name());
  }

  private static String sameName(LuaLibrary one, LuaLibrary other) {
    return "the library %s is in both %s and %s; use one variable"
        .formatted(one.name(), one.local(), other.local());
  }

  /** Only libraries of Prosody's are known; others may be installed on any server. */
  private Optional<String> missing(String library) {
    ImmutableList<Release> all = targets.knowledge().releases();
    for (Release release : all) {
      String prefix = release.libraryPrefix().orElse("");
      if (!prefix.isEmpty() && library.startsWith(prefix)) {
        return Optional.of(
            "write %s: the prefix %s is added if all targets have it"
                .formatted(library.substring(prefix.length()), prefix));
      }
    }
    ImmutableSet<String> known =
        all.stream().flatMap(release -> release.libraries().stream()).collect(toImmutableSet());
    if (known.contains(library)) {
      ImmutableList<ProsodyVersion> without =
          targets.releases().stream()
              .filter(release -> !release.libraries().contains(library))
              .map(Release::version)
              .collect(toImmutableList());
      return without.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "Prosody %s does not have %s"
                  .formatted(
                      String.join(", ", without.stream().map(ProsodyVersion::toString).toList()),
                      library));
    }
    String folder = library.substring(0, library.indexOf('.') + 1);
    return folder.isEmpty() || known.stream().noneMatch(name -> name.startsWith(folder))
        ? Optional.empty()
        : Optional.of("no release of Prosody has %s%s".formatted(library, similar(library, known)));
  }

  private static String similar(String library, ImmutableSet<String> known) {
    return NearestNames.of(library, known).stream()
        .findFirst()
        .map(name -> "; a library with a similar name exists: " + name)
        .orElse("");
  }
}
