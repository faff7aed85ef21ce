package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.EnumNames;

/**
 * How reliable a module is according to the guide, the most stable first.
 *
 * <p>In JSON it is its {@link #id()}. All texts are the guide's.
 *
 * @since 0.1.0
 */
public enum Stability {
  /** Part of Prosody's core, always enabled. */
  CORE,
  /** Distributed with Prosody, enabled by default. */
  OFFICIAL,
  /** From the community, ready for production, enabled by default. */
  STABLE,
  /** From the community, with minor issues, enabled by default. */
  BETA,
  /** From the community, experimental, disabled by default. */
  ALPHA;

  private final String id = EnumNames.written(this);

  /**
   * Reads a stability by its id, in any case.
   *
   * @param text the text, without surrounding space
   * @return the stability
   * @throws IllegalArgumentException for any other text; the message names the five
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Stability parse(String text) {
    return EnumNames.parse("stability", Stability.class, text);
  }

  /** {@return the name of the stability in data, for example {@code beta}} */
  @JsonValue
  public String id() {
    return id;
  }

  /** {@return the name of its modules in the guide, for example {@code Community Beta Modules}} */
  public String title() {
    return facts().title();
  }

  /**
   * {@return when its modules are enabled, for example {@code Enabled by default (can be
   * disabled)}}
   */
  public String status() {
    return facts().status();
  }

  /**
   * {@return the risk of using its modules, for example {@code Medium - mostly stable with some
   * edge cases}}
   */
  public String risk() {
    return facts().risk();
  }

  /** {@return where its modules come from, for example {@code prosody-modules repository}} */
  public String source() {
    return facts().source();
  }

  /** {@return a description of its modules: a sentence without a full stop} */
  public String description() {
    return facts().description();
  }

  /**
   * {@return the environment variable that enables or disables its modules, for example {@code
   * PROSODY_ENABLE_BETA}}
   */
  public String variable() {
    return facts().variable();
  }

  /**
   * {@return whether its modules are enabled when {@link #variable()} is not set; false for {@link
   * #ALPHA} only}
   */
  public boolean enabledByDefault() {
    return facts().enabledByDefault();
  }

  private ReferenceGuide.StabilityFacts facts() {
    return ReferenceGuide.reference().stability(this);
  }

  /** Prints the id. */
  @Override
  public String toString() {
    return id;
  }
}
