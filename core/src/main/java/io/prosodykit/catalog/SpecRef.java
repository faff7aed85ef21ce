package io.prosodykit.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.prosodykit.text.VisibleText;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A specification that a module implements: an XMPP extension protocol or an RFC.
 *
 * <p>RFCs sort before XEPs, each by number. In JSON it is its written form, a string.
 */
public sealed interface SpecRef extends Comparable<SpecRef> permits XepRef, RfcRef {
  /**
   * Reads {@code XEP-0198} or {@code RFC 6120}, in any case, also without leading zeros and with a
   * space, a hyphen or nothing between the parts.
   *
   * @param text the text, nothing around it
   * @return the reference
   * @throws IllegalArgumentException for any other text
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static SpecRef parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.startsWith("XEP")) {
      return XepRef.parse(text);
    }
    if (upper.startsWith("RFC")) {
      return RfcRef.parse(text);
    }
    throw new IllegalArgumentException(
        "not a specification: \"" + VisibleText.brief(text) + "\"; write XEP-0198 or RFC 6120");
  }

  /**
   * Returns the number in the series.
   *
   * @return from 1
   */
  int number();

  /**
   * Returns the specification's title, where the registry in the catalogue data has it.
   *
   * @return for example {@code Stream Management}; empty for RFCs and unknown XEPs
   */
  Optional<String> title();

  /**
   * Returns the address of the specification's text.
   *
   * @return an address of its publisher
   */
  URI documentation();

  /** Prints the written form, {@code XEP-0198} or {@code RFC 6120}. */
  @Override
  @JsonValue
  String toString();

  @Override
  default int compareTo(SpecRef other) {
    return Comparator.<SpecRef, Boolean>comparing(XepRef.class::isInstance)
        .thenComparingInt(SpecRef::number)
        .compare(this, other);
  }
}
