package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.prosodykit.text.EnumNames;
import java.util.Arrays;
import java.util.Set;

/**
 * A module that two catalogues describe differently.
 *
 * @param before the first catalogue's entry
 * @param after the second catalogue's entry, of the same name
 * @param fields in which the two differ, in the order of the catalogue format; at least one
 * @since 0.1.0
 */
public record EntryChange(ModuleEntry before, ModuleEntry after, ImmutableSet<Field> fields) {

  @JsonCreator
  static EntryChange of(
      @JsonProperty(value = "before", required = true) ModuleEntry before,
      @JsonProperty(value = "after", required = true) ModuleEntry after,
      @JsonProperty(value = "fields", required = true) Set<Field> fields) {
    return new EntryChange(before, after, Sets.immutableEnumSet(fields));
  }

  /** Compares two entries of the same name; the change has no fields if they are equal. */
  static EntryChange between(ModuleEntry before, ModuleEntry after) {
    return new EntryChange(
        before,
        after,
        Arrays.stream(Field.values())
            .filter(field -> !field.of(before).equals(field.of(after)))
            .collect(Sets.toImmutableEnumSet()));
  }

  /** {@return the module's name without {@code mod_}} */
  public String module() {
    return after.name();
  }

  /** What a catalogue says of a module. */
  public enum Field {
    /** {@link ModuleEntry#layer()}. */
    LAYER,
    /** {@link ModuleEntry#stability()}. */
    STABILITY,
    /** {@link ModuleEntry#purpose()}. */
    PURPOSE,
    /** {@link ModuleEntry#specifications()}, whose order counts. */
    SPECIFICATIONS,
    /** {@link ModuleEntry#dependencies()}, whose order counts. */
    DEPENDENCIES,
    /** {@link ModuleEntry#evidence()}, which the entries in JSON do not have. */
    EVIDENCE;

    private Object of(ModuleEntry entry) {
      return switch (this) {
        case LAYER -> entry.layer();
        case STABILITY -> entry.stability();
        case PURPOSE -> entry.purpose();
        case SPECIFICATIONS -> entry.specifications();
        case DEPENDENCIES -> entry.dependencies();
        case EVIDENCE -> entry.evidence();
      };
    }

    /**
     * Reads a field's name, in any case.
     *
     * @param text for example {@code layer}
     * @return the field
     * @throws IllegalArgumentException for any other text
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Field parse(String text) {
      return EnumNames.parse("field", Field.class, text);
    }

    /** Prints the field's name in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
