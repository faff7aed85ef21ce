package io.prosodykit.configuration;

import com.google.common.collect.ImmutableSet;
import io.prosodykit.catalog.ModuleCatalog;
import io.prosodykit.evidence.Evidence;
import io.prosodykit.evidence.LoaderHint;
import io.prosodykit.evidence.Sourced;
import io.prosodykit.facts.ServerFacts;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which modules a release loads on its own, from its {@code core.modulemanager} and {@code
 * core.usermanager}.
 *
 * @param release the release
 */
record LoadingRules(ProsodyVersion release) {
  private static final ImmutableSet<String> ALWAYS =
      ImmutableSet.of("presence", "message", "iq", "offline", "c2s", "s2s", "s2s_auth_certs");

  private static final ImmutableSet<String> INHERITED =
      ImmutableSet.of("tls", "saslauth", "dialback", "iq", "s2s");

  private static final ImmutableSet<String> INHERITED_SINCE_0_12 =
      ImmutableSet.of("s2s_bidi", "smacks", "server_contact_info");

  private static final String INHERIT = "inherit_modules";

  /** {@return what is loaded on every host, unless it is disabled} */
  ImmutableSet<String> always() {
    return isAtLeast(ProsodyVersion.V13_0)
        ? ALWAYS
        : ImmutableSet.<String>builder().addAll(ALWAYS).add("posix").build();
  }

  /**
   * {@return what of the global section is loaded on a component, too}
   *
   * @param module the module of the component
   */
  ImmutableSet<String> inherited(String module) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    names.addAll(INHERITED);
    if (isAtLeast(ProsodyVersion.V0_12)) {
      names.addAll(INHERITED_SINCE_0_12);
    }
    if (ServerFacts.reference().loader().reads(INHERIT, release)) {
      names.add("admin_shell");
      hints(module).forEach(hint -> names.addAll(hint.values()));
    }
    return names.build();
  }

  private Stream<LoaderHint> hints(String module) {
    return ModuleCatalog.complete().find(module).flatMap(entry -> entry.evidence()).stream()
        .map(Evidence::behaviour)
        .flatMap(behaviour -> behaviour.hints().stream())
        .filter(hint -> hint.value().key().equals(INHERIT) && hint.holdsOn(release))
        .map(Sourced::value);
  }

  /** {@return the default of {@code authentication}} */
  String authentication() {
    return isAtLeast(ProsodyVersion.V0_12) ? "internal_hashed" : "internal_plain";
  }

  /** {@return the default of {@code authorization}; empty if the release has no such option} */
  Optional<String> authorization() {
    return isAtLeast(ProsodyVersion.V0_12) ? Optional.of("internal") : Optional.empty();
  }

  private boolean isAtLeast(ProsodyVersion version) {
    return release.compareTo(version) >= 0;
  }
}
