package io.prosodykit.catalog;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.Source;
import java.net.URI;
import java.util.Optional;

/** Where to read more about a module. */
final class Documentation {
  private static final URI COMMUNITY = URI.create("https://modules.prosody.im/");

  private Documentation() {}

  static ImmutableList<URI> of(ModuleEntry entry) {
    ImmutableSet.Builder<URI> addresses = ImmutableSet.builder();
    Optional<Evidence> evidence = entry.evidence();
    boolean shipped = evidence.filter(facts -> !facts.ships().isEmpty()).isPresent();
    boolean community =
        evidence.stream()
            .flatMap(facts -> facts.community().stream())
            .anyMatch(source -> source.kind() == Source.Kind.COMMUNITY);
    if (shipped) {
      addresses.add(URI.create("https://prosody.im/doc/modules/mod_" + entry.name()));
    }
    if (community) {
      addresses.add(COMMUNITY.resolve("mod_" + entry.name()));
    }
    if (!shipped && !community) {
      addresses.add(COMMUNITY);
    }
    entry.specifications().forEach(specification -> addresses.add(specification.documentation()));
    return addresses.build().asList();
  }
}
