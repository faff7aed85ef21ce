package io.prosodykit.specification;

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
 *
 * @since 0.1.0
 */
public sealed interface SpecRef extends Comparable<SpecRef> permits XepRef, RfcRef {
  /**
   * Reads {@code XEP-0198} or {@code RFC 6120}, in any case. Leading zeros may be omitted, and the
   * separator may be a space, a hyphen or nothing.
   *
   * @param text the text, without surrounding space
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

  /** {@return the number in the series, from 1} */
  int number();

  /**
   * {@return the specification's title, if the registry in the catalogue data has it, for example
   * {@code Stream Management}; empty for RFCs and unknown XEPs}
   */
  Optional<String> title();

  /** {@return the address of the specification's text} */
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
