package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.text.EnumNames;
import java.util.Optional;

/**
 * What an update does to one file of a module.
 *
 * @param path its path in the module's folder, with slashes
 * @param kind what the update does
 * @param before the text now; empty if the file does not exist
 * @param after the text after the update; empty if the file does not exist then
 * @since 0.1.0
 */
public record FileUpdate(String path, Kind kind, Optional<String> before, Optional<String> after) {
  /** What an update can do to a file. */
  public enum Kind {
    /** The file stays as it is: nothing is new, or the author already made the same changes. */
    UNCHANGED,
    /** The file is new. */
    ADDED,
    /** The author has not changed the file, so the new text replaces it. */
    REPLACED,
    /** The author's changes and the new text are merged. */
    MERGED,
    /**
     * Merged, but both sides changed the same lines, which are enclosed in conflict markers as in
     * git.
     */
    CONFLICTED,
    /** The author deleted the file, so it is not created again. */
    DELETED,
    /** The scaffold no longer has the file and the author has not changed it, so it is deleted. */
    REMOVED,
    /** The scaffold no longer has the file but the author changed it, so it stays. */
    LEFT;

    /** {@return the constant in lower case} */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  /** {@return whether the update writes or deletes the file} */
  public boolean isChange() {
    return !before.equals(after);
  }

  @JsonValue
  ImmutableMap<String, Object> document() {
    ImmutableMap.Builder<String, Object> fields = ImmutableMap.builder();
    fields.put("path", path).put("kind", kind.toString());
    before.ifPresent(text -> fields.put("before", text));
    after.ifPresent(text -> fields.put("after", text));
    return fields.buildOrThrow();
  }
}
