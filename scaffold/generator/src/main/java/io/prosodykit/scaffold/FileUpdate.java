package io.prosodykit.scaffold;

import java.util.Optional;

/**
 * What becomes of one file when a module is updated.
 *
 * @param path its path in the module's folder, with slashes
 * @param kind what becomes of it
 * @param before what it says now; empty if it is not there
 * @param after what it says then; empty if it is not there then
 */
public record FileUpdate(String path, Kind kind, Optional<String> before, Optional<String> after) {
  /** What may become of a file. */
  public enum Kind {
    /** It stays as it is: there is nothing new, or only what the author has already. */
    UNCHANGED,
    /** It is new. */
    ADDED,
    /** The author has not changed it, so the new text takes its place. */
    REPLACED,
    /** What the author changed and what is new are in it. */
    MERGED,
    /** As merged, but both changed the same lines: these stand in it between marks, as git has. */
    CONFLICTED,
    /** The author has deleted it, so it stays away. */
    DELETED,
    /** The scaffold makes it no more, and the author has not changed it, so it goes. */
    REMOVED,
    /** The scaffold makes it no more, but the author has changed it, so it stays. */
    LEFT
  }

  /**
   * Tells whether the file is written or deleted.
   *
   * @return whether it says something else then, or nothing
   */
  public boolean isChange() {
    return !before.equals(after);
  }
}
