package io.prosodykit.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two catalogues. The order of modules does not count.
 *
 * <p>In JSON it is an object of its components, entries as in the catalogue format.
 *
 * @param added the modules that the second catalogue alone has, in its order
 * @param removed the modules that the first catalogue alone has, in its order
 * @param changed the modules that both have and describe differently, in the second one's order
 * @since 0.1.0
 */
public record CatalogDiff(
    ImmutableList<ModuleEntry> added,
    ImmutableList<ModuleEntry> removed,
    ImmutableList<EntryChange> changed) {

  @JsonCreator
  static CatalogDiff of(
      @JsonProperty(value = "added", required = true) List<ModuleEntry> added,
      @JsonProperty(value = "removed", required = true) List<ModuleEntry> removed,
      @JsonProperty(value = "changed", required = true) List<EntryChange> changed) {
    return new CatalogDiff(
        ImmutableList.copyOf(added), ImmutableList.copyOf(removed), ImmutableList.copyOf(changed));
  }

  /**
   * Compares two catalogues.
   *
   * @param before one catalogue
   * @param after another one, for example a later edition
   * @return what differs
   */
  public static CatalogDiff between(ModuleCatalog before, ModuleCatalog after) {
    return new CatalogDiff(
        without(after, before),
        without(before, after),
        after.modules().stream()
            .map(entry -> before.find(entry.name()).map(old -> EntryChange.between(old, entry)))
            .flatMap(Optional::stream)
            .filter(change -> !change.fields().isEmpty())
            .collect(toImmutableList()));
  }

  private static ImmutableList<ModuleEntry> without(ModuleCatalog some, ModuleCatalog others) {
    return some.modules().stream()
        .filter(entry -> others.find(entry.name()).isEmpty())
        .collect(toImmutableList());
  }

  /** {@return whether both catalogues have the same modules and say the same of each} */
  @JsonIgnore
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  /**
   * Writes the difference as a JSON document.
   *
   * @return the document, which ends in a newline
   */
  public String toJson() {
    return CatalogDiffWriter.write(this);
  }
}
