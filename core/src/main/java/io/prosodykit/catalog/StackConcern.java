package io.prosodykit.catalog;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.data.DataFile;
import io.prosodykit.json.JsonElements;
import io.prosodykit.json.JsonFields;
import io.prosodykit.json.JsonInput;
import java.util.List;

/**
 * A file of a layered configuration: one concern of a layer, for example {@code authentication} of
 * {@link Layer#STREAM}. A module belongs to the first concern of its layer that has a word of the
 * module's name, or else to the last one, which has no words.
 *
 * @param layer the layer
 * @param name the name of the file without {@code .cfg.lua}: lower-case letters
 * @param words words of module names, which underscores separate; empty for the last concern of a
 *     layer
 * @since 0.1.0
 */
public record StackConcern(Layer layer, String name, ImmutableSet<String> words) {
  private static final List<String> DOCUMENT = List.of("concerns");
  private static final List<String> FIELDS = List.of("layer", "name", "words");
  private static final Splitter WORDS = Splitter.on('_');

  /** {@return all concerns, by layer} */
  public static ImmutableList<StackConcern> all() {
    return Data.CONCERNS;
  }

  /**
   * {@return the concern that a module belongs to}
   *
   * @param module the module
   */
  public static StackConcern of(ModuleEntry module) {
    List<String> words = WORDS.splitToList(module.name());
    return all().stream()
        .filter(concern -> concern.layer == module.layer())
        .filter(
            concern -> concern.words.isEmpty() || words.stream().anyMatch(concern.words::contains))
        .findFirst()
        .orElseThrow();
  }

  /** {@return the path of its file in the configuration, with slashes} */
  public String path() {
    return "config/stack/" + layer.id() + "/" + name + ".cfg.lua";
  }

  /** Read when the first concern is needed. */
  private static final class Data {
    static final ImmutableList<StackConcern> CONCERNS = read();

    private static ImmutableList<StackConcern> read() {
      ImmutableList.Builder<StackConcern> concerns = ImmutableList.builder();
      DataFile.STACK.read(
          DOCUMENT,
          (field, in) -> {
            JsonElements elements = in.elements();
            while (elements.next()) {
              concerns.add(concern(in));
            }
          });
      return concerns.build();
    }

    private static StackConcern concern(JsonInput in) {
      String layer = "";
      String name = "";
      ImmutableList<String> words = ImmutableList.of();
      JsonFields fields = in.object(FIELDS, FIELDS);
      while (fields.next()) {
        switch (fields.field()) {
          case "layer" -> layer = in.text();
          case "name" -> name = in.text();
          default -> words = in.texts();
        }
      }
      return new StackConcern(Layer.parse(layer), name, ImmutableSet.copyOf(words));
    }
  }
}
