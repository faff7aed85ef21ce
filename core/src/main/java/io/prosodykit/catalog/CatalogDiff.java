package io.prosodykit.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What differs between two catalogues, as {@link ModuleCatalog#diff} returns it. The order of
 * modules does not count.
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

  /** Compares the entries of two catalogues, by their names. */
  static CatalogDiff between(Map<String, ModuleEntry> before, Map<String, ModuleEntry> after) {
    return new CatalogDiff(
        without(after, before),
        without(before, after),
        Maps.filterKeys(after, before::containsKey).values().stream()
            .map(entry -> EntryChange.between(get(before, entry), entry))
            .filter(change -> !change.fields().isEmpty())
            .collect(toImmutableList()));
  }

  private static ModuleEntry get(Map<String, ModuleEntry> entries, ModuleEntry sameName) {
    return Objects.requireNonNull(entries.get(sameName.name()));
  }

  private static ImmutableList<ModuleEntry> without(
      Map<String, ModuleEntry> some, Map<String, ModuleEntry> others) {
    return some.values().stream()
        .filter(entry -> !others.containsKey(entry.name()))
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
