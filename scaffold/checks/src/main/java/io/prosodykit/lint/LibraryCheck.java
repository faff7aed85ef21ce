package io.prosodykit.lint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Release;
import io.prosodykit.facts.ModuleApi;
import io.prosodykit.files.NamedPath;
import io.prosodykit.module.LibraryUse;
import io.prosodykit.module.ModuleCode;
import io.prosodykit.text.NearestNames;
import io.prosodykit.version.ProsodyVersion;
import io.prosodykit.version.VersionRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds libraries of Prosody's that a target lacks. */
final class LibraryCheck implements Check {
  private final Targets targets;
  private final LibraryNames names;
  private final ModuleApi api;

  LibraryCheck(Targets targets, ModuleApi api) {
    this.targets = targets;
    this.names = targets.libraryNames();
    this.api = api;
  }

  @Override
  public ImmutableSet<LintRule> rules() {
    return ImmutableSet.of(LintRule.LIBRARY_MISSING_IN_TARGET);
  }

  @Override
  public void check(LintedModule module, Findings findings) {
    for (Map.Entry<Path, ModuleCode> entry : module.code().entrySet()) {
      Path file = entry.getKey();
      ModuleCode code = entry.getValue();
      for (LibraryUse use : code.facts().libraries()) {
        String name = use.name().text().orElse("");
        if (use.kind() == LibraryUse.Kind.REQUIRED
            && (names.isProsodys(name) || names.known().contains(name))) {
          checkUse(module, file, code, use, name, findings);
        }
      }
    }
  }

  /** {@return whether the module brings the library itself} */
  private boolean isOwn(LintedModule module, String name) {
    String file = names.plain(name).replace('.', '/') + ".lua";
    return module
        .files()
        .folder()
        .flatMap(folder -> NamedPath.below(folder, file))
        .filter(Files::exists)
        .isPresent();
  }

  private void checkUse(
      LintedModule module,
      Path file,
      ModuleCode code,
      LibraryUse use,
      String name,
      Findings findings) {
    String plain = names.plain(name);
    ImmutableList<ProsodyVersion> lacking = Targets.reaching(code, use.position(), lacking(name));
    if (lacking.isEmpty() || (!names.known().contains(plain) && isOwn(module, name))) {
      return;
    }
    findings.add(
        LintRule.LIBRARY_MISSING_IN_TARGET,
        file,
        use.range(),
        lacking,
        EnglishList.brief(name)
            + " is not in Prosody "
            + targets.lacking(lacking, release -> versions(release, name, plain)),
        fix(name, lacking));
  }

  /** The versions of a branch that have a library by a name; null if none has. */
  private static @Nullable VersionRange versions(Release release, String name, String plain) {
    return release.hasLibrary(name) ? release.libraryVersions().get(plain) : null;
  }

  private String fix(String name, ImmutableList<ProsodyVersion> lacking) {
    String plain = names.plain(name);
    if (!names.known().contains(plain)) {
      return "name a library that Prosody has, or load this one with pcall(require, …)"
          + NearestNames.suggestion("library", NearestNames.of(plain, names.known()));
    } else if (!plain.equals(name) && targetsHave(plain, lacking)) {
      return "write require \"" + EnglishList.brief(plain) + "\", which 13.0 also finds";
    }
    return api.libraryReplacement(plain)
        .orElse(
            "load it with pcall(require, \""
                + EnglishList.brief(name)
                + "\") and handle its absence, or drop the target");
  }

  private List<Target> lacking(String name) {
    List<Target> lacking = new ArrayList<>();
    for (Target target : targets.all()) {
      if (!target.release().hasLibrary(name)) {
        lacking.add(target);
      }
    }
    return lacking;
  }

  private boolean targetsHave(String library, ImmutableList<ProsodyVersion> versions) {
    for (Target target : targets.all()) {
      if (versions.contains(target.version()) && !target.release().libraries().contains(library)) {
        return false;
      }
    }
    return true;
  }
}
