package io.prosodykit.scaffold;

import com.google.common.collect.ImmutableList;

/**
 * A place where a module keeps data ({@code module:open_store}).
 *
 * @param name the store's name
 * @param type how data is kept
 */
public record StoreSpec(String name, Type type) {
  /** How data is kept. */
  public enum Type {
    /** One table for each user. */
    KEYVAL,
    /** Values by keys for each user. */
    MAP,
    /** Stanzas with their times for each user. */
    ARCHIVE
  }

  /**
   * Checks the values.
   *
   * @param name the store's name
   * @param type how data is kept
   * @throws InvalidSpecException if the name is no name: lower-case letters, digits and
   *     underscores, a letter first, at most 64
   */
  public StoreSpec {
    SpecValidation.require("store", "name", SpecValidation.name("store", name));
  }

  /**
   * Makes a store of one table for each user.
   *
   * @param name the store's name
   * @return the store
   * @throws InvalidSpecException if that is no name
   */
  public static StoreSpec of(String name) {
    return new StoreSpec(name, Type.KEYVAL);
  }

  /**
   * Reads stores from one text, with commas between: {@code notes,log:archive}.
   *
   * <p>Each is a name; a colon and the type may follow it, {@code keyval} unless told otherwise.
   *
   * @param text the stores; none if it is blank
   * @return the stores in their order
   * @throws InvalidSpecException if any of them cannot be read; it names all that is wrong
   */
  public static ImmutableList<StoreSpec> parseAll(String text) {
    return PartSyntax.parseAll("store", "stores", text, PartSyntax::store);
  }

  /**
   * Copies the store with another type.
   *
   * @param newType any type
   * @return the copy
   */
  public StoreSpec withType(Type newType) {
    return new StoreSpec(name, newType);
  }
}
