package io.prosodykit.lint;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.prosodykit.version.ProsodyVersion;
import java.util.Optional;

/**
 * An option that Prosody itself dropped or renamed, up to 13.0. Its release notes and {@code
 * prosodyctl check config} name them.
 *
 * @param since the first release with nothing but the new name, or none
 * @param advice what to do instead
 * @param successors the options that are read now; one that is read beside them is for old
 *     configurations
 */
record ObsoleteOption(ProsodyVersion since, String advice, ImmutableSet<String> successors) {
  private static final ImmutableMap<String, ObsoleteOption> ALL =
      ImmutableMap.<String, ObsoleteOption>builder()
          .put("archive_cleanup_interval", dropped())
          .put("dns_timeout", dropped())
          .put("muc_log_cleanup_interval", dropped())
          .put("s2s_dns_resolvers", dropped())
          .put("setuid", dropped())
          .put("setgid", dropped())
          .put("daemonize", advice("it is a flag of the command line, -D or -F, now"))
          .put("use_libevent", renamed(ProsodyVersion.V0_11, "network_backend"))
          .put("anonymous_login", renamed(ProsodyVersion.V0_11, "authentication"))
          .put("disallow_s2s", renamed(ProsodyVersion.V0_11, "modules_disabled"))
          .put(
              "require_encryption",
              renamed(ProsodyVersion.V0_11, "c2s_require_encryption", "s2s_require_encryption"))
          .put(
              "vcard_compatibility",
              new ObsoleteOption(ProsodyVersion.V0_11, "depend on vcard_legacy", ImmutableSet.of()))
          .put("whitelist_registration_only", renamed("allowlist_registration_only"))
          .put("registration_whitelist", renamed("registration_allowlist"))
          .put("registration_blacklist", renamed("registration_blocklist"))
          .put("cross_domain_bosh", renamed("http_cors_override"))
          .put("cross_domain_websocket", renamed("http_cors_override"))
          .put("legacy_ssl_ports", renamed("c2s_direct_tls_ports"))
          .put("legacy_ssl_interfaces", renamed("c2s_direct_tls_interfaces"))
          .put("legacy_ssl_ssl", renamed("c2s_direct_tls_ssl"))
          .put("bosh_ports", renamed(ProsodyVersion.V0_11, "http_ports"))
          .buildOrThrow();

  private static ObsoleteOption dropped() {
    return advice("nothing reads it any more: take it out");
  }

  private static ObsoleteOption advice(String advice) {
    return new ObsoleteOption(ProsodyVersion.V0_12, advice, ImmutableSet.of());
  }

  private static ObsoleteOption renamed(String successor) {
    return renamed(ProsodyVersion.V0_12, successor);
  }

  private static ObsoleteOption renamed(ProsodyVersion since, String... successors) {
    return new ObsoleteOption(
        since, "read " + String.join(" or ", successors), ImmutableSet.copyOf(successors));
  }

  static Optional<ObsoleteOption> find(String option) {
    return Optional.ofNullable(ALL.get(option));
  }
}
