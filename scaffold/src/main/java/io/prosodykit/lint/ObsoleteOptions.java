package io.prosodykit.lint;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/**
 * Options that Prosody itself dropped or renamed, up to 13.0. Its release notes and {@code
 * prosodyctl check config} name them.
 */
final class ObsoleteOptions {
  private static final String DROPPED = "nothing reads it any more: take it out";

  private static final ImmutableMap<String, String> ADVICE =
      ImmutableMap.<String, String>builder()
          .put("archive_cleanup_interval", DROPPED)
          .put("dns_timeout", DROPPED)
          .put("muc_log_cleanup_interval", DROPPED)
          .put("s2s_dns_resolvers", DROPPED)
          .put("setuid", DROPPED)
          .put("setgid", DROPPED)
          .put("daemonize", "it is a flag of the command line, -D or -F, now")
          .put("use_libevent", "read network_backend")
          .put("anonymous_login", "read authentication")
          .put("disallow_s2s", "read modules_disabled")
          .put("require_encryption", "read c2s_require_encryption or s2s_require_encryption")
          .put("vcard_compatibility", "depend on vcard_legacy")
          .put("whitelist_registration_only", "read allowlist_registration_only")
          .put("registration_whitelist", "read registration_allowlist")
          .put("registration_blacklist", "read registration_blocklist")
          .put("cross_domain_bosh", "read http_cors_override")
          .put("cross_domain_websocket", "read http_cors_override")
          .put("legacy_ssl_ports", "read c2s_direct_tls_ports")
          .put("legacy_ssl_interfaces", "read c2s_direct_tls_interfaces")
          .put("legacy_ssl_ssl", "read c2s_direct_tls_ssl")
          .put("bosh_ports", "read http_ports")
          .buildOrThrow();

  private ObsoleteOptions() {}

  static Optional<String> advice(String option) {
    return Optional.ofNullable(ADVICE.get(option));
  }
}
