package io.prosodykit.scaffold;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.prosodykit.text.EnumNames;
import java.util.Map;

/**
 * A store in which a module keeps data ({@code module:open_store}).
 *
 * @param name the store's name
 * @param type how data is kept
 * @since 0.1.0
 */
public record StoreSpec(String name, Type type) {
  /** How data is kept. */
  public enum Type {
    /** One table for each user. */
    KEYVAL,
    /** Values by key for each user. */
    MAP,
    /** Stanzas with their times for each user. */
    ARCHIVE;

    /** {@return the constant in lower case} */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  /**
   * Checks the values.
   *
   * @param name the store's name
   * @param type how data is kept
   * @throws InvalidSpecException if the name is not at most 64 lower-case letters, digits and
   *     underscores that start with a letter
   */
  public StoreSpec {
    SpecValidation.require("store", "name", SpecValidation.name("store", name));
  }

  /**
   * Creates a store with one table for each user.
   *
   * @param name the store's name
   * @return the store
   * @throws InvalidSpecException if the name is invalid
   */
  public static StoreSpec of(String name) {
    return new StoreSpec(name, Type.KEYVAL);
  }

  /**
   * Parses a comma-separated list of stores: {@code notes,log:archive}.
   *
   * <p>Each is a name, optionally followed by a colon and the type. The default is {@code keyval}.
   *
   * @param text the stores; none if it is blank
   * @return the stores in the given order
   * @throws InvalidSpecException if any of them cannot be parsed; the exception has all problems
   */
  public static ImmutableList<StoreSpec> parseAll(String text) {
    return PartSyntax.parseAll("store", "stores", text, PartSyntax::store);
  }

  /**
   * {@return a copy with another type}
   *
   * @param newType any type
   */
  public StoreSpec withType(Type newType) {
    return new StoreSpec(name, newType);
  }

  @JsonValue
  Map<String, Object> document() {
    return ImmutableMap.of("name", name, "type", type.toString());
  }
}
