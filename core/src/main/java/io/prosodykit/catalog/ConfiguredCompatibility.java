package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import io.prosodykit.catalog.Compatibility.Verdict;
import io.prosodykit.facts.ConfigurationFault;
import java.util.Collection;

/**
 * Judges modules by the configuration that loads them, too.
 *
 * @since 0.1.0
 */
public final class ConfiguredCompatibility {
  private ConfiguredCompatibility() {}

  /**
   * Judges a module.
   *
   * @param result what is known about the module without the configuration
   * @param faults what is wrong with the configuration; those of other modules do not count
   * @return the result with further reasons; a fault that the server logs as an error makes it
   *     {@link Verdict#INCOMPATIBLE}
   */
  public static Compatibility of(Compatibility result, Collection<ConfigurationFault> faults) {
    ImmutableList.Builder<String> reasons = ImmutableList.builder();
    reasons.addAll(result.reasons());
    // what is wrong on several hosts is said once
    ImmutableSetMultimap.Builder<String, String> sections = ImmutableSetMultimap.builder();
    boolean fails = false;
    for (ConfigurationFault fault : faults) {
      if (fault.module().equals(result.module())) {
        fails |= fault.isError();
        String topic = fault.isError() ? "configuration: " : "advice: ";
        sections.put(topic + "\0it " + fault.message(), fault.section());
      }
    }
    sections
        .build()
        .asMap()
        .forEach((fault, where) -> reasons.add(fault.replace("\0", "in " + first(where) + " ")));
    return new Compatibility(
        result.module(),
        result.version(),
        fails ? Verdict.INCOMPATIBLE : result.verdict(),
        result.policy(),
        fails ? Verdict.INCOMPATIBLE : result.evidence(),
        result.presence(),
        reasons.build());
  }

  private static String first(Collection<String> sections) {
    String first = sections.iterator().next();
    return sections.size() == 1 ? first : first + " and " + (sections.size() - 1) + " more";
  }
}
