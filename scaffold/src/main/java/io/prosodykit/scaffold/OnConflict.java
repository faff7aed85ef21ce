package io.prosodykit.scaffold;

/** What becomes of files that are there already when a scaffold is written. */
public enum OnConflict {
  /** Nothing is written, and a {@link ConflictException} names all of them. */
  FAIL,
  /** They stay as they are; the other files are written. */
  SKIP,
  /** They are replaced. */
  OVERWRITE
}
