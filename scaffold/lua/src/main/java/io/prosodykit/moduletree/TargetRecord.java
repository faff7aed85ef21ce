package io.prosodykit.moduletree;

import io.prosodykit.evidence.Knowledge;
import io.prosodykit.evidence.TargetRange;
import io.prosodykit.files.Enclosure;
import io.prosodykit.lua.SourceProblem;
import io.prosodykit.moduletree.ModuleTargets.Origin;
import io.prosodykit.record.RecordFields;
import io.prosodykit.version.VersionRange;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The record of a scaffolded module. Only the targets are read here.
 *
 * @param file where it is
 */
record TargetRecord(Path file) {

  /**
   * Finds the record of a module: in its own folder, {@code mod_x} or {@code x}, or in a {@code
   * mod_x} that contains that. A record in a folder that several modules share does not belong to
   * any of them.
   */
  static Optional<TargetRecord> find(Path main) {
    if (FileKind.of(main) != FileKind.MAIN) {
      return Optional.empty();
    }
    String name = FileKind.moduleName(main);
    String prefixed = FileKind.PREFIX + name;
    Path folder = main.toAbsolutePath().normalize().getParent();
    for (int level = 0; level < 2 && folder != null; level++) {
      String called = FileKind.fileName(folder);
      Path record = folder.resolve(RecordFields.FILE);
      if (!called.equals(prefixed) && !(level == 0 && called.equals(name))) {
        return Optional.empty();
      }
      if (Files.exists(record, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(new TargetRecord(record));
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  /**
   * The releases that the record names; {@code others} with the reason if it does not state any.
   */
  ModuleTargets targets(TargetRange others) {
    try {
      return ModuleTargets.of(read(others.knowledge()), Origin.RECORDED);
    } catch (FileSystemException e) {
      return unknown(others, e.getReason() == null ? "cannot be read by this user" : e.getReason());
    } catch (CharacterCodingException e) {
      return unknown(others, "is not in UTF-8");
    } catch (IOException | IllegalArgumentException e) {
      return unknown(others, String.valueOf(e.getMessage()));
    }
  }

  private ModuleTargets unknown(TargetRange others, String reason) {
    SourceProblem problem =
        SourceProblem.of(file, "does not state the targets of its module: " + reason);
    return new ModuleTargets(others, Origin.ASSUMED, Optional.of(problem));
  }

  private TargetRange read(Knowledge knowledge) throws IOException {
    String text = Enclosure.of(file.resolveSibling("")).readText(file);
    String targets = RecordFields.read(text).object("spec").text("targets");
    return TargetRange.of(VersionRange.parse(targets), knowledge);
  }
}
