package io.prosodykit.specification;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * An XMPP extension protocol as the XSF's registry lists it (as of June 2026).
 *
 * <p>In JSON it is an object of its four components, {@code ref} in its written form.
 *
 * @param ref its number
 * @param title its title
 * @param status its stage in the process, for example {@code Draft} or {@code Deferred} (XEP-0001,
 *     section 8)
 * @param type its kind, for example {@code Standards Track} (XEP-0001, section 3)
 * @since 0.1.0
 */
public record Xep(
    @JsonProperty(required = true) XepRef ref,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) String status,
    @JsonProperty(required = true) String type) {

  /**
   * Finds a XEP in the registry.
   *
   * @param ref its number
   * @return empty if the registry does not have it
   */
  public static Optional<Xep> find(XepRef ref) {
    return Optional.ofNullable(Registry.XEPS.get(ref));
  }

  /** {@return all XEPs of the registry, in the order of their numbers} */
  public static ImmutableMap<XepRef, Xep> registry() {
    return Registry.XEPS;
  }

  private static final class Registry {
    private static final ImmutableMap<XepRef, Xep> XEPS = XepReader.read();
  }
}
