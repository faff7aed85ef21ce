package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Splitter;
import io.prosodykit.text.EnumNames;
import java.util.HashSet;
import java.util.Set;

/**
 * A rule that assigns a module to a layer by what is known about it. The first rule that matches
 * counts; the last one always matches.
 *
 * @param when what the rule looks at
 * @param is the kind of item that the module provides, the module that it depends on, or a word of
 *     its name between underscores; empty for the last rule
 * @param layer the layer of a module that matches
 * @since 0.1.0
 */
public record LayerRule(When when, String is, Layer layer) {

  /** What a rule looks at. */
  public enum When {
    /** What the module offers to the server, {@code module:provides}. */
    PROVIDES,
    /** What the module loads, {@code module:depends}. */
    DEPENDS,
    /** The words of its name. */
    WORD,
    /** Nothing: it matches what no other rule does. */
    OTHERWISE;

    /** {@return the constant in lower case} */
    @JsonValue
    @Override
    public String toString() {
      return EnumNames.written(this);
    }
  }

  /**
   * Finds the rule for a module.
   *
   * @param module its name without {@code mod_}
   * @param provides the kinds of items that it provides, such as {@code storage}
   * @param depends the names of the modules that it depends on
   * @return the first rule that matches
   */
  public static LayerRule find(String module, Set<String> provides, Set<String> depends) {
    Set<String> words = new HashSet<>(Splitter.on('_').splitToList(module));
    return LayerReader.RULES.stream()
        .filter(rule -> rule.fits(words, provides, depends))
        .findFirst()
        .orElseThrow();
  }

  private boolean fits(Set<String> words, Set<String> provides, Set<String> depends) {
    return switch (when) {
      case PROVIDES -> provides.contains(is);
      case DEPENDS -> depends.contains(is);
      case WORD -> words.contains(is);
      case OTHERWISE -> true;
    };
  }

  /** Prints the rule's reason, for example {@code provides storage}. */
  @Override
  public String toString() {
    return switch (when) {
      case PROVIDES -> "provides " + is;
      case DEPENDS -> "depends on " + is;
      case WORD -> "\"" + is + "\" in its name";
      case OTHERWISE -> "no other rule fits";
    };
  }
}
