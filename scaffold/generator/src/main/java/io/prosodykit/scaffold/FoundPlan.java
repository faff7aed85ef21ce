package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;
import io.prosodykit.files.BoundedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The plan in an existing {@link Journal}. It is undone only if a run of this user left it here and
 * its steps touch nothing but the module's folder and the journal, because a checkout can contain a
 * folder that looks like a journal.
 *
 * @param directory the folder that holds the module's folder
 * @param moduleFolder the name of that folder, {@code mod_x}
 */
record FoundPlan(Path directory, String moduleFolder) {

  /**
   * Reads the steps without executing them.
   *
   * @throws IllegalArgumentException if the plan is damaged, was not left here by this user, or has
   *     a step that must not be undone
   * @throws LinkedFolderException if a folder on the way to a file is a link
   */
  ImmutableList<Step> steps(Disk disk) throws IOException {
    Path journal = Journal.folder(directory, moduleFolder);
    Path file = journal.resolve(Journal.PLAN);
    Path lock = journal.resolve(Journal.LOCK);
    if (Journal.isOtherThanFile(file)) {
      throw new IllegalArgumentException("its plan is not a file");
    }
    Plan plan = Plan.parse(BoundedFile.readText(file));
    if (!plan.seal().equals(JournalOrigin.seal(lock))) {
      throw new IllegalArgumentException("it was copied or checked out, not left here by a run");
    }
    JournalOrigin.requireOwn(disk, journal.resolve("probe"), journal, lock, file);
    for (Step step : plan.steps()) {
      check(journal, step);
    }
    return plan.steps();
  }

  private void check(Path journal, Step step) {
    if (!step.path().startsWith(moduleFolder + "/")) {
      throw new IllegalArgumentException(
          "its plan leads out of %s: %s".formatted(moduleFolder, step));
    }
    Path target = TargetPaths.resolve(directory, step.path());
    Path saved = TargetPaths.resolve(journal, "old/" + step.path());
    TargetPaths.resolve(journal, "new/" + step.path());
    boolean wantsFile = step.kind() != Step.Kind.MKDIR;
    if (isFolder(saved) || (wantsFile && isFolder(target))) {
      throw new IllegalArgumentException("its plan treats a folder as a file: " + step);
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
