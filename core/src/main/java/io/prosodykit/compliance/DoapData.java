package io.prosodykit.compliance;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.specification.SpecRef;

/**
 * Prosody's statements in the catalogue data.
 *
 * @param bySpecification the statements, RFCs first, each by number
 * @param clients the specifications that clients implement, while every server does what they need
 *     of it without a module
 * @param community the modules of the community that the guide lists without the specification that
 *     their sources name
 * @param exceptions the modules that implement a specification, but not for this use
 */
record DoapData(
    ImmutableMap<SpecRef, DoapEntry> bySpecification,
    ImmutableSet<SpecRef> clients,
    ImmutableMap<SpecRef, ImmutableSet<String>> community,
    ImmutableMap<Use, ImmutableSet<String>> exceptions) {

  static DoapData reference() {
    return Reference.DATA;
  }

  /**
   * The modules that implement a specification, but not what a feature of the suites requires of
   * it.
   */
  ImmutableSet<String> exceptions(SpecRef specification, SuiteFeature feature) {
    return exceptions.getOrDefault(new Use(specification, feature.name()), ImmutableSet.of());
  }

  /** A specification in a feature of the compliance suites. */
  record Use(SpecRef specification, String feature) {}

  private static final class Reference {
    private static final DoapData DATA = DoapEntryReader.read();
  }
}
