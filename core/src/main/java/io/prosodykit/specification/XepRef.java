package io.prosodykit.specification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Strings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An XMPP extension protocol by its number, written {@code XEP-0198}.
 *
 * @param number from 1 to 9999
 * @since 0.1.0
 */
public record XepRef(int number) implements SpecRef {
  /**
   * Checks the number.
   *
   * @param number from 1 to 9999
   * @throws IllegalArgumentException if it is not from 1 to 9999
   */
  public XepRef {
    SpecSeries.XEP.check(number);
  }

  /**
   * {@return the reference with a number}
   *
   * @param number from 1 to 9999
   * @throws IllegalArgumentException for another number
   */
  public static XepRef of(int number) {
    return new XepRef(number);
  }

  /**
   * Reads {@code XEP-0198}, also as {@code xep-198}, {@code XEP 198} or {@code XEP0198}.
   *
   * @param text the text, without surrounding space
   * @return the reference
   * @throws IllegalArgumentException for any other text
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static XepRef parse(String text) {
    return new XepRef(SpecSeries.XEP.number(text));
  }

  /**
   * {@return what the XEP registry says about this XEP; empty if the registry in the catalogue data
   * does not have the number}
   */
  public Optional<Xep> registered() {
    return Xep.find(this);
  }

  @Override
  public Optional<String> title() {
    return registered().map(Xep::title);
  }

  /**
   * {@return the XEP's status in the registry, for example {@code Draft}; empty if the registry
   * does not have the number}
   */
  public Optional<String> status() {
    return registered().map(Xep::status);
  }

  @Override
  public URI documentation() {
    return URI.create(
        String.format(Locale.ROOT, "https://xmpp.org/extensions/xep-%04d.html", number));
  }

  // written out: a record's own methods cost 15 % of a fresh process that reads the catalogue
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof XepRef that && number == that.number;
  }

  @Override
  public int hashCode() {
    return number;
  }

  @Override
  @JsonValue
  public String toString() {
    return "XEP-" + Strings.padStart(Integer.toString(number), 4, '0');
  }
}
