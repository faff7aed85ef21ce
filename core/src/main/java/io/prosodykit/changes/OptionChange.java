package io.prosodykit.changes;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.ModuleOption;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.text.EnumNames;
import java.util.List;
import java.util.function.Function;

/**
 * An option that a module reads differently in two versions of Prosody, both of which have the
 * module.
 *
 * @param module the module's name without {@code mod_}
 * @param option the option's name
 * @param before each type and default that it is read with in the first version, with the sources
 *     that say so; empty if the module does not read it
 * @param after the same in the second version
 * @param core whether Prosody reads it outside its modules in the second version
 * @since 0.1.0
 */
@JsonPropertyOrder({"module", "option", "kinds", "before", "after", "core"})
public record OptionChange(
    String module,
    String option,
    ImmutableList<Sourced<ModuleOption>> before,
    ImmutableList<Sourced<ModuleOption>> after,
    boolean core) {

  @JsonCreator
  static OptionChange of(
      @JsonProperty(value = "module", required = true) String module,
      @JsonProperty(value = "option", required = true) String option,
      @JsonProperty(value = "before", required = true) List<Sourced<ModuleOption>> before,
      @JsonProperty(value = "after", required = true) List<Sourced<ModuleOption>> after,
      @JsonProperty(value = "core", required = true) boolean core) {
    return new OptionChange(
        module, option, ImmutableList.copyOf(before), ImmutableList.copyOf(after), core);
  }

  /**
   * {@return what changes: {@link Kind#ADDED}, {@link Kind#GONE} or {@link Kind#MOVED} alone, or
   * {@link Kind#TYPE}, {@link Kind#DEFAULT}, or both; empty if both versions read the option
   * equally}
   */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public ImmutableSet<Kind> kinds() {
    if (before.isEmpty() || after.isEmpty()) {
      return before.equals(after)
          ? ImmutableSet.of()
          : ImmutableSet.of(before.isEmpty() ? Kind.ADDED : core ? Kind.MOVED : Kind.GONE);
    }
    ImmutableSet.Builder<Kind> kinds = ImmutableSet.builder();
    if (differ(ModuleOption::type)) {
      kinds.add(Kind.TYPE);
    }
    if (differ(ModuleOption::defaultValue)) {
      kinds.add(Kind.DEFAULT);
    }
    return kinds.build();
  }

  private boolean differ(Function<ModuleOption, String> part) {
    return !all(before, part).equals(all(after, part));
  }

  private static ImmutableSet<String> all(
      ImmutableList<Sourced<ModuleOption>> reads, Function<ModuleOption, String> part) {
    return reads.stream().map(Sourced::value).map(part).collect(toImmutableSet());
  }

  /** What can change about an option. */
  public enum Kind {
    /** The module reads it, and did not before. */
    ADDED,
    /** The module no longer reads it; another module may. */
    GONE,
    /** The module no longer reads it; Prosody itself does, outside its modules. */
    MOVED,
    /** The module reads it as another type. */
    TYPE,
    /** The module has another default for it. */
    DEFAULT;

    /** Prints the kind in lower case. */
    @Override
    @JsonValue
    public String toString() {
      return EnumNames.written(this);
    }
  }
}
